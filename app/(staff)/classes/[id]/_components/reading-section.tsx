import { getTranslations } from "next-intl/server";
import { Why } from "@/components/feedback/why";
import { RecordFields } from "@/components/forms/record-fields";
import { Fact, Facts } from "@/components/layout/fact";
import { Section } from "@/components/layout/section";
import { Alert } from "@/components/ui/alert";
import { editReading } from "@/lib/classes/editing/actions";
import type { ClassPage } from "@/lib/classes/queries/get-class";
import { findReading } from "@/lib/classes/reading/queries";
import { tierOf } from "@/lib/classes/reading/rules";
import { readingTiers } from "@/lib/classes/reading/settings";
import { type Actor, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { ConvertButton } from "./convert-button";

/** A reading class: how many take part, the tier that follows from it and when it is locked, the way to a standard class. */
export async function ReadingSection({ actor, found }: { actor: Actor; found: ClassPage }) {
  const reading = await findReading(actor, found.id);
  if (!reading) return null;
  const today = campusToday();
  const { addDeadline, taken } = found;
  const [limits, t, format] = await Promise.all([
    readingTiers(addDeadline !== null && addDeadline < today ? addDeadline : today),
    getTranslations("classEdit.reading"),
    getFormat(),
  ]);
  const { lockedTier, lockedCount, lockedOn, status } = reading;
  const verdict = tierOf(taken, limits);
  const tier = lockedTier ?? verdict.value;
  const live = status !== "CONVERTED" && found.status !== "COMPLETED" && found.status !== "CANCELLED";
  const editable = can(actor, "classes:edit") && live;
  const when =
    lockedOn && lockedCount
      ? t("locked", { date: format.date(lockedOn), count: lockedCount })
      : addDeadline
        ? t("locks", { date: format.date(addDeadline) })
        : t("locksNoDate");
  return (
    <ClientMessages namespaces={["forms", "classEdit.reading"]}>
      <Section
        title={t("title")}
        actions={
          editable && (
            <ConvertButton id={found.id} version={found.version} name={`${found.code} ${found.section}`} />
          )
        }
      >
        {live && taken > limits.third && (
          <Alert variant="warning" className="mb-stack">
            {t("tooMany")}
          </Alert>
        )}
        <Facts className="mb-stack">
          <Fact label={t("status")} value={t(`statuses.${status}`)} />
          <Fact
            label={t("tier")}
            value={
              <span className="flex items-baseline gap-2">
                {tier ? t(`tiers.${tier}`) : t("noTier")}
                {!lockedTier && live && <Why explained={verdict} label={t("tier")} />}
              </span>
            }
            detail={live || lockedTier ? when : undefined}
          />
          <Fact label={t("students")} value={t("have", { count: taken, target: reading.targetEnrolment })} />
        </Facts>
        <RecordFields
          action={editReading}
          record={{ id: found.id }}
          version={reading.version}
          editable={editable}
          fields={[
            {
              field: "targetEnrolment",
              label: t("target"),
              value: String(reading.targetEnrolment),
              display: format.number(reading.targetEnrolment),
              emptyAs: "",
              maxLength: 3,
            },
            {
              field: "description",
              label: t("description"),
              value: reading.description,
              kind: "textarea",
              maxLength: 1000,
            },
          ]}
        />
      </Section>
    </ClientMessages>
  );
}

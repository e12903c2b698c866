import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MakeForm } from "@/components/colleagues/make-form";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { listDepartments } from "@/lib/organization/queries/departments";
import { findChosenPerson } from "@/lib/people/colleagues/queries";
import { type ColleagueKind, recordPath } from "@/lib/people/record-ref";
import { BIRTH_PROVINCES } from "@/lib/people/rules";
import { GENDERS } from "@/lib/people/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { departmentsOf, reachesAll } from "@/lib/platform/access/scope";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = {
  actor: AccountActor;
  kind: ColleagueKind;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page on which somebody becomes a teacher or joins the offices; `?person=` names somebody on file. */
export async function MakePage({ actor, kind, searchParams }: Props) {
  const { person } = await searchParams;
  const id = typeof person === "string" && /^\d{1,9}$/.test(person) ? Number(person) : null;
  const [found, departments, t, lists, people, format] = await Promise.all([
    id === null ? null : findChosenPerson(actor, id),
    listDepartments(actor),
    getTranslations("colleagues.make"),
    getTranslations("colleagues.lists"),
    getTranslations("people"),
    getFormat(),
  ]);
  const km = format.locale === "km";
  const own = departmentsOf(actor);
  const held = found?.[kind] ?? null;
  const name = found && format.name(found);
  return (
    <>
      <PageHeader
        title={t(kind)}
        description={t(kind === "teacher" ? "teacherLead" : "staffLead")}
        crumbs={{
          label: lists(kind),
          items: [
            { label: lists(kind), href: kind === "teacher" ? "/teachers" : "/staff" },
            { label: t(kind) },
          ],
        }}
      />
      {held !== null && name ? (
        <Alert
          variant="info"
          title={t("already", { name })}
          action={
            <Link href={recordPath({ of: kind, number: held })} prefetch={false} className="link">
              {t("openRecord")}
            </Link>
          }
        />
      ) : (
        <ClientMessages
          namespaces={[
            "forms",
            "colleagues.make",
            "colleagues.facts",
            "colleagues.degrees",
            "people.new",
            "people.columns",
            "people.record",
            "personDetails.picker",
          ]}
        >
          <MakeForm
            kind={kind}
            chosen={
              found && name
                ? { id: found.personId, name, number: found.student ? String(found.student) : null }
                : undefined
            }
            today={campusToday()}
            departments={departments
              .filter(({ isActive, code }) => isActive && (reachesAll(actor) || own.includes(code)))
              .map((each) => ({ value: each.code, label: km ? each.nameKm : each.name }))}
            genders={GENDERS.map((value) => ({ value, label: people(`gender.${value}`) }))}
            provinces={BIRTH_PROVINCES.map((each) => ({ value: each.code, label: km ? each.km : each.en }))}
          />
        </ClientMessages>
      )}
    </>
  );
}

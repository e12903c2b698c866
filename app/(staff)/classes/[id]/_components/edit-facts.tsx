import { getTranslations } from "next-intl/server";
import { RecordFields } from "@/components/forms/record-fields";
import { Section } from "@/components/layout/section";
import { editClass } from "@/lib/classes/editing/actions";
import { PLAIN_CLASS_TYPES } from "@/lib/classes/kinds";
import type { ClassPage } from "@/lib/classes/queries/get-class";
import { TIMES_OF_DAY } from "@/lib/classes/schemas";
import { type Actor, can } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";

/** The facts of a class, edited where they stand; who may not sees the notes, when there are any. */
export async function EditFacts({ actor, found }: { actor: Actor; found: ClassPage }) {
  const [t, classes] = await Promise.all([getTranslations("classEdit.facts"), getTranslations("classes")]);
  if (!can(actor, "classes:edit"))
    return found.notes ? (
      <Section title={t("notes")}>
        <p className="rounded-lg border bg-card p-4 text-sm">{found.notes}</p>
      </Section>
    ) : null;
  const over = found.status === "COMPLETED" || found.status === "CANCELLED";
  const plain = PLAIN_CLASS_TYPES.some((type) => type === found.classType);
  const shared = found.classType === "COMBINED";
  return (
    <ClientMessages namespaces={["forms"]}>
      <Section title={t("title")}>
        <RecordFields
          action={editClass}
          record={{ id: found.id }}
          version={found.version}
          editable
          fields={[
            ...(over || shared
              ? []
              : [
                  { field: "section", label: t("section"), value: found.section, maxLength: 1 },
                  {
                    field: "timeOfDay",
                    label: t("timeOfDay"),
                    value: found.timeOfDay,
                    kind: "select" as const,
                    emptyAs: "" as const,
                    options: TIMES_OF_DAY.map((value) => ({ value, label: classes(`timeOfDay.${value}`) })),
                  },
                ]),
            ...(over || !plain
              ? []
              : [
                  {
                    field: "classType",
                    label: t("kind"),
                    value: found.classType,
                    kind: "select" as const,
                    emptyAs: "" as const,
                    options: PLAIN_CLASS_TYPES.map((value) => ({
                      value,
                      label: classes(`classType.${value}`),
                    })),
                  },
                ]),
            {
              field: "notes",
              label: t("notes"),
              value: found.notes,
              kind: "textarea" as const,
              maxLength: 1000,
            },
          ]}
        />
      </Section>
    </ClientMessages>
  );
}

import { getTranslations } from "next-intl/server";
import { type RecordField, RecordFields } from "@/components/forms/record-fields";
import { Section } from "@/components/layout/section";
import { editProgramme } from "@/lib/curriculum/programmes/actions";
import { AWARDS } from "@/lib/curriculum/programmes/rules";
import type { ProgrammeRecord } from "@/lib/curriculum/programmes/schemas";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";

type Props = { programme: ProgrammeRecord; editable: boolean };

/** Names, award, faculty, credits and order of a programme, each edited where it stands. */
export async function ProgrammeFields({ programme, editable }: Props) {
  const t = await getTranslations("catalogue");
  const fields: RecordField[] = [
    { field: "name", label: t("fields.name"), value: programme.name, maxLength: 120, emptyAs: "" },
    {
      field: "nameKm",
      label: t("fields.nameKm"),
      value: programme.nameKm,
      lang: "km",
      maxLength: 120,
      emptyAs: "",
    },
    { field: "shortName", label: t("fields.shortName"), value: programme.shortName, maxLength: 40 },
    {
      field: "award",
      label: t("fields.award"),
      value: programme.award,
      kind: "select",
      options: AWARDS[programme.kind].map((value) => ({ value, label: t(`awards.${value}`) })),
      emptyAs: "",
    },
    { field: "facultyCode", label: t("fields.facultyCode"), value: programme.facultyCode, maxLength: 20 },
    { field: "facultyName", label: t("fields.facultyName"), value: programme.facultyName, maxLength: 120 },
    {
      field: "creditsRequired",
      label: t("fields.creditsRequired"),
      value: programme.creditsRequired === null ? null : String(programme.creditsRequired),
      maxLength: 3,
    },
    {
      field: "displayOrder",
      label: t("fields.displayOrder"),
      value: String(programme.displayOrder),
      maxLength: 4,
      emptyAs: "",
    },
  ];
  return (
    <Section title={t("facts.title")}>
      <ClientMessages namespaces={["forms"]}>
        <RecordFields
          action={editProgramme}
          record={{ id: programme.id }}
          version={programme.version}
          editable={editable}
          fields={fields}
        />
      </ClientMessages>
    </Section>
  );
}

import { getTranslations } from "next-intl/server";
import { type RecordField, RecordFields } from "@/components/forms/record-fields";
import { Section } from "@/components/layout/section";
import { editPerson } from "@/lib/people/actions";
import { BIRTH_PROVINCES, NAME_LENGTH } from "@/lib/people/rules";
import { GENDERS, type StudentRecord } from "@/lib/people/schemas";
import { campusToday } from "@/lib/platform/dates/campus";
import { fullYears } from "@/lib/platform/dates/day";
import { countryName } from "@/lib/platform/i18n/country-name";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { student: StudentRecord; editable: boolean };

/** Names, birth, citizenship and e-mail, each edited where it stands. */
export async function Identity({ student, editable }: Props) {
  const [t, format] = await Promise.all([getTranslations("people"), getFormat()]);
  const { person } = student;
  const born = person.dateOfBirth;
  const age = born && t("record.age", { years: fullYears(born, campusToday()) });
  const latin = { maxLength: NAME_LENGTH };
  const khmer = { lang: "km" };
  const fields: RecordField[] = [
    { field: "familyName", label: t("columns.familyName"), value: person.familyName, ...latin },
    { field: "personalName", label: t("columns.personalName"), value: person.personalName, ...latin },
    {
      field: "khmerFamilyName",
      label: t("columns.khmerFamilyName"),
      value: person.khmerFamilyName,
      ...khmer,
    },
    {
      field: "khmerPersonalName",
      label: t("columns.khmerPersonalName"),
      value: person.khmerPersonalName,
      ...khmer,
    },
    {
      field: "gender",
      label: t("columns.gender"),
      value: person.gender,
      kind: "select",
      options: GENDERS.map((value) => ({ value, label: t(`gender.${value}`) })),
      emptyAs: "",
    },
    {
      field: "dateOfBirth",
      label: t("columns.dateOfBirth"),
      value: born,
      kind: "date",
      display: born && `${format.date(born)} · ${age}`,
    },
    {
      field: "birthProvince",
      label: t("record.birthProvince"),
      value: person.birthProvince,
      kind: "select",
      options: BIRTH_PROVINCES.map((province) => ({ value: province.code, label: province[format.locale] })),
    },
    {
      field: "citizenship",
      label: t("record.citizenship"),
      value: person.citizenship,
      kind: "country",
      display: person.citizenship && countryName(person.citizenship, format.locale),
      emptyAs: "",
    },
    { field: "schoolEmail", label: t("columns.schoolEmail"), value: person.schoolEmail, kind: "email" },
    { field: "personalEmail", label: t("record.personalEmail"), value: person.personalEmail, kind: "email" },
  ];
  return (
    <Section title={t("record.identity")}>
      <RecordFields
        action={editPerson}
        record={{ number: student.number }}
        version={person.version}
        editable={editable}
        fields={fields}
      />
    </Section>
  );
}

import { getTranslations } from "next-intl/server";
import { type RecordField, RecordFields } from "@/components/forms/record-fields";
import { Section } from "@/components/layout/section";
import { editPerson } from "@/lib/people/actions";
import type { ColleagueRecord } from "@/lib/people/colleagues/schemas";
import { BIRTH_PROVINCES, NAME_LENGTH } from "@/lib/people/rules";
import { GENDERS } from "@/lib/people/schemas";
import { campusToday } from "@/lib/platform/dates/campus";
import { fullYears } from "@/lib/platform/dates/day";
import { countryName } from "@/lib/platform/i18n/country-name";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { record: ColleagueRecord; editable: boolean };

/** Names, birth, citizenship and e-mail of a teacher or staff member; what the reader may not see is not there. */
export async function ColleagueIdentity({ record, editable }: Props) {
  const [t, format] = await Promise.all([getTranslations("people"), getFormat()]);
  const { person } = record;
  const born = person.dateOfBirth;
  const field = (name: keyof typeof person, label: string, more: Partial<RecordField> = {}): RecordField[] =>
    name in person ? [{ field: name, label, value: (person[name] as string | null) ?? null, ...more }] : [];
  const khmer = { lang: "km" };
  const latin = { maxLength: NAME_LENGTH };
  return (
    <Section title={t("record.identity")}>
      <RecordFields
        action={editPerson}
        record={{ of: record.kind, number: record.number }}
        version={person.version}
        editable={editable}
        fields={[
          ...field("familyName", t("columns.familyName"), latin),
          ...field("personalName", t("columns.personalName"), latin),
          ...field("khmerFamilyName", t("columns.khmerFamilyName"), khmer),
          ...field("khmerPersonalName", t("columns.khmerPersonalName"), khmer),
          ...field("gender", t("columns.gender"), {
            kind: "select",
            options: GENDERS.map((value) => ({ value, label: t(`gender.${value}`) })),
            emptyAs: "",
          }),
          ...field("dateOfBirth", t("columns.dateOfBirth"), {
            kind: "date",
            display:
              born && `${format.date(born)} · ${t("record.age", { years: fullYears(born, campusToday()) })}`,
          }),
          ...field("birthProvince", t("record.birthProvince"), {
            kind: "select",
            options: BIRTH_PROVINCES.map((each) => ({ value: each.code, label: each[format.locale] })),
          }),
          ...field("citizenship", t("record.citizenship"), {
            kind: "country",
            display: person.citizenship && countryName(person.citizenship, format.locale),
            emptyAs: "",
          }),
          ...field("schoolEmail", t("columns.schoolEmail"), { kind: "email" }),
          ...field("personalEmail", t("record.personalEmail"), { kind: "email" }),
        ]}
      />
    </Section>
  );
}

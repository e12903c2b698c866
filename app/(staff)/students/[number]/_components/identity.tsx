import { getTranslations } from "next-intl/server";
import { InlineField } from "@/components/forms/inline-field";
import { RecordEditor } from "@/components/forms/record-editor";
import { Section } from "@/components/layout/section";
import { editPerson } from "@/lib/people/actions";
import { BIRTH_PROVINCES, NAME_LENGTH } from "@/lib/people/rules";
import { GENDERS, type StudentRecord } from "@/lib/people/schemas";
import { campusToday } from "@/lib/platform/dates/campus";
import { fullYears } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { student: StudentRecord; editable: boolean };

/** Names, birth, citizenship and e-mail, each edited where it stands. */
export async function Identity({ student, editable }: Props) {
  const [t, format] = await Promise.all([getTranslations("people"), getFormat()]);
  const { person } = student;
  const common = { action: editPerson, readOnly: !editable };
  const genders = GENDERS.map((value) => ({ value, label: t(`gender.${value}`) }));
  const provinces = BIRTH_PROVINCES.map(({ code, en, km }) => ({
    value: code,
    label: format.locale === "km" ? km : en,
  }));
  const born = person.dateOfBirth;
  return (
    <Section title={t("record.identity")}>
      <RecordEditor record={{ number: student.number }} version={person.version}>
        <div className="grid gap-x-6 gap-y-3 rounded-lg border bg-card p-4 sm:grid-cols-2">
          <InlineField
            {...common}
            field="familyName"
            label={t("columns.familyName")}
            value={person.familyName}
            maxLength={NAME_LENGTH}
          />
          <InlineField
            {...common}
            field="personalName"
            label={t("columns.personalName")}
            value={person.personalName}
            maxLength={NAME_LENGTH}
          />
          <InlineField
            {...common}
            field="khmerFamilyName"
            label={t("columns.khmerFamilyName")}
            value={person.khmerFamilyName}
            lang="km"
          />
          <InlineField
            {...common}
            field="khmerPersonalName"
            label={t("columns.khmerPersonalName")}
            value={person.khmerPersonalName}
            lang="km"
          />
          <InlineField
            {...common}
            field="gender"
            label={t("columns.gender")}
            value={person.gender}
            kind="select"
            options={genders}
            emptyAs=""
          />
          <InlineField
            {...common}
            field="dateOfBirth"
            label={t("columns.dateOfBirth")}
            value={born}
            kind="date"
            display={
              born && `${format.date(born)} · ${t("record.age", { years: fullYears(born, campusToday()) })}`
            }
          />
          <InlineField
            {...common}
            field="birthProvince"
            label={t("record.birthProvince")}
            value={person.birthProvince}
            kind="select"
            options={provinces}
          />
          <InlineField
            {...common}
            field="citizenship"
            label={t("record.citizenship")}
            value={person.citizenship}
            maxLength={2}
            emptyAs=""
          />
          <InlineField
            {...common}
            field="schoolEmail"
            label={t("columns.schoolEmail")}
            value={person.schoolEmail}
            kind="email"
          />
          <InlineField
            {...common}
            field="personalEmail"
            label={t("record.personalEmail")}
            value={person.personalEmail}
            kind="email"
          />
        </div>
      </RecordEditor>
    </Section>
  );
}

import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type RecordField, RecordFields } from "@/components/forms/record-fields";
import { Section } from "@/components/layout/section";
import { editStudent } from "@/lib/people/actions";
import { STUDY_TIMES, type StudentRecord } from "@/lib/people/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { student: StudentRecord; editable: boolean };

/** Study time, transfer, admission, monk and older numbers. */
export async function StudyFacts({ student: record, editable }: Props) {
  const [t, format] = await Promise.all([getTranslations("people"), getFormat()]);
  const { student } = record;
  const yesNo = (["true", "false"] as const).map((value) => ({ value, label: t(`yesNo.${value}`) }));
  const choice = { kind: "select", emptyAs: "" } as const;
  const fields: RecordField[] = [
    {
      field: "studyTime",
      label: t("columns.studyTime"),
      value: student.studyTime,
      options: STUDY_TIMES.map((value) => ({ value, label: t(`studyTimes.${value}`) })),
      ...choice,
    },
    {
      field: "admittedOn",
      label: t("columns.admittedOn"),
      value: student.admittedOn,
      kind: "date",
      display: student.admittedOn && format.date(student.admittedOn),
    },
    {
      field: "isTransfer",
      label: t("columns.transfer"),
      value: String(student.isTransfer),
      options: yesNo,
      ...choice,
    },
  ];
  return (
    <Section title={t("record.studies")}>
      <RecordFields
        action={editStudent}
        record={{ number: record.number }}
        version={student.version}
        editable={editable}
        fields={fields}
      >
        <div>
          <span className="block text-muted-foreground text-sm">{t("columns.monk")}</span>
          <span className="flex min-h-8 items-center gap-2">
            {t(`yesNo.${student.isMonk}`)}
            {/* The mark follows the times as a monk, which stand with the person. */}
            {editable && (
              <Link href={`/students/${record.label}/person#monk`} prefetch={false} className="underline">
                {t("record.monkTimes")}
              </Link>
            )}
          </span>
        </div>
      </RecordFields>
    </Section>
  );
}

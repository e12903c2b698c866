import { getTranslations } from "next-intl/server";
import { InlineField } from "@/components/forms/inline-field";
import { RecordEditor } from "@/components/forms/record-editor";
import { Section } from "@/components/layout/section";
import { editStudent } from "@/lib/people/actions";
import { STUDY_TIMES, type StudentRecord } from "@/lib/people/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { student: StudentRecord; editable: boolean };

/** Study time, monk, transfer, admission and older numbers. */
export async function StudyFacts({ student: record, editable }: Props) {
  const [t, format] = await Promise.all([getTranslations("people"), getFormat()]);
  const { student } = record;
  const common = { action: editStudent, readOnly: !editable };
  const times = STUDY_TIMES.map((value) => ({ value, label: t(`studyTimes.${value}`) }));
  const yesNo = (["true", "false"] as const).map((value) => ({ value, label: t(`yesNo.${value}`) }));
  return (
    <Section title={t("record.studies")}>
      <RecordEditor record={{ number: record.number }} version={student.version}>
        <div className="grid gap-x-6 gap-y-3 rounded-lg border bg-card p-4 sm:grid-cols-2">
          <InlineField
            {...common}
            field="studyTime"
            label={t("columns.studyTime")}
            value={student.studyTime}
            kind="select"
            options={times}
            emptyAs=""
          />
          <InlineField
            {...common}
            field="admittedOn"
            label={t("columns.admittedOn")}
            value={student.admittedOn}
            kind="date"
            display={student.admittedOn && format.date(student.admittedOn)}
          />
          <InlineField
            {...common}
            field="isMonk"
            label={t("columns.monk")}
            value={String(student.isMonk)}
            kind="select"
            options={yesNo}
            emptyAs=""
          />
          <InlineField
            {...common}
            field="isTransfer"
            label={t("columns.transfer")}
            value={String(student.isTransfer)}
            kind="select"
            options={yesNo}
            emptyAs=""
          />
          {record.aliases.length > 0 && (
            <div>
              <span className="block text-muted-foreground text-sm">{t("record.aliases")}</span>
              <span className="tabular">{record.aliases.join(", ")}</span>
            </div>
          )}
        </div>
      </RecordEditor>
    </Section>
  );
}

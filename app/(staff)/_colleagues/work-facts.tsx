import { getTranslations } from "next-intl/server";
import { type RecordField, RecordFields } from "@/components/forms/record-fields";
import { Section } from "@/components/layout/section";
import { listDepartments } from "@/lib/organization/queries/departments";
import { editStaff, editTeacher } from "@/lib/people/colleagues/actions";
import type { ColleagueRecord } from "@/lib/people/colleagues/schemas";
import { DEGREES } from "@/lib/people/kinds";
import type { AccountActor } from "@/lib/platform/access/actor";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { actor: AccountActor; record: ColleagueRecord; editable: boolean };

/** Department, degree or post, and the days; the last day is set with the status. */
export async function WorkFacts({ actor, record, editable }: Props) {
  const [t, format, departments] = await Promise.all([
    getTranslations("colleagues"),
    getFormat(),
    listDepartments(actor),
  ]);
  const { kind, profile, number } = record;
  const current = profile.department?.code ?? null;
  const own: RecordField =
    kind === "teacher"
      ? {
          field: "terminalDegree",
          label: t("facts.degree"),
          value: profile.terminalDegree,
          kind: "select",
          options: DEGREES.map((value) => ({ value, label: t(`degrees.${value}`) })),
          emptyAs: "",
        }
      : { field: "jobTitle", label: t("facts.jobTitle"), value: profile.jobTitle, maxLength: 120 };
  const fields: RecordField[] = [
    own,
    {
      field: "departmentCode",
      label: t("facts.department"),
      value: current,
      kind: "select",
      options: departments
        .filter(({ isActive, code }) => isActive || code === current)
        .map(({ code, name, nameKm }) => ({ value: code, label: format.locale === "km" ? nameKm : name })),
    },
    {
      field: "startDate",
      label: t("facts.startDate"),
      value: profile.startDate,
      kind: "date",
      display: format.date(profile.startDate),
      emptyAs: "",
    },
  ];
  return (
    <Section title={t("work")}>
      <RecordFields
        action={kind === "teacher" ? editTeacher : editStaff}
        record={{ number }}
        version={profile.version}
        editable={editable}
        fields={fields}
      >
        <div>
          <span className="block text-muted-foreground text-sm">{t("facts.endDate")}</span>
          <span>{profile.endDate ? format.date(profile.endDate) : "—"}</span>
          {editable && <span className="block text-muted-foreground text-xs">{t("facts.endDateHelp")}</span>}
        </div>
      </RecordFields>
    </Section>
  );
}

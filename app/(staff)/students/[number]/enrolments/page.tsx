import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { listStudentEnrolments } from "@/lib/registration/queries/student-enrolments";
import { loadStudent } from "../_components/load";
import { recordTitle } from "../_components/record-title";
import { enrolmentColumns, toEnrolmentRow } from "./_components/enrolment-table";

export function generateMetadata({ params }: PageProps<"/students/[number]/enrolments">): Promise<Metadata> {
  return recordTitle(params, "registration:read");
}

export default async function StudentEnrolmentsPage({ params }: PageProps<"/students/[number]/enrolments">) {
  const { actor, student } = await loadStudent(params, "registration:read");
  const [enrolments, columns, t, format] = await Promise.all([
    listStudentEnrolments(actor, student.personId),
    enrolmentColumns(),
    getTranslations("record.classes"),
    getFormat(),
  ]);
  if (enrolments.length === 0) {
    return (
      <EmptyState icon="school" title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  }
  const today = campusToday();
  const linked = can(actor, "classes:read");
  const words = { audit: t("audit"), late: t("late"), override: t("override") };
  const rows = enrolments.map((enrolment) => toEnrolmentRow(enrolment, format, words, linked));
  const running = new Set(enrolments.filter((each) => each.termEnd >= today).map((each) => each.id));
  const parts = [
    { key: "current", rows: rows.filter((row) => running.has(row.id)) },
    { key: "earlier", rows: rows.filter((row) => !running.has(row.id)) },
  ] as const;
  return (
    <div className="flex flex-col gap-stack">
      {parts
        .filter((part) => part.rows.length > 0)
        .map((part) => (
          <Section key={part.key} title={t(part.key)} detail={format.number(part.rows.length)}>
            <DataTable
              name={`student-classes-${part.key}`}
              caption={t("caption")}
              columns={columns}
              rows={part.rows}
              path={`/students/${student.label}/enrolments`}
              params={{}}
            />
          </Section>
        ))}
    </div>
  );
}

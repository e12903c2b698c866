import { getTranslations } from "next-intl/server";
import { courseTitle, timesText } from "@/components/classes/times-text";
import type { Column, KeyOf, Row, Tone } from "@/components/data-table/columns";
import { campusDay } from "@/lib/platform/dates/campus";
import type { EnrolmentStatus } from "@/lib/platform/db/generated/enums";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import type { StudentEnrolment } from "@/lib/registration/queries/student-enrolments";

export type EnrolmentRow = Row & {
  id: number;
  class: string;
  title: string;
  term: string;
  times: string[];
  status: EnrolmentStatus;
  grade: string | null;
  since: string;
  remark: string[];
};

const TONE: Record<EnrolmentStatus, Tone> = {
  ENROLLED: "success",
  WAITLISTED: "warning",
  OFFERED: "warning",
  DROPPED: "neutral",
  WITHDRAWN: "neutral",
  COMPLETED: "info",
  FAILED: "danger",
  INCOMPLETE: "warning",
  NO_SHOW: "danger",
};

/** A place in a class as the table wants it, linked to the class. */
export function toEnrolmentRow(
  enrolment: StudentEnrolment,
  format: Formatter,
  words: Record<"audit" | "late" | "override", string>,
  linked: boolean,
): EnrolmentRow {
  const { isAudit, isLate, hasOverride } = enrolment;
  return {
    id: enrolment.id,
    ...(linked ? { href: `/classes/${enrolment.classId}` } : {}),
    class: `${enrolment.code} ${enrolment.section}`,
    title: courseTitle(enrolment, format),
    term: format.words(enrolment.termName),
    times: timesText(enrolment.times, format),
    status: enrolment.status,
    grade: enrolment.finalLetter,
    since: campusDay(enrolment.enrolledAt),
    remark: [isAudit && words.audit, isLate && words.late, hasOverride && words.override].filter(
      (word) => word !== false,
    ),
  };
}

export async function enrolmentColumns(): Promise<Column<KeyOf<EnrolmentRow>>[]> {
  const [t, statuses] = await Promise.all([
    getTranslations("record"),
    getTranslations("registration.status"),
  ]);
  const badges = Object.fromEntries(
    (Object.keys(TONE) as EnrolmentStatus[]).map((status) => [
      status,
      { label: statuses(status), tone: TONE[status] },
    ]),
  );
  return [
    { key: "class", label: t("classes.class"), kind: "code", fixed: true, phone: "title" },
    { key: "title", label: t("columns.title"), kind: "text", fixed: true, phone: "line" },
    { key: "term", label: t("classes.term"), kind: "text", fixed: true, phone: "line" },
    { key: "times", label: t("classes.times"), kind: "list", fixed: true, phone: "line" },
    { key: "status", label: t("classes.status"), kind: "badge", badges, fixed: true, phone: "aside" },
    { key: "grade", label: t("classes.grade"), kind: "code", fixed: true, phone: "hidden" },
    { key: "since", label: t("classes.since"), kind: "date", fixed: true, phone: "hidden" },
    { key: "remark", label: t("columns.remark"), kind: "list", fixed: true, phone: "line" },
  ];
}

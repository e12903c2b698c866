import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrintButton } from "@/components/registration/print-button";
import { WeekPage } from "@/components/timetable/week-page";
import { loadWeek } from "@/components/timetable/week-params";
import { listHolidays } from "@/lib/calendar/queries";
import { can } from "@/lib/platform/access/actor";
import { listMeetingsOfStudent } from "@/lib/registration/queries/student-week";
import { loadStudent } from "../_components/load";
import { recordTitle } from "../_components/record-title";

type Props = PageProps<"/students/[number]/timetable">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return recordTitle(params, "registration:read");
}

/** The student's week as the student sees it, for staff; each meeting leads to its class. */
export default async function StudentTimetablePage({ params, searchParams }: Props) {
  const { actor, student } = await loadStudent(params, "registration:read");
  const { sunday, ...week } = await loadWeek(searchParams);
  const [meetings, holidays, t] = await Promise.all([
    listMeetingsOfStudent(actor, student.personId, week.monday, sunday),
    listHolidays(actor, week.monday, sunday),
    getTranslations("timetableStaff"),
  ]);
  const linked = can(actor, "classes:read");
  return (
    <WeekPage
      path={`/students/${student.label}/timetable`}
      {...week}
      meetings={meetings}
      holidays={holidays}
      showTeacher
      details={["room", "teacher"]}
      emptyText={t("student.empty")}
      hrefOf={linked ? (meeting) => `/classes/${meeting.classId}` : undefined}
      tools={<PrintButton>{t("print")}</PrintButton>}
    />
  );
}

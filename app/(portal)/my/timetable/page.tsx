import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PrintButton } from "@/components/registration/print-button";
import { WeekPage } from "@/components/timetable/week-page";
import { loadWeek } from "@/components/timetable/week-params";
import { listHolidays } from "@/lib/calendar/queries";
import { requirePage } from "@/lib/platform/auth/page";
import { listStudentMeetings } from "@/lib/registration/queries/student-week";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registration.timetable"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The student's week from dated meetings, cancelled ones included. */
export default async function StudentTimetablePage({ searchParams }: Props) {
  const actor = await requirePage("registration:read_own");
  const { sunday, ...week } = await loadWeek(searchParams);
  const [meetings, holidays, t] = await Promise.all([
    listStudentMeetings(actor, week.monday, sunday),
    listHolidays(actor, week.monday, sunday),
    getTranslations("registration.timetable"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} actions={<PrintButton>{t("print")}</PrintButton>} />
      <WeekPage path="/my/timetable" {...week} meetings={meetings} holidays={holidays} showTeacher />
    </>
  );
}

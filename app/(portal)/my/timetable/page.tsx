import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PrintButton } from "@/components/registration/print-button";
import { WeekPage } from "@/components/timetable/week-page";
import { loadWeek } from "@/components/timetable/week-params";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
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
  const [meetings, holidays, t, feeds] = await Promise.all([
    listStudentMeetings(actor, week.monday, sunday),
    listHolidays(actor, week.monday, sunday),
    getTranslations("registration.timetable"),
    getTranslations("calendarFeeds"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <Link
              href="/account/calendar"
              prefetch={false}
              className={buttonVariants({ variant: "outline" })}
            >
              <Icon name="calendar-days" />
              {feeds("subscribe")}
            </Link>
            <PrintButton>{t("print")}</PrintButton>
          </>
        }
      />
      <WeekPage path="/my/timetable" {...week} meetings={meetings} holidays={holidays} showTeacher />
    </>
  );
}

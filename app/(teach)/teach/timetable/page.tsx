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
import { listTeacherMeetings } from "@/lib/classes/queries/teacher-week";
import { requirePage } from "@/lib/platform/auth/page";
import { addDays } from "@/lib/platform/dates/day";
import { settingOn } from "@/lib/platform/settings/settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registration.timetable"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The teacher's week; each meeting leads to its roster, as long as that is within the teacher's reach. */
export default async function TeacherTimetablePage({ searchParams }: Props) {
  const actor = await requirePage("classes:read_own");
  const { sunday, ...week } = await loadWeek(searchParams);
  const [days, meetings, holidays, t, feeds] = await Promise.all([
    settingOn("classes.teacher_days", week.today),
    listTeacherMeetings(actor, week.monday, sunday, true),
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
      <WeekPage
        path="/teach/timetable"
        {...week}
        meetings={meetings}
        holidays={holidays}
        showTeacher
        hrefOf={(meeting) =>
          addDays(meeting.date, days.rosters) < week.today ? undefined : `/teach/classes/${meeting.classId}`
        }
      />
    </>
  );
}

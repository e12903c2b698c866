import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { MeetingLines } from "@/components/meetings/meeting-lines";
import { PrintButton } from "@/components/registration/print-button";
import { TimetableTabs } from "@/components/timetable/timetable-tabs";
import { Alert } from "@/components/ui/alert";
import { Button, buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { listHolidays } from "@/lib/calendar/queries";
import { countDayChanges, listDayChanges } from "@/lib/classes/timetable/queries/day-changes";
import { loadDayParams } from "@/lib/classes/timetable/search-params";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays, startOfWeek, weekday } from "@/lib/platform/dates/day";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

const PATH = "/timetable/changes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings.changes"))("title") };
}

/** What differs from the weekly timetable on a day, for the office, the notice board and whoever answers the telephone. */
export default async function DayChangesPage({ searchParams }: PageProps<"/timetable/changes">) {
  const actor = await requirePage("classes:read");
  const today = campusToday();
  const day = (await loadDayParams(searchParams)).day ?? today;
  const monday = startOfWeek(day);
  const sunday = addDays(monday, 6);
  const [lines, counts, holidays, t, format] = await Promise.all([
    listDayChanges(actor, day),
    countDayChanges(actor, monday, sunday),
    listHolidays(actor, monday, sunday),
    getTranslations("meetings.changes"),
    getFormat(),
  ]);
  const of = (date: string) => counts.find((each) => each.day === date) ?? { meetings: 0, changed: 0 };
  const closed = holidays.get(day);
  const step = cn(buttonVariants({ variant: "outline", size: "icon" }));
  return (
    <ClientMessages namespaces={["meetings", "forms"]}>
      <PageHeader
        title={t("title")}
        detail={format.date(day, "weekday")}
        description={t("lead")}
        actions={<PrintButton>{t("print")}</PrintButton>}
      />
      <TimetableTabs />
      <div data-print="hide" className="mb-4 flex flex-wrap items-center gap-2">
        <Link
          href={`${PATH}?day=${addDays(day, -1)}`}
          prefetch={false}
          aria-label={t("previous")}
          className={step}
        >
          <Icon name="chevron-left" />
        </Link>
        <Link
          href={`${PATH}?day=${addDays(day, 1)}`}
          prefetch={false}
          aria-label={t("next")}
          className={step}
        >
          <Icon name="chevron-right" />
        </Link>
        <form action={PATH} className="flex items-center gap-2">
          <Input key={day} type="date" name="day" defaultValue={day} aria-label={t("day")} className="w-40" />
          <Button type="submit" variant="outline">
            {t("go")}
          </Button>
        </form>
        {day === today ? null : (
          <Link href={PATH} prefetch={false} className={buttonVariants({ variant: "ghost" })}>
            {t("today")}
          </Link>
        )}
      </div>
      <nav aria-label={t("week")} data-print="hide" className="mb-4 overflow-x-auto">
        <ul className="flex gap-1.5">
          {Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((date) => (
            <li key={date} className="flex-1">
              <Link
                href={date === today ? PATH : `${PATH}?day=${date}`}
                prefetch={false}
                aria-current={date === day ? "date" : undefined}
                className="flex min-w-20 flex-col rounded-md border bg-card px-3 py-2 text-sm hover:border-input current:border-primary current:bg-accent"
              >
                <span className="font-medium">{format.weekday(weekday(date), "short")}</span>
                <span className="whitespace-nowrap text-muted-foreground text-xs">
                  {holidays.has(date) ? (
                    <span className="text-laterite">{holidays.get(date)}</span>
                  ) : (
                    `${format.number(of(date).changed)} / ${format.number(of(date).meetings)}`
                  )}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {closed ? (
        <Alert variant="info" className="mb-stack">
          {t("closed", { name: closed })}
        </Alert>
      ) : null}
      {lines.length > 0 ? (
        <Section
          framed
          title={t("caption", { date: format.date(day, "weekday") })}
          detail={t("summary", { changed: of(day).changed, count: of(day).meetings })}
        >
          <MeetingLines lines={lines} today={today} edits={can(actor, "classes:edit")} withClass />
        </Section>
      ) : closed ? null : (
        <EmptyState icon="circle-check" title={t("none")}>
          {t("noneText", { count: of(day).meetings })}
        </EmptyState>
      )}
    </ClientMessages>
  );
}

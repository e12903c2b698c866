import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { cn } from "@/components/ui/cn";
import type { MeetingRow } from "@/lib/classes/schemas";
import { addDays, type Day } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { MeetingList } from "./meeting-list";
import { WeekBar, type WeekView } from "./week-bar";
import { WeekGrid } from "./week-grid";

type Props = {
  path: string;
  monday: Day;
  thisMonday: Day;
  today: Day;
  nowMinutes: number;
  view: WeekView;
  meetings: MeetingRow[];
  holidays: ReadonlyMap<Day, string>;
  hrefOf?: (meeting: MeetingRow) => string | undefined;
  showTeacher?: boolean;
};

/** A week of somebody's meetings. Without a choice a desk gets the grid and a phone the list, by style sheet alone. */
export async function WeekPage(props: Props) {
  const { path, monday, thisMonday, today, nowMinutes, view, meetings, holidays, hrefOf, showTeacher } =
    props;
  const [t, format] = await Promise.all([getTranslations("registration.timetable"), getFormat()]);
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index)).filter(
    (day) => holidays.has(day) || meetings.some((each) => each.date === day),
  );
  return (
    <>
      <WeekBar
        path={path}
        monday={monday}
        thisMonday={thisMonday}
        view={view}
        format={format}
        texts={{
          view: t("view"),
          previous: t("previous"),
          next: t("next"),
          thisWeek: t("thisWeek"),
          grid: t("grid"),
          list: t("list"),
        }}
      />
      {meetings.length === 0 ? (
        <EmptyState icon="calendar-days" title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      ) : null}
      {meetings.length > 0 && view !== "list" ? (
        <WeekGrid
          monday={monday}
          today={today}
          meetings={meetings}
          holidays={holidays}
          format={format}
          texts={{ caption: t("caption"), cancelled: t("cancelled"), today: t("today") }}
          hrefOf={hrefOf}
          className={view === "auto" ? "hidden md:block print:block" : undefined}
        />
      ) : null}
      {view !== "grid" ? (
        <div className={cn("flex flex-col gap-5", view === "auto" && "md:hidden print:hidden")}>
          {days.map((day) => (
            <Section
              key={day}
              framed
              title={
                day === today ? `${t("today")} · ${format.date(day, "weekday")}` : format.date(day, "weekday")
              }
              detail={holidays.get(day)}
            >
              {meetings.some((each) => each.date === day) ? (
                <MeetingList
                  meetings={meetings.filter((each) => each.date === day)}
                  nowMinutes={day === today ? nowMinutes : undefined}
                  hrefOf={hrefOf}
                  showTeacher={showTeacher}
                />
              ) : (
                <p className="px-4 py-3 text-muted-foreground text-sm">{t("freeDay")}</p>
              )}
            </Section>
          ))}
        </div>
      ) : null}
    </>
  );
}

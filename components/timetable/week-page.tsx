import type { ReactNode } from "react";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { cn } from "@/components/ui/cn";
import type { MeetingRow } from "@/lib/classes/schemas";
import { addDays, type Day } from "@/lib/platform/dates/day";
import type { UrlParams } from "@/lib/platform/url/href";
import { MarkLegend } from "./mark-legend";
import type { Detail } from "./meeting-card";
import { MeetingList } from "./meeting-list";
import { WeekBar, type WeekView } from "./week-bar";
import { WeekGrid } from "./week-grid";
import type { WeekFrame } from "./week-layout";
import { WeekTable } from "./week-table";
import { weekWords } from "./week-words";

type Props = {
  path: string;
  /** The rest of the address: whose week it is. */
  params?: UrlParams;
  monday: Day;
  thisMonday: Day;
  today: Day;
  nowMinutes: number;
  view: WeekView;
  meetings: MeetingRow[];
  holidays: ReadonlyMap<Day, string>;
  hrefOf?: ((meeting: MeetingRow) => string | undefined) | undefined;
  /** What stands on a meeting of the grid below its class; the room where nothing is said. */
  details?: readonly Detail[];
  showTeacher?: boolean;
  /** Hours that are shown although nothing happens in them, so that something can be put there. */
  frame?: WeekFrame;
  /** Many meetings at one time: a table instead of the grid. */
  crowded?: boolean;
  handle?: ((meeting: MeetingRow) => ReactNode) | undefined;
  /** Drawn although nothing happens in the week. */
  evenEmpty?: boolean;
  emptyText?: string;
  /** At the end of the bar. */
  tools?: ReactNode;
  /** Between the bar and the week. */
  children?: ReactNode;
};

/** A week of meetings. Without a choice a desk gets the grid and a phone the list, by style sheet alone. */
export async function WeekPage(props: Props) {
  const { monday, today, nowMinutes, view, meetings, holidays, hrefOf, showTeacher, handle, crowded } = props;
  const words = await weekWords();
  const { timetable, format } = words;
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index)).filter(
    (day) => holidays.has(day) || meetings.some((each) => each.date === day),
  );
  const drawn = { monday, today, meetings, holidays, words, hrefOf, details: props.details ?? ["room"] };
  const className = view === "auto" ? "hidden md:block print:block" : undefined;
  const empty = meetings.length === 0;
  return (
    <>
      <WeekBar
        path={props.path}
        params={props.params}
        monday={monday}
        thisMonday={props.thisMonday}
        view={view}
        words={words}
        tools={props.tools}
      />
      <p data-print="only" className="mb-1 font-semibold">
        {format.dateRange(monday, addDays(monday, 6))}
      </p>
      {props.children}
      {empty && !(props.evenEmpty && view !== "list") ? (
        <EmptyState icon="calendar-days" title={timetable("empty")}>
          {props.emptyText ?? timetable("emptyText")}
        </EmptyState>
      ) : null}
      {view === "list" || (empty && !props.evenEmpty) ? null : crowded ? (
        <WeekTable {...drawn} handle={handle} className={className} />
      ) : (
        <WeekGrid {...drawn} frame={props.frame} handle={handle} className={className} />
      )}
      {view === "list" ? null : (
        <MarkLegend
          meetings={meetings}
          words={words}
          className={view === "auto" ? "hidden md:flex print:flex" : undefined}
        />
      )}
      {view !== "grid" ? (
        <div className={cn("flex flex-col gap-5", view === "auto" && "md:hidden print:hidden")}>
          {days.map((day) => (
            <Section
              key={day}
              framed
              title={
                day === today
                  ? `${timetable("today")} · ${format.date(day, "weekday")}`
                  : format.date(day, "weekday")
              }
              detail={holidays.get(day)}
            >
              {meetings.some((each) => each.date === day) ? (
                <MeetingList
                  meetings={meetings.filter((each) => each.date === day)}
                  nowMinutes={day === today ? nowMinutes : undefined}
                  hrefOf={hrefOf}
                  showTeacher={showTeacher}
                  handle={handle}
                />
              ) : (
                <p className="px-4 py-3 text-muted-foreground text-sm">{timetable("freeDay")}</p>
              )}
            </Section>
          ))}
        </div>
      ) : null}
    </>
  );
}

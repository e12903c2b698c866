import "./timetable.css";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { MeetingRow } from "@/lib/classes/schemas";
import { type Day, weekday } from "@/lib/platform/dates/day";
import { type Detail, MeetingCard } from "./meeting-card";
import { marksOf } from "./meeting-marks";
import { layOutWeek, type Placed, type WeekFrame } from "./week-layout";
import type { WeekWords } from "./week-words";

type Props = {
  monday: Day;
  today: Day;
  meetings: MeetingRow[];
  /** Names of holidays by day. */
  holidays: ReadonlyMap<Day, string>;
  words: WeekWords;
  details: readonly Detail[];
  frame?: WeekFrame | undefined;
  /** Where a meeting leads to. */
  hrefOf?: ((meeting: MeetingRow) => string | undefined) | undefined;
  /** The handle that moves a meeting, where it may be moved. */
  handle?: ((meeting: MeetingRow) => ReactNode) | undefined;
  className?: string | undefined;
};

/** Quarter hours from which an item has room for one more line. */
const TALL = 8;

function Item({ meeting, props }: { meeting: Placed<MeetingRow>; props: Props }) {
  const { words, details, hrefOf, handle } = props;
  const rows = meeting.rowEnd - meeting.rowStart;
  return (
    <li
      className={cn(
        "tt-item group/item",
        `tt-s${meeting.rowStart} tt-e${meeting.rowEnd} tt-c${meeting.colour} tt-l${meeting.lane} tt-of${meeting.lanes}`,
      )}
      data-meeting={meeting.id}
      data-cancelled={meeting.cancelled || undefined}
      data-changed={(!meeting.cancelled && marksOf(meeting).length > 0) || undefined}
      title={words.tellMeeting(meeting)}
    >
      <MeetingCard
        meeting={meeting}
        words={words}
        details={details}
        href={hrefOf?.(meeting)}
        lines={rows >= TALL ? 1 : 0}
        narrow={meeting.lanes > 1}
      />
      {handle?.(meeting)}
    </li>
  );
}

/** The week as a grid, hours down and days across; on paper as well. Phones show <MeetingList> instead. */
export function WeekGrid(props: Props) {
  const { monday, today, meetings, holidays, words, frame, className } = props;
  const { format, timetable } = words;
  const { firstHour, hours, days } = layOutWeek(monday, meetings, frame);
  const columns = `tt-d${days.length} tt-r${hours * 4}`;
  return (
    <section
      aria-label={timetable("caption")}
      className={cn("tt-sheet overflow-x-auto rounded-lg border bg-card", className)}
    >
      <div className={cn("tt min-w-[42rem] border-b", columns)}>
        <span />
        {days.map(({ day }) => (
          <div key={day} className="min-w-0 border-l px-2 py-1.5 text-center">
            <p className={cn("font-medium text-sm", day === today && "text-primary")}>
              {format.weekday(weekday(day), "short")}
              {day === today ? <span className="sr-only"> {timetable("today")}</span> : null}
            </p>
            <p
              className={cn(
                "tabular text-muted-foreground text-xs",
                day === today && "font-semibold text-primary underline underline-offset-4",
              )}
            >
              {format.date(day).replace(/\s\S+$/, "")}
            </p>
            {holidays.has(day) ? (
              <p title={holidays.get(day)} className="truncate text-laterite text-xs">
                {holidays.get(day)}
              </p>
            ) : null}
          </div>
        ))}
      </div>
      <div className={cn("tt min-w-[42rem]", frame && "tt-dense", columns)}>
        <div className="tt-hours" aria-hidden>
          {Array.from({ length: hours }, (_, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: hours never move.
              key={index}
              className="tabular pt-0.5 pr-1.5 text-right text-muted-foreground text-xs"
            >
              {format.time((firstHour + index) * 60)}
            </span>
          ))}
        </div>
        {days.map(({ day, meetings: ofDay }) => (
          <ol
            key={day}
            className="tt-day"
            data-day={day}
            data-today={day === today || undefined}
            data-closed={holidays.has(day) || undefined}
            aria-label={format.date(day, "weekday")}
          >
            {ofDay.map((meeting) => (
              <Item key={`${meeting.id}-${meeting.classId}`} meeting={meeting} props={props} />
            ))}
          </ol>
        ))}
      </div>
    </section>
  );
}

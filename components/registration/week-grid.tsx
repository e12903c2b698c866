import "./timetable.css";
import type { ReactNode } from "react";
import { courseTitle } from "@/components/classes/times-text";
import { cn } from "@/components/ui/cn";
import type { MeetingRow } from "@/lib/classes/schemas";
import { type Day, weekday } from "@/lib/platform/dates/day";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import { layOutWeek, type PlacedMeeting } from "./week-layout";

type Texts = { caption: string; cancelled: string; today: string };
type Props = {
  monday: Day;
  today: Day;
  meetings: MeetingRow[];
  /** Names of holidays by day. */
  holidays: ReadonlyMap<Day, string>;
  format: Formatter;
  texts: Texts;
  /** Where a meeting leads to, for teachers. */
  hrefOf?: (meeting: MeetingRow) => string | undefined;
  className?: string;
};

/** Quarter hours from which an item has room for the course's title. */
const TALL = 9;

function Item({ meeting, props }: { meeting: PlacedMeeting; props: Props }) {
  const { format, texts, hrefOf } = props;
  const title = courseTitle(meeting, format);
  const href = hrefOf?.(meeting);
  const what: ReactNode = (
    <>
      <b className="block break-words font-semibold text-xs">
        {meeting.code} {meeting.section}
      </b>
      <span className="block truncate">{meeting.cancelled ? texts.cancelled : (meeting.room ?? "—")}</span>
    </>
  );
  return (
    <li
      className={cn("tt-item", `tt-s${meeting.rowStart}`, `tt-e${meeting.rowEnd}`, `tt-c${meeting.colour}`)}
      data-lane={meeting.lane}
      data-shared={meeting.shared && meeting.lane === 0 ? "0" : undefined}
      data-cancelled={meeting.cancelled || undefined}
      title={`${title} · ${format.timeRange(meeting.startMin, meeting.endMin)}`}
    >
      {href ? (
        <a href={href} className="block after:absolute after:inset-0">
          {what}
        </a>
      ) : (
        what
      )}
      <span className="tabular block truncate text-muted-foreground text-xs">
        {format.timeRange(meeting.startMin, meeting.endMin)}
      </span>
      {meeting.rowEnd - meeting.rowStart >= TALL ? (
        <span className="mt-0.5 line-clamp-2 text-muted-foreground text-xs">{title}</span>
      ) : null}
    </li>
  );
}

/** The week as a grid, hours down and days across; on paper too. Phones show <MeetingList> instead. */
export function WeekGrid(props: Props) {
  const { monday, today, meetings, holidays, format, texts, className } = props;
  const { firstHour, hours, days } = layOutWeek(monday, meetings);
  const columns = `tt-d${days.length}`;
  return (
    <section
      aria-label={texts.caption}
      className={cn("overflow-x-auto rounded-lg border bg-card", className)}
    >
      <div className={cn("tt min-w-[42rem] border-b", columns)}>
        <span />
        {days.map(({ day }) => (
          <div key={day} className="border-l px-2 py-1.5 text-center">
            <p className={cn("font-medium text-sm", day === today && "text-primary")}>
              {format.weekday(weekday(day), "short")}
              {day === today ? <span className="sr-only"> {texts.today}</span> : null}
            </p>
            <p
              className={cn(
                "tabular text-muted-foreground text-xs",
                day === today && "font-semibold text-primary",
              )}
            >
              {format.date(day).replace(/\s\S+$/, "")}
            </p>
            {holidays.has(day) ? <p className="truncate text-laterite text-xs">{holidays.get(day)}</p> : null}
          </div>
        ))}
      </div>
      <div className={cn("tt min-w-[42rem]", columns, `tt-r${hours * 4}`)}>
        <div className="tt-hours" aria-hidden>
          {Array.from({ length: hours }, (_, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: hours never move.
              key={index}
              className="tabular pr-1.5 pt-0.5 text-right text-muted-foreground text-xs"
            >
              {format.time((firstHour + index) * 60)}
            </span>
          ))}
        </div>
        {days.map(({ day, meetings: ofDay }) => (
          <ol
            key={day}
            className="tt-day"
            data-today={day === today || undefined}
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

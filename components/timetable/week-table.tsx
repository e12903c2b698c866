import "./timetable.css";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { MeetingRow } from "@/lib/classes/schemas";
import { type Day, weekday } from "@/lib/platform/dates/day";
import { type Detail, MeetingCard } from "./meeting-card";
import { marksOf } from "./meeting-marks";
import { bandWeek } from "./week-layout";
import type { WeekWords } from "./week-words";

type Props = {
  monday: Day;
  today: Day;
  meetings: MeetingRow[];
  holidays: ReadonlyMap<Day, string>;
  words: WeekWords;
  details: readonly Detail[];
  hrefOf?: ((meeting: MeetingRow) => string | undefined) | undefined;
  handle?: ((meeting: MeetingRow) => ReactNode) | undefined;
  className?: string | undefined;
};

/** A week with many meetings at one time, as a table: a row for each time of day, a column for each day. */
export function WeekTable(props: Props) {
  const { monday, today, meetings, holidays, words, details, hrefOf, handle, className } = props;
  const { format, timetable, t } = words;
  const { days, bands } = bandWeek(monday, meetings);
  return (
    <section
      aria-label={timetable("caption")}
      className={cn("overflow-x-auto rounded-lg border bg-card", className)}
    >
      <table className="tt-table min-w-[56rem] text-sm">
        <caption className="sr-only">{timetable("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t("time")}</span>
            </th>
            {days.map((day) => (
              <th
                key={day}
                scope="col"
                aria-current={day === today ? "date" : undefined}
                className="current:text-primary"
              >
                <span className="font-medium">{format.weekday(weekday(day), "short")}</span>{" "}
                <span className="tabular text-muted-foreground text-xs">
                  {format.date(day).replace(/\s\S+$/, "")}
                </span>
                {holidays.has(day) ? (
                  <span className="block truncate text-laterite text-xs">{holidays.get(day)}</span>
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bands.map(({ startMin, endMin, cells }) => (
            <tr key={`${startMin}-${endMin}`}>
              <th scope="row" className="tabular text-muted-foreground text-xs">
                <span className="block font-semibold text-foreground">{format.time(startMin)}</span>
                {format.time(endMin)}
              </th>
              {cells.map((cell, index) => (
                <td key={days[index]}>
                  <ul>
                    {cell.map((meeting) => (
                      <li
                        key={`${meeting.id}-${meeting.classId}`}
                        className={cn("tt-item", `tt-c${meeting.colour}`)}
                        data-cancelled={meeting.cancelled || undefined}
                        data-changed={(!meeting.cancelled && marksOf(meeting).length > 0) || undefined}
                        title={words.tellMeeting(meeting)}
                      >
                        <MeetingCard
                          meeting={meeting}
                          words={words}
                          details={details}
                          href={hrefOf?.(meeting)}
                          lines={0}
                          timed={false}
                        />
                        {handle?.(meeting)}
                      </li>
                    ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

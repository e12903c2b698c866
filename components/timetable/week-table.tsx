import type { Day } from "@/lib/platform/dates/day";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import { MeetingCard } from "./meeting-card";
import { type ToldDay, type ToldMeeting, tellAll, type WeekTexts } from "./told-week";
import { bandWeek } from "./week-layout";

type Props = {
  days: readonly ToldDay[];
  today: Day;
  meetings: readonly ToldMeeting[];
  texts: WeekTexts;
  format: Formatter;
  className?: string | undefined;
};

function Item({ meeting, format }: { meeting: ToldMeeting & { colour: number }; format: Formatter }) {
  return (
    <li
      className={`tt-item tt-c${meeting.colour}`}
      data-cancelled={meeting.cancelled || undefined}
      data-changed={(!meeting.cancelled && meeting.marks.length > 0) || undefined}
      title={tellAll(meeting, format.timeRange(meeting.startMin, meeting.endMin))}
    >
      <MeetingCard meeting={meeting} format={format} lines={0} timed={false} />
    </li>
  );
}

/** A week with many meetings at one time, as a table: a row for each time of day, a column for each day. */
export function WeekTable({ days: week, today, meetings, texts, format, className = "" }: Props) {
  const { days, bands } = bandWeek(week[0]?.day ?? today, meetings);
  const shown = week.filter((each) => days.includes(each.day));
  return (
    <section aria-label={texts.caption} className={`overflow-x-auto rounded-lg border bg-card ${className}`}>
      <table className="tt-table min-w-[56rem] text-sm">
        <caption className="sr-only">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{texts.time}</span>
            </th>
            {shown.map(({ day, short, date, holiday }) => (
              <th
                key={day}
                scope="col"
                aria-current={day === today ? "date" : undefined}
                className="current:text-primary"
              >
                <span className="font-medium">{short}</span>{" "}
                <span className="tabular text-muted-foreground text-xs">{date}</span>
                {holiday ? <span className="block truncate text-laterite text-xs">{holiday}</span> : null}
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
                      <Item key={`${meeting.id}-${meeting.classId}`} meeting={meeting} format={format} />
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

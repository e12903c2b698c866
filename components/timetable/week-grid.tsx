import type { Day } from "@/lib/platform/dates/day";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import { MeetingCard } from "./meeting-card";
import { type ToldDay, type ToldMeeting, tellAll, type WeekTexts } from "./told-week";
import { layOutWeek, type Placed, type WeekFrame } from "./week-layout";

type Props = {
  days: readonly ToldDay[];
  today: Day;
  meetings: readonly ToldMeeting[];
  texts: WeekTexts;
  format: Formatter;
  frame?: WeekFrame | undefined;
  className?: string | undefined;
};

/** Quarter hours from which an item has room for one more line. */
const TALL = 8;

function Item({ meeting, format }: { meeting: Placed<ToldMeeting>; format: Formatter }) {
  const { rowStart, rowEnd, colour, lane, lanes } = meeting;
  const beside = lanes > 1 ? ` tt-l${lane} tt-of${lanes}` : "";
  return (
    <li
      className={`tt-item tt-s${rowStart} tt-e${rowEnd} tt-c${colour}${beside}`}
      data-meeting={meeting.id}
      data-cancelled={meeting.cancelled || undefined}
      data-changed={(!meeting.cancelled && meeting.marks.length > 0) || undefined}
      title={tellAll(meeting, format.timeRange(meeting.startMin, meeting.endMin))}
    >
      <MeetingCard
        meeting={meeting}
        format={format}
        lines={rowEnd - rowStart >= TALL ? 1 : 0}
        narrow={lanes > 1}
      />
    </li>
  );
}

/** The head of a column: weekday, date, and why the campus is closed. */
function DayHead({ day, today, texts }: { day: ToldDay; today: boolean; texts: WeekTexts }) {
  return (
    <div className="min-w-0 border-l px-2 py-1.5 text-center">
      <p className={today ? "font-medium text-primary text-sm" : "font-medium text-sm"}>
        {day.short}
        {today ? <span className="sr-only"> {texts.today}</span> : null}
      </p>
      <p
        className={
          today
            ? "tabular font-semibold text-primary text-xs underline underline-offset-4"
            : "tabular text-muted-foreground text-xs"
        }
      >
        {day.date}
      </p>
      {day.holiday ? (
        <p title={day.holiday} className="truncate text-laterite text-xs">
          {day.holiday}
        </p>
      ) : null}
    </div>
  );
}

/** The week as a grid, hours down and days across; on paper as well. Phones show <DayList> instead. */
export function WeekGrid({ days, today, meetings, texts, format, frame, className = "" }: Props) {
  const layout = layOutWeek(days[0]?.day ?? today, meetings, frame);
  const columns = `tt-d${layout.days.length} tt-r${layout.hours * 4}`;
  const told = new Map(days.map((each) => [each.day, each]));
  return (
    <section
      aria-label={texts.caption}
      className={`tt-sheet overflow-x-auto rounded-lg border bg-card ${className}`}
    >
      <div className={`tt min-w-[42rem] border-b ${columns}`}>
        <span />
        {layout.days.map(({ day }) => {
          const head = told.get(day);
          return head ? <DayHead key={day} day={head} today={day === today} texts={texts} /> : null;
        })}
      </div>
      <div className={`tt min-w-[42rem] ${frame ? "tt-dense " : ""}${columns}`}>
        <div className="tt-hours tabular" aria-hidden>
          {Array.from({ length: layout.hours }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: hours never move.
            <span key={index}>{format.time((layout.firstHour + index) * 60)}</span>
          ))}
        </div>
        {layout.days.map(({ day, meetings: ofDay }) => (
          <ol
            key={day}
            className="tt-day"
            data-day={day}
            data-today={day === today || undefined}
            data-closed={told.get(day)?.holiday ? true : undefined}
            aria-label={told.get(day)?.long}
          >
            {ofDay.map((meeting) => (
              <Item key={`${meeting.id}-${meeting.classId}`} meeting={meeting} format={format} />
            ))}
          </ol>
        ))}
      </div>
    </section>
  );
}

import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import { MARK_ICON } from "./meeting-marks";
import { MoveHandle } from "./move-handle";
import type { ToldMeeting, WeekTexts } from "./told-week";

type Props = {
  meetings: readonly ToldMeeting[];
  texts: Pick<WeekTexts, "cancelled" | "now">;
  format: Formatter;
  /** Today's minute of the day where the list is today's: marks what runs now. */
  nowMinutes?: number | undefined;
  /** Teachers know who teaches. */
  showTeacher?: boolean | undefined;
};

type ItemProps = Omit<Props, "meetings"> & { meeting: ToldMeeting };

function Item({ meeting, texts, format, nowMinutes, showTeacher }: ItemProps) {
  const { id, name, title, part, teacher, href, cancelled, startMin, endMin, handle } = meeting;
  const over = nowMinutes !== undefined && endMin <= nowMinutes;
  const running = nowMinutes !== undefined && !cancelled && startMin <= nowMinutes && !over;
  return (
    <li
      data-meeting={id}
      data-running={running || undefined}
      data-over={over || undefined}
      data-cancelled={cancelled || undefined}
      className="tt-line"
    >
      <p className="tt-when tabular">
        <b>{format.time(startMin)}</b>
        <span>{format.time(endMin)}</span>
      </p>
      <div className="tt-what">
        <p className="tt-course">{href ? <a href={href}>{title}</a> : title}</p>
        <p className="tt-soft">{[name, part, showTeacher ? teacher : null].filter(Boolean).join(" · ")}</p>
        {meeting.marks.map(([mark, text]) => (
          <p
            key={mark}
            className={`flex gap-1.5 text-sm ${mark === "cancelled" ? "text-danger" : "text-warning"}`}
          >
            <Icon name={MARK_ICON[mark]} className="mt-1 size-3.5 shrink-0" />
            {text}
          </p>
        ))}
        {meeting.note ? <p className="tt-soft">{meeting.note}</p> : null}
      </div>
      <div className="tt-place">
        <b>
          <Icon name="map-pin" className="size-3.5 text-muted-foreground" />
          {meeting.room}
        </b>
        {meeting.building ? <span>{meeting.building}</span> : null}
        {cancelled ? <Badge variant="danger">{texts.cancelled}</Badge> : null}
        {running ? <Badge variant="info">{texts.now}</Badge> : null}
        {handle ? <MoveHandle meetingId={id} label={handle} /> : null}
      </div>
    </li>
  );
}

/** Meetings of one day under each other: time at the left, course and room in two lines. Made for a thumb. */
export function DayList({ meetings, ...props }: Props) {
  return (
    <ol className="divide-y">
      {meetings.map((meeting) => (
        <Item key={`${meeting.id}-${meeting.classId}`} meeting={meeting} {...props} />
      ))}
    </ol>
  );
}

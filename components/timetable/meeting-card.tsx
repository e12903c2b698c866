import { Icon } from "@/components/ui/icon";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import { MARK_ICON } from "./meeting-marks";
import { MoveHandle } from "./move-handle";
import type { ToldMeeting } from "./told-week";

type Props = {
  meeting: ToldMeeting;
  format: Formatter;
  /** Lines that fit besides the class and the time. */
  lines: number;
  /** Beside others: the beginning alone has room. */
  narrow?: boolean;
  /** Whether the row of a table says the time already. */
  timed?: boolean;
};

/** The inside of a meeting on the grid: class, signs of what differs, room or teacher, time, title where it fits. */
export function MeetingCard({ meeting, format, lines, narrow, timed = true }: Props) {
  const { id, name, href, where, startMin, endMin, handle } = meeting;
  return (
    <>
      <p className="tt-head">
        <b className={timed ? "tt-wide" : undefined}>
          {href ? (
            <a href={href} draggable={false}>
              {name}
            </a>
          ) : (
            name
          )}
        </b>
        {timed ? null : <span className="min-w-0 flex-1 truncate text-xs">{where}</span>}
        {meeting.marks.map(([mark, text]) => (
          <Icon key={mark} name={MARK_ICON[mark]} title={text} className="mt-px size-3.5 shrink-0" />
        ))}
      </p>
      {timed ? <span className="block truncate">{where}</span> : null}
      {timed ? (
        <span className="tt-time tabular">
          {narrow ? format.time(startMin) : format.timeRange(startMin, endMin)}
        </span>
      ) : null}
      {lines > 0 ? <span className="tt-title">{meeting.part ?? meeting.title}</span> : null}
      {handle ? <MoveHandle meetingId={id} label={handle} /> : null}
    </>
  );
}

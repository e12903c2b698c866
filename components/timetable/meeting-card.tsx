import { courseTitle } from "@/components/classes/times-text";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { MeetingRow } from "@/lib/classes/schemas";
import { MARK_ICON, marksOf } from "./meeting-marks";
import type { WeekWords } from "./week-words";

/** What stands below the class: where it is for a teacher, who teaches for a room. */
export type Detail = "room" | "teacher";

type Props = {
  meeting: MeetingRow;
  words: WeekWords;
  details: readonly Detail[];
  href: string | undefined;
  /** Lines that fit besides the class and the time. */
  lines: number;
  /** Beside others: the beginning alone has room. */
  narrow?: boolean;
  /** Whether the row of a table says the time already. */
  timed?: boolean;
};

/** The inside of a meeting on the grid: class, signs of what differs, room or teacher, time, title where it fits. */
export function MeetingCard({ meeting, words, details, href, lines, narrow, timed = true }: Props) {
  const { format, timetable } = words;
  const marks = marksOf(meeting);
  const name = `${meeting.code} ${meeting.section}`;
  const detail = details
    .map((each) =>
      each === "room"
        ? (meeting.room ?? timetable("noRoom"))
        : meeting.teacher
          ? format.name(meeting.teacher)
          : words.t("noTeacher"),
    )
    .join(" · ");
  const where = meeting.cancelled ? timetable("cancelled") : detail;
  return (
    <>
      <p className="flex items-start gap-1">
        <b className={cn("min-w-0 break-words font-semibold text-xs", timed && "flex-1")}>
          {href ? (
            <a href={href} draggable={false} className="after:absolute after:inset-0">
              {name}
            </a>
          ) : (
            name
          )}
        </b>
        {timed ? null : <span className="min-w-0 flex-1 truncate text-xs">{where}</span>}
        {marks.map((mark) => (
          <Icon
            key={mark}
            name={MARK_ICON[mark]}
            title={words.tellMark(mark, meeting)}
            className="mt-px size-3.5 shrink-0"
          />
        ))}
      </p>
      {timed ? <span className="block truncate">{where}</span> : null}
      {timed ? (
        <span className="tabular block truncate text-muted-foreground text-xs">
          {narrow ? format.time(meeting.startMin) : format.timeRange(meeting.startMin, meeting.endMin)}
        </span>
      ) : null}
      {lines > 0 ? (
        <span className="mt-0.5 line-clamp-2 text-muted-foreground text-xs">
          {meeting.part ? format.words(meeting.part) : courseTitle(meeting, format)}
        </span>
      ) : null}
    </>
  );
}

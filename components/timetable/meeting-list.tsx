import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { courseTitle } from "@/components/classes/times-text";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { MeetingRow } from "@/lib/classes/schemas";
import { MARK_ICON, marksOf } from "./meeting-marks";
import { weekWords } from "./week-words";

type Props = {
  meetings: MeetingRow[];
  /** Today's minute of the day where the list is today's: marks what runs now. */
  nowMinutes?: number;
  hrefOf?: ((meeting: MeetingRow) => string | undefined) | undefined;
  /** Teachers know who teaches. */
  showTeacher?: boolean | undefined;
  /** The handle that moves a meeting, where it may be moved. */
  handle?: ((meeting: MeetingRow) => ReactNode) | undefined;
};

/** Meetings of one day under each other: time at the left, course and room in two lines. Made for a thumb. */
export async function MeetingList({ meetings, nowMinutes, hrefOf, showTeacher, handle }: Props) {
  const [words, buildings] = await Promise.all([weekWords(), getTranslations("organization.buildings")]);
  const { timetable, format } = words;
  return (
    <ol className="divide-y">
      {meetings.map((meeting) => {
        const running =
          nowMinutes !== undefined &&
          !meeting.cancelled &&
          meeting.startMin <= nowMinutes &&
          nowMinutes < meeting.endMin;
        const href = hrefOf?.(meeting);
        const over = nowMinutes !== undefined && meeting.endMin <= nowMinutes;
        return (
          <li
            key={`${meeting.id}-${meeting.classId}`}
            data-meeting={meeting.id}
            className={cn(
              "relative flex min-h-14 items-start gap-3 px-4 py-3",
              running && "bg-accent/60",
              href && "hover:bg-accent/50",
            )}
          >
            <p className={cn("tabular w-12 shrink-0 pt-px text-sm", over && "text-muted-foreground")}>
              <span className="block font-semibold">{format.time(meeting.startMin)}</span>
              <span className="block text-muted-foreground">{format.time(meeting.endMin)}</span>
            </p>
            <div className={cn("min-w-0 flex-1", over && "text-muted-foreground")}>
              <p className={cn("font-medium", meeting.cancelled && "line-through")}>
                {href ? (
                  <a href={href} className="after:absolute after:inset-0">
                    {courseTitle(meeting, format)}
                  </a>
                ) : (
                  courseTitle(meeting, format)
                )}
              </p>
              <p className="text-muted-foreground text-sm">
                {[
                  `${meeting.code} ${meeting.section}`,
                  meeting.part && format.words(meeting.part),
                  showTeacher && meeting.teacher ? format.name(meeting.teacher) : null,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              {marksOf(meeting).map((mark) => (
                <p
                  key={mark}
                  className={cn(
                    "flex gap-1.5 text-sm",
                    mark === "cancelled" ? "text-danger" : "text-warning",
                  )}
                >
                  <Icon name={MARK_ICON[mark]} className="mt-1 size-3.5 shrink-0" />
                  {words.tellMark(mark, meeting)}
                </p>
              ))}
              {meeting.note ? <p className="text-muted-foreground text-sm">{meeting.note}</p> : null}
            </div>
            <div className="flex shrink-0 flex-col items-end gap-1">
              <span className="flex items-center gap-1 font-semibold text-sm">
                <Icon name="map-pin" className="size-3.5 text-muted-foreground" />
                {meeting.room ?? timetable("noRoom")}
              </span>
              {meeting.building ? (
                <span className="text-muted-foreground text-xs">{buildings(meeting.building)}</span>
              ) : null}
              {meeting.cancelled ? <Badge variant="danger">{timetable("cancelled")}</Badge> : null}
              {running ? <Badge variant="info">{timetable("now")}</Badge> : null}
              {handle?.(meeting)}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

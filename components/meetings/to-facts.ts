import type { MeetingLine } from "@/lib/classes/timetable/queries/class-meetings";
import type { Day } from "@/lib/platform/dates/day";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import type { MeetingAction, MeetingFacts } from "./facts";

/** A meeting as its dialogs take it. */
export function toFacts(line: MeetingLine, format: Formatter): MeetingFacts {
  const teacher = line.teacher && format.name(line.teacher);
  const regularRoom = line.plannedRoom ?? line.room;
  const regularTeacher = line.plannedTeacher ? format.name(line.plannedTeacher) : teacher;
  return {
    id: line.id,
    version: line.version,
    deliveryId: line.deliveryId,
    date: line.date,
    dateText: format.date(line.date, "weekday"),
    startMin: line.startMin,
    endMin: line.endMin,
    timeText: format.timeRange(line.startMin, line.endMin),
    className: `${line.code} ${line.section}`,
    roomId: line.roomId,
    room: line.room,
    teacherId: line.teacherId,
    teacher,
    regularRoom: line.regularRoomId && regularRoom ? { id: line.regularRoomId, label: regularRoom } : null,
    regularTeacher:
      line.regularTeacherId && regularTeacher ? { id: line.regularTeacherId, label: regularTeacher } : null,
    note: line.note,
  };
}

/** What may be done with a meeting, the likeliest first. What is over is cancelled and made up for, but not removed. */
export function actionsOf(
  line: Pick<MeetingLine, "cancelled" | "kind" | "madeUpOn" | "date">,
  today: Day,
): MeetingAction[] {
  if (line.cancelled) return line.madeUpOn ? [] : ["makeUp", "restore"];
  if (line.kind !== "REGULAR") return line.date >= today ? ["change", "remove"] : ["change"];
  return ["change", "cancel"];
}

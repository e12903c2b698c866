import type { IconName } from "@/components/ui/icon";
import type { MeetingRow } from "@/lib/classes/schemas";

/** How a meeting differs from the weekly pattern. */
export const MARKS = ["cancelled", "moved", "makeUp", "extra", "substituted", "roomChanged"] as const;
export type Mark = (typeof MARKS)[number];

/** Each has a sign of its own: colours alone tell nobody who does not see them, and no printer. */
export const MARK_ICON: Record<Mark, IconName> = {
  cancelled: "ban",
  moved: "arrow-right",
  makeUp: "rotate-ccw",
  extra: "plus",
  substituted: "users",
  roomChanged: "map-pin",
};

type Marked = Pick<MeetingRow, "cancelled" | "kind" | "movedFrom" | "plannedTeacher" | "plannedRoom">;

/** The marks of a meeting, the gravest first; one that is cancelled is nothing else. */
export function marksOf(meeting: Marked): Mark[] {
  if (meeting.cancelled) return ["cancelled"];
  const { kind, movedFrom, plannedTeacher, plannedRoom } = meeting;
  return [
    ...(movedFrom ? (["moved"] as const) : []),
    ...(kind === "MAKE_UP" ? (["makeUp"] as const) : []),
    ...(kind === "EXTRA" ? (["extra"] as const) : []),
    ...(plannedTeacher ? (["substituted"] as const) : []),
    ...(plannedRoom ? (["roomChanged"] as const) : []),
  ];
}

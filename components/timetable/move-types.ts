import type { ToldFinding } from "@/lib/classes/timetable/tell-placement";
import type { MoveScope } from "@/lib/classes/weeks/schemas";
import type { Day } from "@/lib/platform/dates/day";

/** A meeting that may be moved, as the browser needs it. */
export type Movable = {
  id: number;
  version: number;
  slotVersion: number | null;
  /** Whether the weekly time behind it can move with it: not for what was added or changed by hand. */
  weekly: boolean;
  date: Day;
  startMin: number;
  endMin: number;
  roomId: number | null;
  room: string | null;
  /** Class and section. */
  name: string;
  colour: number;
};

/** Where a meeting is held or put: a day of the week that is shown, a beginning, a room. */
export type Place = { date: Day; startMin: number; roomId: number | null };

export type MoveCheck = {
  findings: ToldFinding[];
  meetings: number;
  students: number;
  from: Day;
  until: Day;
};

export type CheckState = { kind: "asking" } | { kind: "failed" } | { kind: "done"; check: MoveCheck };

/** How grave a check is: the worst of its findings. */
export function verdictOf(state: CheckState): "asking" | "failed" | "free" | "warn" | "confirm" | "refuse" {
  if (state.kind !== "done") return state.kind;
  const { findings } = state.check;
  for (const severity of ["refuse", "confirm", "warn"] as const) {
    if (findings.some((each) => each.severity === severity)) return severity;
  }
  return "free";
}

export function samePlace(a: Place, b: Place): boolean {
  return a.date === b.date && a.startMin === b.startMin && a.roomId === b.roomId;
}

export type { MoveScope };

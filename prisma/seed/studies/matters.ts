import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { CYCLES, type ProgrammeRow } from "../curriculum/programmes";
import type { DayNumber } from "../days";
import type { StudentRow } from "../people/students";
import { Random } from "../random";
import type { World } from "../world";
import type { ProgrammeStay } from "./life";

export type Declaration = {
  programme: ProgrammeRow;
  on: DayNumber;
  status: "CURRENT" | "SUPERSEDED";
  self: boolean;
  reason: string | null;
};
export type CycleChange = {
  kind: "NEW" | "L2B" | "B2M";
  on: DayNumber;
  source: ProgrammeRow | null;
  target: ProgrammeRow;
  end: DayNumber | null;
  endReason: "GRADUATED" | "WITHDRAWN" | "TRANSFERRED" | null;
};
export type Leave = { from: DayNumber; back: DayNumber; kind: "MEDICAL" | "FAMILY" | "WORK" | "MONKHOOD" };
export type Matters = { declarations: Declaration[]; cycleChanges: CycleChange[]; leaves: Leave[] };

const RANKS: number[] = [CYCLES.LANG, CYCLES.BA, CYCLES.MASTERS];
const rank = (programme: ProgrammeRow) => RANKS.indexOf(programme.cycleId);
const MOVES = new Map([
  ["0>1", "L2B"],
  ["1>2", "B2M"],
] as const);

const ENDS: Partial<Record<ProgrammeStay["status"], CycleChange["endReason"]>> = {
  COMPLETED: "GRADUATED",
  DROPPED: "WITHDRAWN",
  TRANSFERRED: "TRANSFERRED",
};

/** Majors, changes of cycle and leaves as they follow from the programmes that a student went through (domain.md 5.1). */
export function mattersOf(world: World, row: StudentRow): Matters {
  const random = new Random(`matters ${row.number}`);
  const stays = [...row.life.stays].sort((a, b) => a.start - b.start);
  return {
    declarations: declare(stays, random),
    cycleChanges: changeCycles(stays),
    leaves: leave(world, row, stays, random),
  };
}

function declare(stays: readonly ProgrammeStay[], random: Random): Declaration[] {
  const academic = stays.filter((stay) => stay.programme.cycleId !== CYCLES.LANG);
  return academic.map(({ programme, start }, place) => {
    const before = academic[place - 1]?.programme;
    const changed = before?.cycleId === programme.cycleId && before.id !== programme.id;
    return {
      programme,
      on: start,
      status: place === academic.length - 1 ? "CURRENT" : "SUPERSEDED",
      self: random.chance(0.4),
      reason: changed ? storedReason("student_asked") : null,
    };
  });
}

function changeCycles(stays: readonly ProgrammeStay[]): CycleChange[] {
  const changes: CycleChange[] = [];
  for (const [place, { programme, start, status, end }] of stays.entries()) {
    const before = stays[place - 1] ?? null;
    const highest = Math.max(-1, ...stays.slice(0, place).map((stay) => rank(stay.programme)));
    const kind = before ? MOVES.get(`${highest}>${rank(programme)}` as "0>1") : "NEW";
    // Another programme of the same cycle after a change of major: the open change goes on towards it.
    const open = changes.at(-1);
    const goesOn = before?.status === "TRANSFERRED" && open?.target === before.programme ? open : null;
    const change: CycleChange | null = kind
      ? { kind, on: start, source: before?.programme ?? null, target: programme, end: null, endReason: null }
      : goesOn && before?.programme.cycleId === programme.cycleId
        ? { ...goesOn, on: start, target: programme, end: null, endReason: null }
        : null;
    if (!change) continue;
    const endReason = ENDS[status] ?? null;
    changes.push({ ...change, end: endReason ? end : null, endReason });
  }
  // A programme that was taken twice has one change of each kind.
  return [...new Map(changes.map((change) => [`${change.kind} ${change.target.id}`, change])).values()];
}

/** Some who pause are on leave since their last term; a few who study have one ahead. */
function leave(world: World, row: StudentRow, stays: readonly ProgrammeStay[], random: Random): Leave[] {
  const kind = random.pick(["MEDICAL", "FAMILY", "WORK", "MONKHOOD"] as const);
  const last = stays.at(-1);
  if (row.status === "ACTIVE" && last?.status === "ACTIVE") {
    if (!random.chance(0.008)) return [];
    const from = world.anchor + random.int(75, 110);
    return [{ from, back: from + random.int(80, 180), kind }];
  }
  const end = last?.end ?? null;
  if (row.status !== "INACTIVE" || end === null || world.anchor - end > 330 || !random.chance(0.15))
    return [];
  return [{ from: end + 1, back: end + random.int(340, 366), kind }];
}

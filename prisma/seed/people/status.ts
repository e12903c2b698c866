import { storedReason } from "@/lib/platform/i18n/stored-reason";
import type { DayNumber } from "../days";
import type { Random } from "../random";
import type { Life } from "../studies/life";
import type { Plan } from "../studies/plan";
import type { World } from "../world";

export type StudentStatus =
  | "ACTIVE"
  | "INACTIVE"
  | "GRADUATED"
  | "DROPPED"
  | "SUSPENDED"
  | "TRANSFERRED"
  | "FROZEN"
  | "UNKNOWN";

export type StatusMove = { from: StudentStatus | null; to: StudentStatus; on: DayNumber; reason: string };

const special = [
  ["TRANSFERRED", 15, storedReason("other_university")],
  ["FROZEN", 9, storedReason("papers_missing")],
  ["SUSPENDED", 4, storedReason("disciplinary_committee")],
  ["UNKNOWN", 12, storedReason("old_register")],
] as const;

function after(day: DayNumber, days: number, world: World): DayNumber {
  return Math.min(day + days, world.anchor);
}

/**
 * The moves of a student's status, oldest first. Half a year without a class makes inactive, two years dropped,
 * unless the programme was completed (domain.md 2.2, 5.4).
 */
export function statusesOf(
  world: World,
  random: Random,
  plan: Plan,
  life: Life,
  admittedOn: DayNumber,
): StatusMove[] {
  const admitted: StatusMove = { from: null, to: "ACTIVE", on: admittedOn, reason: storedReason("admitted") };
  if (life.end === null) {
    const longBreak = life.stays.length > 1 && random.chance(0.3) ? life.stays.at(-1) : undefined;
    const before = life.stays.at(-2)?.end;
    if (!longBreak || !before || longBreak.start - before < 60) return [admitted];
    const left: StatusMove = {
      from: "ACTIVE",
      to: "INACTIVE",
      on: before + 30,
      reason: storedReason("paused_between_programmes"),
    };
    return [
      admitted,
      left,
      {
        from: "INACTIVE",
        to: "ACTIVE",
        on: longBreak.start - 5,
        reason: storedReason("readmitted", { programme: longBreak.programme.code }),
      },
    ];
  }
  const last = life.stays.at(-1);
  if (plan.segments.at(-1)?.outcome === "COMPLETED") {
    const reason = storedReason("completed", { programme: last?.programme.code ?? "" });
    return [admitted, { from: "ACTIVE", to: "GRADUATED", on: after(life.end, 21, world), reason }];
  }
  if (random.chance(0.04)) {
    const [to, , reason] = random.weighted(special.map((each) => [each, each[1]] as const));
    if (to === "UNKNOWN") return [{ from: null, to, on: admittedOn, reason }];
    return [admitted, { from: "ACTIVE", to, on: after(life.end, 14, world), reason }];
  }
  const inactive: StatusMove = {
    from: "ACTIVE",
    to: "INACTIVE",
    on: after(life.end, 182, world),
    reason: storedReason("no_class_half_year"),
  };
  if (world.anchor - life.end <= 730) return [admitted, inactive];
  return [
    admitted,
    inactive,
    { from: "INACTIVE", to: "DROPPED", on: life.end + 730, reason: storedReason("no_class_two_years") },
  ];
}

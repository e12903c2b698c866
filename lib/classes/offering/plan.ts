import type { TermType } from "@/lib/platform/db/generated/enums";
import { firstFreeLetter, termTypesOf } from "../editing/rules";
import type { CopyLeft } from "./schemas";
import type { SourceClass } from "./source";

/** A class that stands in the other term already. */
export type Existing = { courseId: number; timeOfDay: string; section: string; live: boolean };

/** Classes that are copied together, with the letter that they all get. */
export type PlannedGroup = { seatPoolId: number; section: string; members: SourceClass[] };

export type CopyPlan = {
  groups: PlannedGroup[];
  left: { code: string; section: string; reason: CopyLeft }[];
};

const place = (courseId: number, timeOfDay: string) => `${courseId}/${timeOfDay}`;

/**
 * What is copied and under which letter (domain.md 4.3): cancelled classes and courses that are not taught in the other
 * term stay behind, as do those of another kind of term; with `skip` also what the other term has already. In the order given, so that A stays before B.
 */
export function planCopies(
  sources: readonly SourceClass[],
  into: { termType: TermType; existing: readonly Existing[]; ifThere: "skip" | "add" },
): CopyPlan {
  const { termType, existing, ifThere } = into;
  const plan: CopyPlan = { groups: [], left: [] };
  const taken = new Map<string, Set<string>>();
  const there = new Set<string>();
  const lettersOf = (key: string) => {
    const letters = taken.get(key) ?? new Set<string>();
    taken.set(key, letters);
    return letters;
  };
  for (const each of existing) {
    const key = place(each.courseId, each.timeOfDay);
    lettersOf(key).add(each.section);
    if (each.live) there.add(`${key}/${each.section}`);
  }
  const leave = (members: readonly SourceClass[], reason: CopyLeft) =>
    plan.left.push(...members.map(({ code, section }) => ({ code, section, reason })));

  for (const [seatPoolId, all] of Map.groupBy(sources, (each) => each.seatPoolId)) {
    leave(
      all.filter((each) => each.status === "CANCELLED"),
      "cancelled",
    );
    const open = all.filter((each) => each.status !== "CANCELLED");
    const fits = (each: SourceClass) => termTypesOf(each.cycleRank).includes(termType);
    leave(
      open.filter((each) => !fits(each)),
      "term_type",
    );
    leave(
      open.filter((each) => fits(each) && each.courseId === null),
      "course_ended",
    );
    const members = open.filter((each) => fits(each) && each.courseId !== null);
    if (members.length === 0) continue;
    const keyOf = (each: SourceClass) => place(each.courseId ?? 0, each.timeOfDay);
    if (ifThere === "skip" && members.some((each) => there.has(`${keyOf(each)}/${each.section}`))) {
      leave(members, "there");
      continue;
    }
    const section = firstFreeLetter(members.flatMap((each) => [...lettersOf(keyOf(each))]));
    if (section === null) {
      leave(members, "no_letter");
      continue;
    }
    for (const each of members) lettersOf(keyOf(each)).add(section);
    plan.groups.push({ seatPoolId, section, members });
  }
  return plan;
}

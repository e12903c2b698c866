import { type Explained, explain, type Reason, type Remedy } from "@/lib/platform/explained";
import type { ClassStatus, ClassType, Seats, TimeOfDay, WeeklyTime } from "../schemas";

/** What decides whether classes can be taught as one. */
export type Member = {
  id: number;
  version: number;
  code: string;
  section: string;
  termId: number;
  timeOfDay: TimeOfDay;
  classType: ClassType;
  status: ClassStatus;
  combinedClassId: number | null;
  seatPoolId: number;
  seats: Seats;
  parts: { id: number; session: number; code: number; deliveryId: number; times: WeeklyTime[] }[];
  /** Meetings that were held. */
  met: number;
};

const LIVE: ReadonlySet<ClassStatus> = new Set(["DRAFT", "SCHEDULED", "ACTIVE"]);
const keyOf = (part: Member["parts"][number]) => `${part.session}.${part.code}`;
const nameOf = ({ code, section }: Member) => `${code} ${section}`;

function timesOf(times: readonly WeeklyTime[]): string {
  return times
    .map(({ weekday, startMin, endMin }) => `${weekday} ${startMin} ${endMin}`)
    .sort()
    .join(", ");
}

type Obstacle = { rule: string; inputs?: Reason["inputs"]; remedy: string };

function obstacles(keeps: Member, joins: Member, capacity: number): Obstacle[] {
  const found: Obstacle[] = [];
  const add = (rule: string, remedy: string, inputs: Reason["inputs"] = {}) =>
    found.push({ rule, remedy, inputs });
  if (keeps.termId !== joins.termId) add("combine_other_term", "choose_other_class");
  if (keeps.timeOfDay !== joins.timeOfDay) add("combine_other_time", "choose_other_class");
  for (const each of [keeps, joins]) {
    const inputs = { class: nameOf(each), status: each.status };
    if (!LIVE.has(each.status)) add("combine_not_live", "choose_other_class", inputs);
    else if (each.classType !== "STANDARD" && each.classType !== "COMBINED")
      add("combine_kind", "make_standard", { class: nameOf(each), kind: each.classType });
  }
  if (joins.combinedClassId !== null) add("combine_already", "split_first", { class: nameOf(joins) });
  if (joins.met > 0)
    add("combine_already_met", "combine_next_term", { class: nameOf(joins), count: joins.met });
  const people = keeps.seats.taken + keeps.seats.offered + joins.seats.taken + joins.seats.offered;
  if (people > capacity) add("combine_too_many", "larger_room", { people, capacity });
  const other = new Map(joins.parts.map((part) => [keyOf(part), part]));
  if (other.size !== keeps.parts.length || keeps.parts.some((part) => !other.has(keyOf(part))))
    add("combine_parts_differ", "make_parts_equal");
  else if (
    keeps.parts.some((part) => {
      const theirs = other.get(keyOf(part))?.times ?? [];
      return part.times.length > 0 && theirs.length > 0 && timesOf(part.times) !== timesOf(theirs);
    })
  )
    add("combine_times_differ", "make_times_equal");
  return found;
}

/**
 * Whether a class can join another (or the combined class that it is in), in a pool of `capacity` seats: one term and
 * time of day, equal parts, equal times where both have any, seats for everybody, and nothing taught yet that would
 * lose its class (domain.md 4.1). Every obstacle is told, with the way to mend the first.
 */
export function judgeCombine(keeps: Member, joins: Member, capacity: number): Explained<boolean> {
  const found = obstacles(keeps, joins, capacity);
  const [first] = found;
  if (!first)
    return explain(true, [
      {
        rule: "classes.combine_fits",
        inputs: { one: nameOf(keeps), other: nameOf(joins), capacity },
        source: "domain.md 4.1",
      },
    ]);
  return explain(
    false,
    found.map(({ rule, inputs = {} }) => ({ rule: `classes.${rule}`, inputs, source: "domain.md 4.1" })),
    { rule: `classes.${first.remedy}` },
  );
}

/** Whether a class can leave the others again, into a pool of its own with `capacity` seats. */
export function judgeSplit(member: Member, capacity: number): Explained<boolean> {
  const refuse = (rule: string, inputs: Reason["inputs"], remedy: Remedy["rule"]) =>
    explain(false, [{ rule: `classes.${rule}`, inputs, source: "domain.md 4.1" }], {
      rule: `classes.${remedy}`,
    });
  if (member.combinedClassId === null) return refuse("split_alone", {}, "choose_other_class");
  if (!LIVE.has(member.status))
    return refuse("combine_not_live", { class: nameOf(member), status: member.status }, "choose_other_class");
  if (member.met > 0) return refuse("split_already_met", { count: member.met }, "split_next_term");
  const people = member.seats.taken + member.seats.offered;
  if (people > capacity) return refuse("combine_too_many", { people, capacity }, "larger_room");
  return explain(true, [{ rule: "classes.split_fits", inputs: { capacity }, source: "domain.md 4.1" }]);
}

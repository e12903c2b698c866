import type { Day } from "@/lib/platform/dates/day";
import { isBetter, reaches } from "./letters";

/**
 * Prerequisites, co-requisites and equivalences, and whether somebody meets them (domain.md 0.2 row 2, 3.1, 3.2).
 * Pure; courses are named by their code, because a course keeps its code through all its versions.
 */
export const REQUISITE_KINDS = ["PREREQUISITE", "COREQUISITE"] as const;
export type RequisiteKind = (typeof REQUISITE_KINDS)[number];

/** One course that is asked for. The groups of a course are AND-ed, the rows of one group OR-ed. */
export type Requisite = {
  id: number;
  kind: RequisiteKind;
  group: number;
  code: string;
  minimumLetter: string;
};

/**
 * `counts` counts for `code`: for what is taken in a term that begins before `until`, without one for good. A row that
 * counts in both directions is two of these.
 */
export type CountsFor = { code: string; counts: string; until: Day | null };

/** The same as it stands on file, with its row and the day on which it began. */
export type Equivalence = CountsFor & { id: number; since: Day };

/** A passed result; `termStart` is the first day of its term. */
export type Passed = { courseCode: string; letter: string | null; termCode: string; termStart: Day };

/** A course in which somebody sits, or will together with the one that is asked about. */
export type Taking = { courseCode: string; termCode: string; termStart: Day };

/** Passed; taken together; being taken, without a result yet; passed too low; none of it. */
export type GroupState = "met" | "together" | "studying" | "low" | "missing";

/** What is known about one group: its state, the alternative that decided, and what counted for it. */
export type GroupAnswer = {
  group: readonly Requisite[];
  kind: RequisiteKind;
  state: GroupState;
  required?: Requisite;
  /** The course that counted, which is another one where an equivalence did it. */
  by?: { courseCode: string; letter: string | null; termCode: string };
};

type Known = {
  passed: readonly Passed[];
  taking: readonly Taking[];
  equivalences: readonly CountsFor[];
};

/** A course that counts for another: until when, and by which rows one comes from the other to it. */
export type Counting<Row extends CountsFor = CountsFor> = {
  code: string;
  until: Day | null;
  via: readonly Row[];
};

const earlier = (one: Day | null, other: Day | null): Day | null =>
  one === null ? other : other === null || one < other ? one : other;
const isLater = (one: Day | null, than: Day | null): boolean => than !== null && (one === null || one > than);

/**
 * The course itself and all that count for it, through others too. `until` is the earliest end on the way; where several
 * ways lead to a course, as after an equivalence that ended and was made again, the one that holds longest.
 */
export function coursesThatCount<Row extends CountsFor>(
  code: string,
  equivalences: readonly Row[],
): Counting<Row>[] {
  const found = new Map<string, Counting<Row>>([[code, { code, until: null, via: [] }]]);
  const open = [code];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const from = found.get(next);
    if (!from) continue;
    for (const each of equivalences) {
      if (each.code !== next) continue;
      const until = earlier(from.until, each.until);
      const known = found.get(each.counts);
      if (known && !isLater(until, known.until)) continue;
      found.set(each.counts, { code: each.counts, until, via: [...from.via, each] });
      open.push(each.counts);
    }
  }
  return [...found.values()];
}

/** The way by which a course taken in a term that began on a day counts, if it does. */
export function countingOf<Row extends CountsFor>(
  counting: readonly Counting<Row>[],
  courseCode: string,
  termStart: Day,
): Counting<Row> | undefined {
  return counting.find((each) => each.code === courseCode && (each.until === null || termStart < each.until));
}

const counts = (counting: readonly Counting[], courseCode: string, termStart: Day) =>
  countingOf(counting, courseCode, termStart) !== undefined;

/** The best pass that counts for a course: the best fulfils, whatever came later (domain.md 0.2 row 26). */
export function bestPass(
  code: string,
  passed: readonly Passed[],
  equivalences: readonly CountsFor[],
): Passed | undefined {
  const counting = coursesThatCount(code, equivalences);
  return passed
    .filter((each) => counts(counting, each.courseCode, each.termStart))
    .reduce<Passed | undefined>(
      (best, each) => (!best || isBetter(each.letter, best.letter) ? each : best),
      undefined,
    );
}

/** The groups in their order, each with its rows. */
export function groupsOf(requisites: readonly Requisite[]): Requisite[][] {
  return [...Map.groupBy(requisites, ({ group }) => group).entries()]
    .sort(([one], [other]) => one - other)
    .map(([, rows]) => rows);
}

/** One group: by the first alternative that is met, else by the one that came nearest. */
function judgeGroup(group: Requisite[], known: Known): GroupAnswer {
  const kind = group[0]?.kind ?? "PREREQUISITE";
  const low: GroupAnswer[] = [];
  for (const required of group) {
    const by = bestPass(required.code, known.passed, known.equivalences);
    if (!by) continue;
    if (reaches(by.letter, required.minimumLetter)) return { group, kind, state: "met", required, by };
    low.push({ group, kind, state: "low", required, by });
  }
  for (const required of group) {
    const counting = coursesThatCount(required.code, known.equivalences);
    const now = known.taking.find((each) => counts(counting, each.courseCode, each.termStart));
    if (!now) continue;
    const by = { courseCode: now.courseCode, letter: null, termCode: now.termCode };
    return { group, kind, state: kind === "COREQUISITE" ? "together" : "studying", required, by };
  }
  return low[0] ?? { group, kind, state: "missing" };
}

/** What somebody's results and classes say about each group of a course's requisites, in the order of the groups. */
export function judgeRequisites(requisites: readonly Requisite[], known: Known): GroupAnswer[] {
  return groupsOf(requisites).map((group) => judgeGroup(group, known));
}

/** Whether a group stands in the way of nobody: passed well enough, or taken together. */
export const isMet = ({ state }: Pick<GroupAnswer, "state">): boolean =>
  state === "met" || state === "together";

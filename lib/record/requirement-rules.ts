import { type Counting, countingOf, coursesThatCount, type Equivalence } from "@/lib/curriculum/requisites";
import type { Day } from "@/lib/platform/dates/day";
import { type Explained, explain, type Reason } from "@/lib/platform/explained";
import type { Attempt } from "@/lib/record/rules";

/** An attempt with the first day of its term: equivalences are asked for that day. */
export type DatedAttempt = Attempt & { termStart: Day };

/** One line of a degree: a course that it asks for. */
export type RequiredCourse = {
  sequence: number;
  courseCode: string;
  title: string;
  titleKm: string | null;
  credits: number;
};

export type RequirementState = RequiredCourse & {
  state: "fulfilled" | "failed" | "open";
  /** The attempt that fulfils it, or the last one that did not. */
  letter: string | null;
  termCode: string | null;
  /** The course of that attempt where it is another one, which counts for the required one. */
  by: string | null;
  /** Why the other course counts, or that it was not passed; empty where the required course itself decided. */
  because: Reason[];
};

type Counted = { attempt: DatedAttempt; way: Counting<Equivalence> };

/** Which rows make the other course count, and since when all of them do. */
function reasonOf(required: string, { attempt, way }: Counted): Reason[] {
  if (attempt.courseCode === required) return [];
  const source = `course_equivalence ${way.via.map(({ id }) => id).join(", ")}`;
  const inputs = { course: required, by: attempt.courseCode, term: attempt.termCode };
  if (!attempt.passes) return [{ rule: "record.requirement_failed_by", inputs, source }];
  const since = way.via.reduce((latest, row) => (row.since > latest ? row.since : latest), "");
  return way.until === null
    ? [{ rule: "record.requirement_counted", inputs: { ...inputs, since }, source }]
    : [
        {
          rule: "record.requirement_counted_until",
          inputs: { ...inputs, since, until: way.until },
          source,
        },
      ];
}

const points = ({ attempt }: Counted): number => Number(attempt.points ?? 0);

function stateOf(counted: readonly Counted[], best: Counted | undefined): RequirementState["state"] {
  if (best) return "fulfilled";
  return counted.some(({ attempt }) => attempt.letter !== null) ? "failed" : "open";
}

/**
 * Which lines of a degree are fulfilled: by the best passing attempt at their course, or at one that counted for it in
 * the term of the attempt; of equal ones by the course itself (domain.md 0.2 row 26; 3.2).
 * @param attempts in the order in which they were taken
 */
export function requirementStates(
  requirements: readonly RequiredCourse[],
  attempts: readonly DatedAttempt[],
  equivalences: readonly Equivalence[],
): RequirementState[] {
  return requirements.map((requirement) => {
    const ways = coursesThatCount(requirement.courseCode, equivalences);
    const counted = attempts.flatMap((attempt): Counted[] => {
      const way = countingOf(ways, attempt.courseCode, attempt.termStart);
      return way ? [{ attempt, way }] : [];
    });
    const itself = ({ attempt }: Counted) => attempt.courseCode === requirement.courseCode;
    const best = counted
      .filter(({ attempt }) => attempt.passes)
      .toSorted(
        (one, other) => points(other) - points(one) || Number(itself(other)) - Number(itself(one)),
      )[0];
    // An own attempt that failed says more about the line than one at another course.
    const shown = best ?? counted.findLast(itself) ?? counted.at(-1);
    return {
      ...requirement,
      state: stateOf(counted, best),
      letter: shown?.attempt.letter ?? null,
      termCode: shown?.attempt.termCode ?? null,
      by: shown && !itself(shown) ? shown.attempt.courseCode : null,
      because: shown ? reasonOf(requirement.courseCode, shown) : [],
    };
  });
}

/** Share of the requirements that are fulfilled, in whole percent, rounded down: 100 only when nothing is open. */
export function completion(states: readonly RequirementState[]): Explained<number> {
  const fulfilled = states.filter((line) => line.state === "fulfilled").length;
  const percent = states.length === 0 ? 0 : Math.floor((fulfilled * 100) / states.length);
  const inputs = { fulfilled, total: states.length, percent };
  return explain(percent, [{ rule: "record.completion", inputs, source: "domain.md 3.2" }]);
}

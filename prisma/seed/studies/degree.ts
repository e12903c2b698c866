import type { CourseRow } from "../curriculum/catalogue";
import { scaleFor } from "../curriculum/scales";
import type { Random } from "../random";
import type { World } from "../world";
import { drawLetter, drawVerdict, type Transcript } from "./marks";
import { type Segment, termTypeOf } from "./plan";

const LAST_TERMS = 4;

/** Courses of the list that may be taken now: not passed, prerequisites met, at most two attempts so far. */
export function openCourses(list: readonly CourseRow[], transcript: Transcript): CourseRow[] {
  return list.filter(
    (course) =>
      !transcript.passed.has(course.id) && transcript.attempts(course) < 3 && transcript.meets(course),
  );
}

function loadOf(
  random: Random,
  segment: Segment,
  left: number,
  termsLeft: number,
  gpa: number | null,
): number {
  if (segment.outcome === "COMPLETED") return Math.min(6, Math.max(2, Math.ceil(left / termsLeft)));
  if (segment.track === "MA") return 2;
  if (gpa !== null && gpa >= 3.5 && random.chance(0.3)) return 4;
  return random.chance(0.86) ? 3 : 2;
}

/**
 * Takes the courses of a degree in its order, as prerequisites allow; who completes has passed every one at the end.
 * The last terms of a completed degree have no failures, as in life: those who failed there came back and passed.
 */
export function liveDegree(
  world: World,
  random: Random,
  transcript: Transcript,
  segment: Segment,
  ability: number,
): void {
  const list = world.catalogue.degrees.get(segment.programme) ?? [];
  const completes = segment.outcome === "COMPLETED";
  for (const [index, quarter] of segment.quarters.entries()) {
    const term = world.term(termTypeOf(segment.track, quarter), quarter);
    const scale = scaleFor(world.scales, null, term.start);
    const termsLeft = segment.quarters.length - index;
    const left = list.filter((course) => !transcript.passed.has(course.id)).length;
    if (left === 0) break;
    const load = loadOf(random, segment, left, termsLeft, transcript.gpa());
    const taken = openCourses(list, transcript).slice(0, termsLeft === 1 && completes ? left : load);
    if (segment.track === "BA" && !completes && random.chance(0.06)) {
      const elective = openCourses(world.catalogue.electives, transcript).at(random.int(0, 5));
      if (elective && taken.length > 1) taken[taken.length - 1] = elective;
    }
    for (const course of taken) {
      const last = completes && (termsLeft <= LAST_TERMS || transcript.attempts(course) === 2);
      const verdict = drawVerdict(random, ability, last);
      const strict = completes || random.chance(0.9);
      const least = strict ? (world.leastPass.get(course.id) ?? "D-") : "D-";
      const letter =
        verdict === "PASS" || verdict === "FAIL"
          ? drawLetter(random, scale, ability, verdict, least)
          : verdict;
      transcript.add(course, term, letter);
    }
  }
}

/** Courses taken elsewhere or shown in an exam before the first term here, by a student who comes from outside. */
export function bringCredits(world: World, random: Random, transcript: Transcript, segment: Segment): void {
  const quarter = segment.quarters[0];
  if (quarter === undefined) return;
  const term = world.term(termTypeOf(segment.track, quarter), quarter);
  const list = (world.catalogue.degrees.get(segment.programme) ?? []).slice(0, 10);
  for (const course of openCourses(list, transcript).slice(0, random.int(2, 6))) {
    transcript.add(course, term, "CR", "TRANSFER");
  }
}

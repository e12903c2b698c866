import type { CourseRow } from "../curriculum/catalogue";
import { scaleFor } from "../curriculum/scales";
import type { Random } from "../random";
import type { World } from "../world";
import { drawLetter, type Transcript, type Verdict } from "./marks";
import { type Segment, termTypeOf } from "./plan";

/** Levels passed through in a language programme, and the course that comes next (null when all are passed). */
export type LanguageStay = { entryLevel: number; currentLevel: number; next: CourseRow | null };

/** Verdicts of a stay; nobody fails a level three times, and who completes passes in the last term. */
function verdicts(random: Random, terms: number, completes: boolean, ability: number): Verdict[] {
  const failing = Math.min(0.25, Math.max(0.03, 0.1 + (74 - ability) * 0.01));
  const list: Verdict[] = [];
  for (let i = 0; i < terms; i++) {
    const struggling = list.at(-1) !== "PASS" && list.at(-2) !== "PASS" && i >= 2;
    const last = completes && i === terms - 1;
    list.push(
      struggling || last
        ? "PASS"
        : random.weighted([
            ["PASS", 1 - failing],
            ["FAIL", failing],
            ["W", 0.03],
            ["I", 0.012],
          ] as const),
    );
  }
  return list;
}

/** Writes one result for a language course in a term. */
export function sitLanguage(
  world: World,
  random: Random,
  transcript: Transcript,
  sit: {
    course: CourseRow;
    segment: Pick<Segment, "track">;
    quarter: number;
    verdict: Verdict;
    ability: number;
  },
): void {
  const term = world.term(termTypeOf(sit.segment.track, sit.quarter), sit.quarter);
  const scale = scaleFor(world.scales, sit.course.programme, term.start);
  const { verdict } = sit;
  const letter =
    verdict === "PASS" || verdict === "FAIL" ? drawLetter(random, scale, sit.ability, verdict) : verdict;
  transcript.add(sit.course, term, letter);
}

/** One level a term, repeated until passed: the entry level is chosen so that the levels suffice for the stay. */
export function liveLanguage(
  world: World,
  random: Random,
  transcript: Transcript,
  segment: Segment,
  ability: number,
): LanguageStay {
  const levels = world.catalogue.levels.get(segment.programme) ?? [];
  const completes = segment.outcome === "COMPLETED";
  const list = verdicts(random, segment.quarters.length, completes, ability);
  const passes = list.filter((verdict) => verdict === "PASS").length;
  const room = levels.length - passes - (completes ? 0 : 1);
  const entry = completes ? Math.max(0, room) : Math.floor(random.next() ** 1.4 * (room + 1));
  let at = entry;
  for (const [index, quarter] of segment.quarters.entries()) {
    const course = levels[at];
    const verdict = list[index] as Verdict;
    if (!course) break;
    sitLanguage(world, random, transcript, { course, segment, quarter, verdict, ability });
    if (verdict === "PASS") at++;
  }
  const next = levels[at] ?? null;
  const current = next ?? (levels.at(-1) as CourseRow);
  return { entryLevel: levels[entry]?.level ?? 1, currentLevel: current.level ?? 1, next };
}

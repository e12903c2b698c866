import { CURRENT_QUARTER } from "../calendar/terms";
import type { CourseRow } from "../curriculum/catalogue";
import type { ProgrammeRow } from "../curriculum/programmes";
import type { DayNumber } from "../days";
import type { Random } from "../random";
import type { World } from "../world";
import { bringCredits, liveDegree } from "./degree";
import { type LanguageStay, liveLanguage, sitLanguage } from "./language";
import { type Result, Transcript } from "./marks";
import { type Plan, type Segment, termTypeOf } from "./plan";

export type ProgrammeStay = {
  programme: ProgrammeRow;
  status: "ACTIVE" | "COMPLETED" | "TRANSFERRED" | "DROPPED" | "INACTIVE";
  start: DayNumber;
  end: DayNumber | null;
  entryLevel: number | null;
  currentLevel: number | null;
  exitReason: string | null;
};

/** What an active student wants from the running and the next terms. */
export type Wish = {
  segment: Segment;
  /** The level to sit in now (language programmes). */
  level: CourseRow | null;
  /** The weekend class beside it. */
  weekend: CourseRow | null;
  transcript: Transcript;
};

export type Life = {
  results: Result[];
  stays: ProgrammeStay[];
  isTransfer: boolean;
  start: DayNumber;
  /** Last day of the last term, null while the student is active. */
  end: DayNumber | null;
  wish: Wish | null;
};

function isLanguage(segment: Segment): boolean {
  return segment.track === "A" || segment.track === "B";
}

/** The weekend programme that many take beside their classes, one level a term, while its levels last. */
function weekendWalk(
  world: World,
  random: Random,
  transcript: Transcript,
  ability: number,
  persona: boolean,
) {
  const levels = world.catalogue.levels.get("EXPRESS") ?? [];
  const joins = random.chance(0.96);
  let at = persona ? 3 : random.chance(0.75) ? 0 : 1;
  return {
    sit(quarter: number, probability: number): void {
      const course = levels[at];
      if (!joins || !course || !random.chance(probability)) return;
      const tired = transcript.attempts(course) >= 2;
      const verdict = tired
        ? "PASS"
        : random.weighted([
            ["PASS", 71],
            ["FAIL", 13],
            ["W", 13],
            ["I", 3],
          ] as const);
      sitLanguage(world, random, transcript, { course, segment: { track: "A" }, quarter, verdict, ability });
      if (verdict === "PASS") at++;
    },
    next(probability: number): CourseRow | null {
      return joins && random.chance(probability) ? (levels[at] ?? null) : null;
    },
  };
}

function firstDay(world: World, segment: Segment): DayNumber {
  const quarter = segment.quarters[0] ?? CURRENT_QUARTER;
  return world.term(termTypeOf(segment.track, quarter), quarter).start;
}

function lastDay(world: World, segment: Segment): DayNumber {
  const quarter = segment.quarters.at(-1) ?? CURRENT_QUARTER;
  return world.term(termTypeOf(segment.track, quarter), quarter).end;
}

function stayOf(world: World, segment: Segment, level: LanguageStay | null): ProgrammeStay {
  const programme = world.programme(segment.programme);
  const start = firstDay(world, segment);
  const levels = { entryLevel: level?.entryLevel ?? null, currentLevel: level?.currentLevel ?? null };
  const base = { programme, start, ...levels, exitReason: null };
  if (segment.outcome === "ACTIVE") return { ...base, status: "ACTIVE", end: null };
  const end = lastDay(world, segment);
  if (segment.outcome === "COMPLETED") {
    return { ...base, status: "COMPLETED", end, exitReason: isLanguage(segment) ? "COMP" : "GRAD" };
  }
  if (segment.outcome === "CHANGED") return { ...base, status: "TRANSFERRED", end, exitReason: "TRAN_INT" };
  const status = world.anchor - end > 730 ? "DROPPED" : "INACTIVE";
  return { ...base, status, end, exitReason: status === "DROPPED" ? "UNK" : null };
}

/** Tells the whole life of a student from its plan: results term by term, programmes, and what comes next. */
export function live(world: World, random: Random, plan: Plan): Life {
  const ability = Math.max(62, Math.min(97, random.normal(79, 7)));
  const transcript = new Transcript(world.scales);
  const weekend = weekendWalk(world, random, transcript, ability, plan.persona);
  const stays: ProgrammeStay[] = [];
  const first = plan.segments[0] as Segment;
  const isTransfer = first.track === "BA" && random.chance(0.4);
  let level: LanguageStay | null = null;
  for (const segment of plan.segments) {
    level = null;
    if (isLanguage(segment)) level = liveLanguage(world, random, transcript, segment, ability);
    else {
      if (segment === first && isTransfer) bringCredits(world, random, transcript, segment);
      liveDegree(world, random, transcript, segment, ability);
    }
    // The persona joins the weekend class only now.
    const beside = plan.persona ? 0 : isLanguage(segment) ? 0.86 : 0.3;
    for (const quarter of segment.track === "MA" ? [] : segment.quarters) weekend.sit(quarter, beside);
    stays.push(stayOf(world, segment, level));
  }
  const last = plan.segments.at(-1) as Segment;
  const wish: Wish | null = plan.active
    ? {
        segment: last,
        level: level?.next ?? null,
        weekend: last.track === "MA" ? null : weekend.next(plan.persona ? 1 : isLanguage(last) ? 0.92 : 0.6),
        transcript,
      }
    : null;
  const end = plan.active ? null : lastDay(world, last);
  return { results: transcript.results, stays, isTransfer, start: firstDay(world, first), end, wish };
}

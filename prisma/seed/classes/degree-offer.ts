import type { TermRow } from "../calendar/terms";
import type { CourseRow } from "../curriculum/catalogue";
import { Random } from "../random";
import { openCourses } from "../studies/degree";
import type { World } from "../world";
import { type ClassDraft, canJoin, join, type Pupil, seatsLeft } from "./draft";
import type { OfferOptions } from "./language-offer";
import { degreeParts } from "./templates";
import { bachelorPatterns, masterPatterns, type Pattern } from "./times";

const CAPACITY = 30;
const COMBINED_CAPACITY = 40;
const TARGET = 27;
/** How far down the list of open courses a student looks. */
const DEPTH = 10;

/** Pairs of different majors that are taught in one room by one teacher when both are offered. */
const combinedPairs = [
  ["MGMT-350", "IREL-410"],
  ["MGMT-420", "POLS-320"],
] as const;

type Planned = { course: CourseRow; pupils: Pupil[] };

/** Courses that a student may take in this term: open, not taken now, offered this time. */
function choicesOf(world: World, pupil: Pupil, offered: (course: CourseRow) => boolean): CourseRow[] {
  const list = world.catalogue.degrees.get(pupil.wish.segment.programme) ?? [];
  const now = new Set(pupil.classes.map((each) => each.course));
  return openCourses(list, pupil.wish.transcript).filter((course) => offered(course) && !now.has(course));
}

/** Courses beyond the shared ones run every second term, so that a class is worth opening. */
function rotation(world: World, quarter: number) {
  return (course: CourseRow) =>
    world.catalogue.common.has(course.id) || course.isSeniorProject || course.id % 2 === quarter % 2;
}

function loadOf(random: Random, pupil: Pupil): number {
  if (pupil.wish.segment.track === "MA") return random.chance(0.85) ? 2 : 1;
  if (pupil.persona) return 3;
  const gpa = pupil.wish.transcript.gpa();
  if (gpa !== null && gpa >= 3.5 && random.chance(0.25)) return 4;
  return random.chance(0.93) ? 3 : 2;
}

/** What would be taken if nothing clashed; courses with too few students are left out, and their students choose again. */
function planDemand(world: World, pupils: Pupil[], quarter: number, smallest: number): Planned[] {
  const rotated = rotation(world, quarter);
  const closed = new Set<CourseRow>();
  for (let round = 0; ; round++) {
    const demand = new Map<CourseRow, Pupil[]>();
    for (const pupil of pupils) {
      const choices = choicesOf(world, pupil, (course) => rotated(course) && !closed.has(course)).slice(0, 3);
      for (const course of choices) demand.set(course, [...(demand.get(course) ?? []), pupil]);
    }
    const small = [...demand].filter(([, takers]) => takers.length < smallest);
    if (small.length === 0 || round === 3) {
      return [...demand]
        .map(([course, takers]) => ({ course, pupils: takers }))
        .sort((a, b) => b.pupils.length - a.pupils.length || a.course.id - b.course.id);
    }
    for (const [course] of small) closed.add(course);
  }
}

type Section = { course: CourseRow; morning: boolean; pupils: Pupil[] };

function sectionsOf(planned: Planned[], smallest: number): Section[] {
  return planned.flatMap(({ course, pupils }) => {
    const morning = pupils.filter((pupil) => pupil.studyTime === "MORNING");
    const alone = course.cycleId === 2 && morning.length >= Math.max(5, smallest - 2);
    const evening = alone ? pupils.filter((pupil) => pupil.studyTime !== "MORNING") : pupils;
    const split = (group: Pupil[], isMorning: boolean): Section[] => {
      const count = group.length <= CAPACITY ? Math.min(1, group.length) : Math.ceil(group.length / TARGET);
      return Array.from({ length: count }, (_, section) => ({
        course,
        morning: isMorning,
        pupils: group.filter((_, index) => index % count === section),
      }));
    };
    return [...split(evening, false), ...(alone ? split(morning, true) : [])];
  });
}

/** The pattern in which the fewest of the section's students already sit in another class. */
function bestPattern(
  section: Section,
  patterns: readonly Pattern[],
  chosen: Map<Pattern, Map<Pupil, number>>,
): Pattern {
  const fitting = patterns.filter(
    (pattern) => patterns.length <= 5 || (pattern.timeOfDay === "MORN") === section.morning,
  );
  let best = fitting[0] as Pattern;
  let bestCost = Infinity;
  for (const pattern of fitting) {
    const sitting = chosen.get(pattern);
    const cost =
      section.pupils.reduce((sum, pupil) => sum + (sitting?.get(pupil) ?? 0), 0) +
      (sitting?.size ?? 0) * 0.01;
    if (cost < bestCost) [best, bestCost] = [pattern, cost];
  }
  return best;
}

/**
 * Classes of a bachelor or master term: the courses that its students need next, sections at times that let most of
 * them take all of theirs, and the students in them as far as seats, times and prerequisites allow.
 */
export function offerDegree(
  world: World,
  term: TermRow,
  pupils: Pupil[],
  options: OfferOptions,
): ClassDraft[] {
  const patterns = term.type === "MA" ? masterPatterns : bachelorPatterns;
  const chosen = new Map<Pattern, Map<Pupil, number>>(patterns.map((pattern) => [pattern, new Map()]));
  const drafts: ClassDraft[] = [];
  const wanted = new Map<ClassDraft, number>();
  for (const section of sectionsOf(
    planDemand(world, pupils, term.quarter, options.smallest),
    options.smallest,
  )) {
    const pattern = bestPattern(section, patterns, chosen);
    for (const pupil of section.pupils) {
      const sitting = chosen.get(pattern) as Map<Pupil, number>;
      sitting.set(pupil, (sitting.get(pupil) ?? 0) + 1);
    }
    const same = drafts.filter(
      (draft) => draft.course === section.course && draft.timeOfDay === pattern.timeOfDay,
    );
    const draft: ClassDraft = {
      id: ++options.ids.class,
      course: section.course,
      term,
      section: String.fromCharCode(65 + same.length),
      timeOfDay: pattern.timeOfDay,
      type: section.pupils.length <= 4 && term.type === "BA" ? "READING" : "STANDARD",
      status: options.status,
      notes: null,
      pool: { id: ++options.ids.pool, capacity: CAPACITY, taken: 0 },
      parts: degreeParts(options.ids, term, pattern),
      pupils: [],
      hot: options.filled < 1 && drafts.length < 3,
    };
    drafts.push(draft);
    wanted.set(draft, section.pupils.length);
  }
  combinePairs(drafts, wanted);
  fill(world, term, pupils, drafts, options.filled);
  return drafts;
}

function combinePairs(drafts: ClassDraft[], wanted: Map<ClassDraft, number>): void {
  for (const [one, two] of combinedPairs) {
    const first = drafts.find((draft) => draft.course.code === one);
    const second = drafts.find((draft) => draft.course.code === two);
    if (!first || !second || (wanted.get(first) ?? 0) + (wanted.get(second) ?? 0) > COMBINED_CAPACITY)
      continue;
    second.pool = first.pool;
    first.pool.capacity = COMBINED_CAPACITY;
    second.parts = first.parts.map((part) => ({ ...part }));
    second.timeOfDay = first.timeOfDay;
    for (const draft of [first, second]) {
      draft.type = "COMBINED";
      draft.notes = `Taught together: ${one} and ${two}`;
    }
  }
}

function fill(world: World, term: TermRow, pupils: Pupil[], drafts: ClassDraft[], filled: number): void {
  const random = new Random(`degree ${term.id}`);
  const offered = new Set(drafts.map((draft) => draft.course));
  const order = [
    ...pupils.filter((pupil) => pupil.persona),
    ...random.shuffle(pupils.filter((pupil) => !pupil.persona)),
  ];
  for (const pupil of order) {
    const load = loadOf(random, pupil);
    const eager = pupil.persona || random.chance(filled);
    let taken = 0;
    for (const course of choicesOf(world, pupil, (each) => offered.has(each)).slice(0, DEPTH)) {
      if (taken === load) break;
      const open = drafts.filter(
        (draft) => draft.course === course && canJoin(pupil, draft) && (eager || draft.hot),
      );
      const fitting = (draft: ClassDraft) =>
        Number(draft.timeOfDay === "MORN" && pupil.studyTime !== "MORNING");
      const draft = open.sort(
        (a, b) => fitting(a) - fitting(b) || seatsLeft(b) - seatsLeft(a) || a.id - b.id,
      )[0];
      if (!draft) continue;
      join(pupil, draft);
      taken++;
    }
  }
}

import { CURRENT_QUARTER, NEXT_QUARTER } from "../calendar/terms";
import type { CourseRow } from "../curriculum/catalogue";
import type { TeacherRow } from "../people/staff";
import { Random } from "../random";
import type { World } from "../world";
import { offerDegree } from "./degree-offer";
import { type ClassDraft, Ids, type Pupil } from "./draft";
import { type OfferOptions, offerLanguage, offerWeekend } from "./language-offer";
import { makeTimetable } from "./timetable";

/** The level after the one in which the student sits now. */
function nextLevel(world: World, course: CourseRow | null): CourseRow | null {
  if (!course) return null;
  const levels = world.catalogue.levels.get(course.programme ?? "") ?? [];
  return levels[levels.indexOf(course) + 1] ?? null;
}

function offerQuarter(world: World, pupils: Pupil[], quarter: number, options: OfferOptions): ClassDraft[] {
  const next = quarter === NEXT_QUARTER;
  const on = (track: string) => pupils.filter((pupil) => pupil.wish.segment.track === track);
  const level = (pupil: Pupil) => (next ? nextLevel(world, pupil.wish.level) : pupil.wish.level);
  const weekend = (pupil: Pupil) => (next ? nextLevel(world, pupil.wish.weekend) : pupil.wish.weekend);
  return [
    ...offerDegree(world, world.term("BA", quarter), on("BA"), options),
    ...offerDegree(world, world.term("MA", quarter), on("MA"), { ...options, smallest: 3 }),
    ...offerLanguage(world.term("ENG_A", quarter), on("A"), level, options),
    ...offerLanguage(world.term("ENG_B", quarter), on("B"), level, options),
    ...offerWeekend(world.term("ENG_A", quarter), pupils, weekend, options),
  ];
}

/** Some classes of the next terms are only sketched and take nobody; a full one keeps exactly the seats it sold. */
function finish(drafts: ClassDraft[]): void {
  const random = new Random("finish");
  for (const draft of drafts) {
    if (draft.status === "SCHEDULED" && draft.pool.taken === 0 && random.chance(0.3)) draft.status = "DRAFT";
    const alone = draft.type !== "COMBINED";
    if (draft.hot && alone && draft.pool.taken >= 3 && draft.pool.taken < draft.pool.capacity) {
      draft.pool.capacity = draft.pool.taken + (draft.id % 3 === 0 ? 1 : 0);
    }
  }
}

/**
 * All classes of the running and the next terms with their students, weekly times, rooms and teachers.
 * Deterministic: pupils in the order of their ids give the same classes.
 */
export function makeOffer(
  world: World,
  pupils: Pupil[],
  teachers: TeacherRow[],
  smallest: number,
): ClassDraft[] {
  const ids = new Ids();
  const running = offerQuarter(world, pupils, CURRENT_QUARTER, {
    ids,
    filled: 1,
    smallest,
    status: "ACTIVE",
  });
  const coming = offerQuarter(world, pupils, NEXT_QUARTER, {
    ids,
    filled: 0.36,
    smallest,
    status: "SCHEDULED",
  });
  finish(coming);
  const drafts = [...running, ...coming];
  makeTimetable(drafts, world.rooms, teachers);
  return drafts;
}

import { CURRENT_QUARTER, NEXT_QUARTER } from "../calendar/terms";
import type { CourseRow } from "../curriculum/catalogue";
import type { TeacherRow } from "../people/staff";
import type { World } from "../world";
import { offerDegree } from "./degree-offer";
import { type ClassDraft, Ids, type Pupil } from "./draft";
import { type OfferOptions, offerLanguage, offerWeekend } from "./language-offer";
import { offerSmall } from "./small-offer";
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

/** A hot class that nobody else wants keeps exactly the seats it sold, or one more: it is full, or nearly. */
function closeHot(drafts: ClassDraft[]): void {
  for (const draft of drafts) {
    const alone = draft.type !== "COMBINED";
    if (draft.hot && alone && draft.pool.taken >= 3 && draft.pool.taken < draft.pool.capacity) {
      draft.pool.capacity = draft.pool.taken + (draft.id % 3 === 0 ? 1 : 0);
    }
  }
}

/** Further sections that a director has only sketched: they take nobody until they are scheduled. */
function sketch(drafts: readonly ClassDraft[], ids: Ids): ClassDraft[] {
  const sketched: ClassDraft[] = [];
  for (const [index, draft] of drafts.entries()) {
    if (index % 20 !== 7 || draft.type !== "STANDARD") continue;
    const same = [...drafts, ...sketched].filter(
      (other) =>
        other.course === draft.course && other.term === draft.term && other.timeOfDay === draft.timeOfDay,
    );
    sketched.push({
      ...draft,
      id: ++ids.class,
      section: String.fromCharCode(65 + same.length),
      status: "DRAFT",
      pool: { id: ++ids.pool, capacity: 30, taken: 0 },
      parts: draft.parts.map((part) => ({ ...part, delivery: { ...part.delivery, id: ++ids.delivery } })),
      pupils: [],
      hot: false,
    });
  }
  return sketched;
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
  closeHot(coming);
  const drafts = [...running, ...coming, ...sketch(coming, ids)];
  drafts.push(...offerSmall(world, pupils, drafts, ids));
  makeTimetable(drafts, world.rooms, teachers);
  return drafts;
}

import { CURRENT_QUARTER, NEXT_QUARTER } from "../calendar/terms";
import type { CourseRow } from "../curriculum/catalogue";
import { openCourses } from "../studies/degree";
import type { World } from "../world";
import { type ClassDraft, canJoin, Ids, join, type Pupil } from "./draft";
import { degreeParts } from "./templates";
import { bachelorPatterns } from "./times";

/** Students of the reading classes of a term: one class of each tier (domain.md 4.1 ReadingClass). */
const READERS = [8, 4, 2] as const;
/** Seats of a reading class, up to the last tier. */
export const READING_CAPACITY = 15;
/** Students of a senior-project class: a few groups. */
const WRITERS = 9;
/** Courses that a student may take in a term (domain.md 0.2 row 27). */
function loadOf({ wish }: Pupil): number {
  return (wish.transcript.gpa() ?? 0) >= 3.5 ? 5 : 3;
}

/** Who may take the course in the term, has room for it and sits in none of its hours. */
function takersOf(world: World, pupils: readonly Pupil[], draft: ClassDraft): Pupil[] {
  return pupils.filter((pupil) => {
    if (pupil.persona || pupil.wish.segment.track !== "BA") return false;
    const term = pupil.classes.filter((each) => each.term === draft.term);
    if (term.length >= loadOf(pupil) || !canJoin(pupil, draft)) return false;
    const list = world.catalogue.degrees.get(pupil.wish.segment.programme) ?? [];
    return (
      openCourses(list, pupil.wish.transcript).includes(draft.course) &&
      !pupil.classes.some((each) => each.course === draft.course)
    );
  });
}

/**
 * What few students ask for, on top of the offer: senior projects, and reading classes for courses that did not find
 * enough takers. They come last, so that everything made before stays as it is.
 */
export function offerSmall(
  world: World,
  pupils: readonly Pupil[],
  offered: readonly ClassDraft[],
  ids: Ids,
): ClassDraft[] {
  const drafts: ClassDraft[] = [];
  for (const [quarter, status] of [
    [CURRENT_QUARTER, "ACTIVE"],
    [NEXT_QUARTER, "SCHEDULED"],
  ] as const) {
    const term = world.term("BA", quarter);
    const taken = new Set(offered.filter((draft) => draft.term === term).map((draft) => draft.course));
    const make = (course: CourseRow, type: "STANDARD" | "READING", count: number, least: number): boolean => {
      const pattern = bachelorPatterns[(course.id + quarter) % 5] ?? bachelorPatterns[0];
      if (!pattern) return false;
      const pool = { id: ids.pool + 1, capacity: type === "READING" ? READING_CAPACITY : 30, taken: 0 };
      const draft: ClassDraft = {
        id: ids.class + 1,
        course,
        term,
        section: "A",
        timeOfDay: pattern.timeOfDay,
        type,
        status,
        notes: null,
        pool,
        // For trying only: a class that nobody takes uses up no ids.
        parts: degreeParts(new Ids(), term, pattern),
        pupils: [],
        hot: false,
      };
      const takers = takersOf(world, pupils, draft);
      if (takers.length < least) return false;
      ids.class++;
      ids.pool++;
      draft.parts = degreeParts(ids, term, pattern);
      for (const pupil of takers.slice(0, count)) join(pupil, draft);
      drafts.push(draft);
      return true;
    };
    for (const course of world.catalogue.courses)
      if (course.isSeniorProject && !taken.has(course)) make(course, "STANDARD", WRITERS, 2);
    const rest = world.catalogue.courses.filter(
      (course) =>
        course.programme === null && course.cycleId === 2 && !course.isSeniorProject && !taken.has(course),
    );
    const used = new Set<CourseRow>();
    for (const count of READERS) {
      const course = rest.find((each) => !used.has(each) && make(each, "READING", count, Math.min(count, 6)));
      if (course) used.add(course);
    }
  }
  return drafts;
}

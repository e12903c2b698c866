import type { TermRow } from "../calendar/terms";
import type { CourseRow } from "../curriculum/catalogue";
import { Random } from "../random";
import { type ClassDraft, canJoin, type Ids, join, type Pupil, seatsLeft } from "./draft";
import { languageParts } from "./templates";
import type { Slot } from "./times";

export type OfferOptions = {
  ids: Ids;
  /** Share of the students who are enrolled; the classes are made for all of them. */
  filled: number;
  /** Fewer students than this share a class of the evening. */
  smallest: number;
  status: ClassDraft["status"];
};

const CAPACITY = 30;
/** Seats of classes that are taught as one: they get a large room. */
const COMBINED_CAPACITY = 40;
const TARGET = 28;

type Demand = Record<Slot, Pupil[]>;

function slotOf(pupil: Pupil): Slot {
  if (pupil.studyTime === "MORNING") return "MORN";
  return pupil.studyTime === "AFTERNOON" ? "AFT" : "EVE";
}

/** Students per course and time of day; groups too small for a class of their own move into the evening. */
function demandOf(pupils: Pupil[], courseOf: (pupil: Pupil) => CourseRow | null, smallest: number) {
  const demand = new Map<CourseRow, Demand>();
  for (const pupil of pupils) {
    const course = courseOf(pupil);
    if (!course) continue;
    const slots = demand.get(course) ?? { MORN: [], AFT: [], EVE: [], NIGHT: [] };
    slots[slotOf(pupil)].push(pupil);
    demand.set(course, slots);
  }
  for (const slots of demand.values()) {
    for (const slot of ["MORN", "AFT"] as const) {
      if (slots[slot].length > 0 && slots[slot].length < smallest) slots.EVE.push(...slots[slot].splice(0));
    }
  }
  return [...demand.entries()].sort(([a], [b]) => a.id - b.id);
}

function makeClass(
  { ids, status }: OfferOptions,
  course: CourseRow,
  term: TermRow,
  slot: Slot,
  section: number,
): ClassDraft {
  return {
    id: ++ids.class,
    course,
    term,
    section: String.fromCharCode(65 + section),
    timeOfDay: slot,
    type: "STANDARD",
    status,
    notes: null,
    pool: { id: ++ids.pool, capacity: CAPACITY, taken: 0 },
    parts: languageParts(ids, course, term, slot),
    pupils: [],
    hot: false,
  };
}

/**
 * Two small classes of equal level in the two school programmes are taught as one (EHSS n = GESL n, domain.md 7.4):
 * one seat pool, the same deliveries.
 */
function combine(first: ClassDraft, second: ClassDraft): void {
  second.pool = first.pool;
  first.pool.capacity = COMBINED_CAPACITY;
  for (const [index, part] of second.parts.entries()) {
    part.delivery = first.parts[index]?.delivery ?? part.delivery;
  }
  for (const draft of [first, second]) {
    draft.type = "COMBINED";
    draft.notes = `Taught together: ${first.course.code} and ${second.course.code}`;
  }
}

/** Weekday classes of a language term: sections of at most thirty, by level and time of day. */
export function offerLanguage(
  term: TermRow,
  pupils: Pupil[],
  courseOf: (pupil: Pupil) => CourseRow | null,
  options: OfferOptions,
): ClassDraft[] {
  const drafts: ClassDraft[] = [];
  const seated: [ClassDraft, Pupil[]][] = [];
  const random = new Random(`language ${term.id}`);
  for (const [course, slots] of demandOf(pupils, courseOf, options.smallest)) {
    // The evening of the second intake is late for every other course: the rooms are taken before.
    if (term.type === "ENG_B" && course.id % 2 === 0) slots.NIGHT = slots.EVE.splice(0);
    for (const slot of ["MORN", "AFT", "EVE", "NIGHT"] as const) {
      const group = slots[slot];
      const sections =
        group.length <= CAPACITY ? Math.min(1, group.length) : Math.ceil(group.length / TARGET);
      for (let section = 0; section < sections; section++) {
        const draft = makeClass(options, course, term, slot, section);
        drafts.push(draft);
        seated.push([draft, group.filter((_, index) => index % sections === section)]);
      }
    }
  }
  combineSmall(seated);
  markHot(seated, options.filled);
  for (const [draft, group] of seated) {
    for (const pupil of draft.hot
      ? [...group, ...pupils.filter((each) => courseOf(each) === draft.course)]
      : group) {
      if ((draft.hot || pupil.persona || random.chance(options.filled)) && canJoin(pupil, draft))
        join(pupil, draft);
    }
  }
  return drafts;
}

function combineSmall(seated: [ClassDraft, Pupil[]][]): void {
  let pairs = 0;
  for (const [first, group] of seated) {
    if (first.course.programme !== "EHSS" || (first.course.level ?? 0) < 8 || pairs >= 3) continue;
    const partner = seated.find(
      ([other, others]) =>
        other.course.programme === "GESL" &&
        other.course.level === first.course.level &&
        other.timeOfDay === first.timeOfDay &&
        other.type === "STANDARD" &&
        group.length + others.length <= COMBINED_CAPACITY,
    );
    if (!partner) continue;
    combine(first, partner[0]);
    pairs++;
  }
}

/** While registration is only beginning, the largest classes are already full: people ask for the same ones. */
function markHot(seated: [ClassDraft, Pupil[]][], filled: number): void {
  if (filled >= 1) return;
  const largest = [...seated].sort(([, a], [, b]) => b.length - a.length).slice(0, 4);
  for (const [draft] of largest) draft.hot = draft.type === "STANDARD";
}

/** The weekend classes: sections spread over the times of Saturday and Sunday, so that everybody finds one that fits. */
export function offerWeekend(
  term: TermRow,
  pupils: Pupil[],
  courseOf: (pupil: Pupil) => CourseRow | null,
  options: OfferOptions,
): ClassDraft[] {
  const drafts: ClassDraft[] = [];
  const random = new Random(`weekend ${term.id}`);
  for (const [course, slots] of demandOf(pupils, courseOf, 0)) {
    const wanting = [...slots.EVE, ...slots.MORN, ...slots.AFT];
    const sections = Math.ceil(wanting.length / TARGET);
    const offered: ClassDraft[] = [];
    for (let index = 0; index < sections; index++) {
      const slot = (["MORN", "AFT", "MORN", "AFT", "EVE"] as const)[index % 5] as Slot;
      const letter = offered.filter((draft) => draft.timeOfDay === slot).length;
      offered.push(makeClass(options, course, term, slot, letter));
    }
    for (const pupil of wanting) {
      if (!pupil.persona && !random.chance(options.filled)) continue;
      const open = offered.filter((draft) => canJoin(pupil, draft));
      const draft = open.sort((a, b) => seatsLeft(b) - seatsLeft(a) || a.id - b.id)[0];
      if (draft) join(pupil, draft);
    }
    drafts.push(...offered);
  }
  return drafts;
}

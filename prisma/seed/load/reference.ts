import { makeTemplates } from "../curriculum/part-templates";
import { facultyNames, requirementLines } from "../curriculum/planned";
import { CYCLES, cycles, divisions } from "../curriculum/programmes";
import { equivalences, textbooks, together, uses } from "../curriculum/textbooks";
import { dayIn, dayText } from "../days";
import type { World } from "../world";
import type { Loader } from "./loader";

/** First day of everything that has always been so: the campus opened in April 2009. */
const BEGINNING = dayText(dayIn(2009, 4, 1));

function optional(day: number | null): string | null {
  return day === null ? null : dayText(day);
}

/** Departments, rooms, terms, holidays, programmes, courses, prerequisites, requirements, scales. */
export async function loadReference(loader: Loader, world: World): Promise<void> {
  await loader.load(
    "department",
    "id, code, name, name_km, display_order",
    world.departments.map((row) => [row.id, row.code, row.name, row.nameKm, row.order]),
  );
  await loader.load(
    "room",
    "id, code, building, name, room_type, capacity, has_projector, has_computers",
    world.rooms.map((row) => [
      row.id,
      row.code,
      row.building,
      row.name,
      row.type,
      row.capacity,
      row.hasProjector,
      row.hasComputers,
    ]),
  );
  await loader.load(
    "holiday",
    "id, name, name_km, start_date, end_date",
    world.holidays.map((row) => [row.id, row.name, row.nameKm, dayText(row.start), dayText(row.end)]),
  );
  await loader.load(
    "term",
    "id, code, name, name_km, term_type, start_date, end_date, discount_end_date, add_deadline, drop_deadline, payment_deadline, registration_opens_on, registration_closes_on, is_active",
    world.terms.map((row) => [
      row.id,
      row.code,
      row.name,
      row.nameKm,
      row.type,
      dayText(row.start),
      dayText(row.end),
      optional(row.discountEnd),
      optional(row.addDeadline),
      optional(row.dropDeadline),
      optional(row.paymentDeadline),
      optional(row.opensOn),
      optional(row.closesOn),
      row.isActive,
    ]),
  );
  await loader.load(
    "division",
    "id, code, name, name_km",
    divisions.map((row) => [row.id, row.code, row.name, row.nameKm]),
  );
  await loader.load(
    "cycle",
    "id, division_id, code, name, name_km, rank, typical_terms",
    cycles.map((row) => [row.id, row.divisionId, row.code, row.name, row.nameKm, row.rank, row.terms]),
  );
  await loader.load(
    "programme",
    "id, cycle_id, code, name, name_km, kind, award, faculty_code, faculty_name, credits_required, is_active, display_order",
    world.programmes.map((row) => [
      row.id,
      row.cycleId,
      row.code,
      row.name,
      row.nameKm,
      row.kind,
      row.award,
      row.faculty,
      row.faculty && (facultyNames[row.faculty] ?? null),
      row.credits,
      row.isActive,
      row.id * 10,
    ]),
  );
  await loadCatalogue(loader, world);
  await loadBooks(loader, world);
  await loadScales(loader, world);
  await loadTemplates(loader);
}

/** Courses that a student takes in a term, and the terms of the foundation year. */
const COURSES_A_TERM = 3;
const FOUNDATION_TERMS = 4;

/** In which term of the studies each course is best taken: by its first place in the list of a degree. */
function bestTerms({ degrees }: World["catalogue"]): Map<number, number> {
  const best = new Map<number, number>();
  for (const list of degrees.values()) {
    for (const [place, { id }] of list.entries()) {
      const term = Math.floor(place / COURSES_A_TERM) + 1;
      best.set(id, Math.min(term, best.get(id) ?? term));
    }
  }
  return best;
}

async function loadCatalogue(loader: Loader, world: World): Promise<void> {
  const { courses, degrees } = world.catalogue;
  const best = bestTerms(world.catalogue);
  await loader.load(
    "course",
    "id, code, title, title_km, short_title, cycle_id, credits, level, programme_code, is_senior_project, recommended_term, is_foundation_year, valid_from",
    courses.map((row) => [
      row.id,
      row.code,
      row.title,
      row.titleKm,
      row.shortTitle,
      row.cycleId,
      row.credits,
      row.level,
      row.programme,
      row.isSeniorProject,
      best.get(row.id) ?? null,
      row.cycleId === CYCLES.BA && (best.get(row.id) ?? FOUNDATION_TERMS + 1) <= FOUNDATION_TERMS,
      BEGINNING,
    ]),
  );
  let id = 0;
  await loader.load(
    "course_prerequisite",
    "id, course_id, required_course_id, group_number, minimum_letter, valid_from",
    courses.flatMap((row) =>
      row.prerequisites.map((each) => [++id, row.id, each.course.id, each.group, each.minimum, BEGINNING]),
    ),
  );
  // Only the five bachelor majors have requirement rows on file (domain.md 0.1).
  let requirement = 0;
  const nextTerm = world.terms.findLast(({ type }) => type === "BA");
  const majors = world.programmes.filter((row) => row.cycleId === CYCLES.BA && row.award === "BA");
  await loader.load(
    "programme_requirement",
    "id, programme_id, sequence, course_id, name, valid_from, valid_to",
    majors.flatMap((programme) =>
      requirementLines(programme.code, degrees.get(programme.code) ?? [], courses, {
        beginning: BEGINNING,
        nextTerm: nextTerm ? dayText(nextTerm.start) : null,
      }).map(({ sequence, course, from, to }) => [
        ++requirement,
        programme.id,
        sequence,
        course.id,
        course.title,
        from,
        to,
      ]),
    ),
  );
}

async function loadScales(loader: Loader, world: World): Promise<void> {
  await loader.load(
    "grading_scale",
    "id, code, name, kind, valid_from, valid_to",
    world.scales.map((row) => [row.id, row.code, row.name, row.kind, dayText(row.from), optional(row.to)]),
  );
  let id = 0;
  await loader.load(
    "scale_grade",
    "id, scale_id, letter, min_percent, points, passes, earns_credit, display_order",
    world.scales.flatMap((scale) =>
      scale.grades.map((row, index) => [
        ++id,
        scale.id,
        row.letter,
        row.minimum,
        row.points,
        row.passes,
        row.passes,
        index + 1,
      ]),
    ),
  );
}

/** Textbooks with their courses, courses that count for others, and one pair that is taken together. */
async function loadBooks(loader: Loader, world: World): Promise<void> {
  const { courses, byCode } = world.catalogue;
  await loader.load(
    "textbook",
    "id, title, author, isbn, publisher, edition, year",
    textbooks.map((row) => [row.id, row.title, row.author, row.isbn, row.publisher, row.edition, row.year]),
  );
  await loader.load(
    "course_textbook",
    "course_id, textbook_id",
    textbooks.flatMap((book) =>
      courses.filter(({ code }) => uses(book, code)).map(({ id }) => [id, book.id]),
    ),
  );
  const idOf = (code: string) => byCode.get(code)?.id ?? 0;
  const approved = dayText(dayIn(2019, 9, 2));
  await loader.load(
    "course_equivalence",
    "id, original_id, equivalent_id, is_bidirectional, reason, approved_by, approved_on, valid_from",
    equivalences.map((row, index) => [
      index + 1,
      idOf(row.code),
      idOf(row.counts),
      row.both,
      row.why,
      "Academic council",
      approved,
      approved,
    ]),
  );
  const rows = courses.reduce((sum, course) => sum + course.prerequisites.length, 0);
  const [year, month, day] = together.from;
  await loader.load(
    "course_prerequisite",
    "id, course_id, required_course_id, kind, group_number, minimum_letter, valid_from",
    [
      [
        rows + 1,
        idOf(together.code),
        idOf(together.with),
        "COREQUISITE",
        9,
        "D",
        dayText(dayIn(year, month, day)),
      ],
    ],
  );
}

/** What language classes are made from (domain.md 4.2). */
async function loadTemplates(loader: Loader): Promise<void> {
  const sets = makeTemplates();
  await loader.load(
    "part_template_set",
    "id, programme_id, name, name_km, level_from, level_to, sessions, valid_from",
    sets.map((row) => [
      row.id,
      row.programmeId,
      row.name,
      row.nameKm,
      row.levels[0],
      row.levels[1],
      row.sessions,
      BEGINNING,
    ]),
  );
  await loader.load(
    "part_template",
    "id, set_id, session_number, code, part_type, name, name_km, weekdays, minutes, weight",
    sets.flatMap((set) =>
      set.parts.map((row) => [
        row.id,
        set.id,
        row.session,
        row.code,
        row.type,
        row.name,
        row.nameKm,
        `{${row.days.join(",")}}`,
        row.minutes,
        row.weight,
      ]),
    ),
  );
  await loader.load(
    "part_template_textbook",
    "part_template_id, textbook_id",
    sets.flatMap((set) => set.parts.flatMap((part) => part.books.map((book) => [part.id, book]))),
  );
}

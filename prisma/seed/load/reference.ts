import { makeTemplates } from "../curriculum/part-templates";
import { CYCLES, cycles, divisions } from "../curriculum/programmes";
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
    "id, cycle_id, code, name, name_km, kind, award, faculty_code, credits_required, is_active, display_order",
    world.programmes.map((row) => [
      row.id,
      row.cycleId,
      row.code,
      row.name,
      row.nameKm,
      row.kind,
      row.award,
      row.faculty,
      row.credits,
      row.isActive,
      row.id * 10,
    ]),
  );
  await loadCatalogue(loader, world);
  await loadScales(loader, world);
  await loadTemplates(loader);
}

async function loadCatalogue(loader: Loader, world: World): Promise<void> {
  const { courses, degrees } = world.catalogue;
  await loader.load(
    "course",
    "id, code, title, title_km, short_title, cycle_id, credits, level, programme_code, is_senior_project, valid_from",
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
  const majors = world.programmes.filter((row) => row.cycleId === CYCLES.BA && row.award === "BA");
  await loader.load(
    "programme_requirement",
    "id, programme_id, sequence, course_id, name, valid_from",
    majors.flatMap((programme) =>
      (degrees.get(programme.code) ?? []).map((course, index) => [
        ++requirement,
        programme.id,
        index + 1,
        course.id,
        course.title,
        BEGINNING,
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
}

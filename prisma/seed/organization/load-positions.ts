import { type DayNumber, dayText } from "../days";
import type { Loader } from "../load/loader";
import type { StaffRow, TeacherRow } from "../people/staff";
import type { World } from "../world";
import { makePositions } from "./positions";

type Held = {
  position: string;
  personId: number;
  from: DayNumber;
  to?: DayNumber;
  acting?: boolean;
  delegate?: { personId: number; from: DayNumber; to: DayNumber };
};

/** Positions and who holds them: some vacant, one acting, one handed on for some weeks, one held before by another. */
export async function loadPositions(
  loader: Loader,
  world: World,
  teachers: readonly TeacherRow[],
  staff: readonly StaffRow[],
): Promise<void> {
  const positions = makePositions();
  const departments = new Map(world.departments.map(({ code, id }) => [code, id]));
  const byTitle = new Map(positions.map(({ title, id }) => [title, id]));
  await loader.load(
    "position",
    "id, title, title_km, department_id, reports_to_id, authority_level, overrides, approval_limits",
    positions.map((row) => [
      row.id,
      row.title,
      row.titleKm,
      row.department === null ? null : (departments.get(row.department) ?? null),
      row.reportsTo === null ? null : (byTitle.get(row.reportsTo) ?? null),
      row.level,
      `{${row.overrides.join(",")}}`,
      JSON.stringify(row.limits),
    ]),
  );
  await loader.load(
    "position_assignment",
    "id, person_id, position_id, valid_from, valid_to, is_acting, is_primary, delegate_id, delegated_from, delegated_to",
    whoHolds(world, teachers, staff).map(({ position, personId, from, to, acting, delegate }, index) => [
      index + 1,
      personId,
      byTitle.get(position) ?? 0,
      dayText(from),
      to === undefined ? null : dayText(to),
      acting ?? false,
      !acting,
      delegate?.personId ?? null,
      delegate ? dayText(delegate.from) : null,
      delegate ? dayText(delegate.to) : null,
    ]),
  );
}

function whoHolds(world: World, teachers: readonly TeacherRow[], staff: readonly StaffRow[]): Held[] {
  const since = world.anchor - 400;
  /** Teachers of a faculty who work here, beside the personas; those with a doctorate first. */
  const faculty = (code: TeacherRow["department"]) =>
    teachers
      .filter((row) => row.department === code && row.status === "ACTIVE" && row.persona === null)
      .toSorted((a, b) => Number(b.degree === "DOCTORATE") - Number(a.degree === "DOCTORATE"))
      .map((row) => row.person.id);
  const [rector, business, education, relations, standIn, earlier] = faculty("AFAC");
  const [language, academicEnglish, generalEnglish] = faculty("LFAC");
  const director = teachers.find((row) => row.persona?.role === "academic_director")?.person.id;
  /** The place in the list of offices is what the people there do (prisma/seed/people/staff.ts). */
  const office = (index: number) => staff[index]?.person.id;
  const held: (Omit<Held, "personId"> & { personId: number | undefined })[] = [
    { position: "Rector", personId: rector, from: since - 1200 },
    { position: "Vice Rector for Academic Affairs", personId: office(16), from: since },
    { position: "Head of the Academic Programme", personId: director, from: since },
    { position: "Head of the Language Programme", personId: language, from: since, acting: true },
    { position: "Chair of Business and Tourism", personId: earlier, from: since - 900, to: since },
    {
      position: "Chair of Business and Tourism",
      personId: business,
      from: since,
      ...(standIn === undefined
        ? {}
        : { delegate: { personId: standIn, from: world.anchor - 5, to: world.anchor + 17 } }),
    },
    { position: "Chair of Education and TESOL", personId: education, from: since },
    { position: "Chair of International Relations", personId: relations, from: since },
    { position: "Coordinator of academic English", personId: academicEnglish, from: since },
    { position: "Coordinator of general English", personId: generalEnglish, from: since },
    { position: "Registrar", personId: office(0), from: since },
    { position: "Records officer", personId: office(7), from: since },
    { position: "Records officer", personId: office(8), from: since },
    { position: "Head of registration", personId: office(10), from: since },
    { position: "Head of testing", personId: office(13), from: since },
    { position: "Finance manager", personId: office(2), from: since },
    { position: "Accountant", personId: office(15), from: since },
    { position: "Head of IT", personId: office(18), from: since },
    { position: "Internal auditor", personId: office(19), from: since },
  ];
  return held.flatMap(({ personId, ...row }) => (personId === undefined ? [] : [{ personId, ...row }]));
}

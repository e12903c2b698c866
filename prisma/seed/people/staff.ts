import type { RoleName } from "@/lib/platform/access/roles";
import type { DayNumber } from "../days";
import { Random } from "../random";
import type { World } from "../world";
import { inventPerson, type PersonRow } from "./person";
import { type Persona, personas } from "./personas";

export type TeacherRow = {
  person: PersonRow;
  number: number;
  degree: "BACHELOR" | "MASTER" | "DOCTORATE";
  status: "ACTIVE" | "INACTIVE" | "ON_LEAVE";
  start: DayNumber;
  end: DayNumber | null;
  department: "LFAC" | "AFAC";
  persona: Persona | null;
};

export type StaffRow = {
  person: PersonRow;
  role: RoleName;
  authorityLevel: number | null;
  persona: Persona | null;
};

export const TEACHERS = 118;
export const STAFF = 20;
/** Ids of the teachers whom the timetable must know: they come first. */
export const PERSONA_TEACHER_ID = 1;
export const PERSONA_DIRECTOR_ID = 3;

const abroad = [
  ["US", 4],
  ["GB", 4],
  ["AU", 3],
  ["PH", 6],
  ["FR", 1],
  ["IN", 1],
] as const;

function colleague(world: World, random: Random, id: number, persona: Persona | null): PersonRow {
  const since = world.anchor - random.int(120, 5200);
  const wish = {
    id,
    since,
    age: [24, 48] as const,
    female: 0.45,
    foreign: id <= TEACHERS ? 0.13 : 0,
    emailDomain: "staff.naga.example",
    emailKey: id <= 11 ? "" : `.${id}`,
  };
  return inventPerson(random, persona ? { ...wish, fixed: persona } : wish, abroad);
}

/** 118 teachers, about seventy of languages; the personas that teach have the first ids. */
export function makeTeachers(world: World): TeacherRow[] {
  const teaching = (["teacher", "substitute", "academic_director"] as const).map(
    (role) => personas.find((each) => each.role === role) ?? null,
  );
  return Array.from({ length: TEACHERS }, (_, index) => {
    const random = new Random(`teacher ${index}`);
    const persona = teaching[index] ?? null;
    const person = colleague(world, random, index + 1, persona);
    const department = persona
      ? persona.role === "academic_director"
        ? "AFAC"
        : "LFAC"
      : index % 10 < 6
        ? "LFAC"
        : "AFAC";
    const status =
      persona || index < 100
        ? "ACTIVE"
        : random.weighted([
            ["ACTIVE", 5],
            ["INACTIVE", 3],
            ["ON_LEAVE", 2],
          ] as const);
    const start = world.anchor - random.int(100, 5000);
    return {
      person,
      number: 101 + index,
      status,
      start,
      department,
      persona,
      end: status === "INACTIVE" ? Math.max(start + 60, world.anchor - random.int(30, 900)) : null,
      degree:
        department === "AFAC"
          ? random.weighted([
              ["MASTER", 80],
              ["DOCTORATE", 20],
            ] as const)
          : random.weighted([
              ["BACHELOR", 62],
              ["MASTER", 36],
              ["DOCTORATE", 2],
            ] as const),
    };
  });
}

/** What the twenty people in the offices do; the personas among them come first. */
const offices: readonly (readonly [RoleName, number | null])[] = [
  ["registrar", 3],
  ["cashier", null],
  ["finance_manager", 2],
  ["admissions_officer", null],
  ["auditor", null],
  ["admin", null],
  ["operator", null],
  ["registrar", 4],
  ["registrar", 4],
  ["registrar", 4],
  ["registrar", 2],
  ["cashier", null],
  ["cashier", null],
  ["admissions_officer", null],
  ["admissions_officer", null],
  ["finance_manager", 3],
  ["academic_director", 1],
  ["admin", null],
  ["operator", null],
  ["auditor", null],
];

export function makeStaff(world: World): StaffRow[] {
  return offices.map(([role, authorityLevel], index) => {
    const persona = index < 7 ? (personas.find((each) => each.role === role) ?? null) : null;
    const person = colleague(world, new Random(`staff ${index}`), TEACHERS + 1 + index, persona);
    return { person, role, authorityLevel, persona };
  });
}

import "server-only";
import { type Actor, can } from "@/lib/platform/access/actor";
import { departmentsOf, programmesOf, reachesAll } from "@/lib/platform/access/scope";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { query } from "@/lib/platform/db/pool";
import { db } from "@/lib/platform/db/prisma";
import { AppError } from "@/lib/platform/errors";

/** Which students an actor reaches, in terms that both Prisma and plain SQL understand. */
export type Reach =
  | { kind: "all" }
  | { kind: "none" }
  | { kind: "own"; personId: number }
  /** Codes of programmes, and of departments: a department is a division or the faculty of a programme. */
  | { kind: "part"; programmes: string[]; departments: string[] };

/** The students whom the actor reaches with the permission; without it, the own record where `people:read_own` is held. */
export function reachOf(actor: Actor, permission: "people:read" | "people:search" = "people:read"): Reach {
  if (can(actor, permission)) {
    if (reachesAll(actor)) return { kind: "all" };
    const part = { programmes: programmesOf(actor), departments: departmentsOf(actor) };
    if (part.programmes.length + part.departments.length > 0) return { kind: "part", ...part };
  }
  if (can(actor, "people:read_own") && actor.personId !== null)
    return { kind: "own", personId: actor.personId };
  return { kind: "none" };
}

/** The scope as a condition of Prisma: every read of a student goes through it (architecture.md 5, rule 2). */
export function scope(actor: Actor): Prisma.StudentWhereInput {
  const reach = reachOf(actor);
  switch (reach.kind) {
    case "all":
      return {};
    case "own":
      return { personId: reach.personId };
    case "none":
      return { personId: -1 };
    case "part":
      return { currentProgramme: programmesIn(reach) };
  }
}

function programmesIn(reach: { programmes: string[]; departments: string[] }): Prisma.ProgrammeWhereInput {
  return {
    OR: [
      { code: { in: reach.programmes } },
      { facultyCode: { in: reach.departments } },
      { cycle: { division: { code: { in: reach.departments } } } },
    ],
  };
}

/** The programmes into which the actor may put a student: those whose students the actor reaches. */
export function programmeScope(actor: Actor): Prisma.ProgrammeWhereInput {
  const reach = reachOf(actor);
  if (reach.kind === "all") return {};
  return reach.kind === "part" ? programmesIn(reach) : { id: -1 };
}

/**
 * The scope as SQL over the alias `s` (student), its parameters pushed onto `values`. The text depends on the kind
 * of the reach alone, so that each kind is one prepared statement.
 */
export function scopeSql(reach: Reach, values: unknown[]): string {
  switch (reach.kind) {
    case "all":
      return "true";
    case "none":
      return "false";
    case "own":
      return `s.person_id = $${values.push(reach.personId)}`;
    case "part": {
      const programmes = values.push(reach.programmes);
      const departments = values.push(reach.departments);
      return `s.current_programme_id IN (
        SELECT sp.id FROM programme sp JOIN cycle sc ON sc.id = sp.cycle_id JOIN division sd ON sd.id = sc.division_id
         WHERE sp.code = ANY($${programmes}::text[]) OR sp.faculty_code = ANY($${departments}::text[])
            OR sd.code = ANY($${departments}::text[]))`;
    }
  }
}

/**
 * The person id behind a student number, through the actor's scope.
 * @throws AppError not_found `people.student_not_found` for an unknown number and for one outside the scope alike
 */
export async function requireStudentId(actor: Actor, number: number): Promise<number> {
  const found = await db().student.findFirst({
    where: { number, ...scope(actor) },
    select: { personId: true },
  });
  if (!found) throw studentNotFound();
  return found.personId;
}

/** The one answer for a student who does not exist and for one whom the actor may not see. */
export function studentNotFound(): AppError {
  return new AppError("not_found", "people.student_not_found");
}

/**
 * Which people of any profile an actor reaches, as SQL over `p.id`: the students of the reach, the teachers and staff
 * of the own departments, oneself. Whoever has no profile (a parent on file) is reached by those who reach everybody.
 */
export function personScopeSql(reach: Reach, values: unknown[]): string {
  switch (reach.kind) {
    case "all":
      return "true";
    case "none":
      return "false";
    case "own":
      return `p.id = $${values.push(reach.personId)}`;
    case "part": {
      const departments = values.push(reach.departments);
      return `(EXISTS (SELECT FROM student s WHERE s.person_id = p.id AND ${scopeSql(reach, values)})
        OR EXISTS (SELECT FROM teacher c WHERE c.person_id = p.id AND c.department_code = ANY($${departments}::text[]))
        OR EXISTS (SELECT FROM staff c WHERE c.person_id = p.id AND c.department_code = ANY($${departments}::text[])))`;
    }
  }
}

/**
 * A person of any profile by id, through the actor's reach: what commands about the details of a person ask first.
 * @throws AppError not_found `people.person_not_found` for an unknown id and for one outside the reach alike
 */
export async function requirePersonId(actor: Actor, personId: number): Promise<number> {
  const reach = reachOf(actor);
  const values: unknown[] = [personId];
  const [row] = await query<{ id: number }>(
    `people.person-id ${reach.kind}`,
    `SELECT p.id FROM person p WHERE p.id = $1::integer AND ${personScopeSql(reach, values)}`,
    values,
  );
  if (!row) throw personNotFound();
  return row.id;
}

/** The one answer for a person who does not exist and for one whom the actor may not see. */
export function personNotFound(): AppError {
  return new AppError("not_found", "people.person_not_found");
}

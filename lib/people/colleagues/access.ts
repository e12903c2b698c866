import "server-only";
import { type Reach, reachOf, requireStudentId } from "@/lib/people/access";
import type { ColleagueKind, RecordRef } from "@/lib/people/record-ref";
import type { Actor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";

/**
 * Which teachers or staff somebody reaches, as SQL over the alias `c` (table teacher or staff), its parameters pushed
 * onto `values`: all, those of the own departments, oneself, nobody. A programme alone reaches no colleague.
 */
export function colleagueScopeSql(reach: Reach, values: unknown[]): string {
  switch (reach.kind) {
    case "all":
      return "true";
    case "none":
      return "false";
    case "own":
      return `c.person_id = $${values.push(reach.personId)}`;
    case "part":
      return `c.department_code = ANY($${values.push(reach.departments)}::text[])`;
  }
}

/**
 * The person behind the number of a teacher or of somebody in the offices, through the actor's reach.
 * @throws AppError not_found `people.teacher_not_found` or `people.staff_not_found`, for an unknown number and for one
 * outside the reach alike
 */
export async function requireColleagueId(actor: Actor, kind: ColleagueKind, number: number): Promise<number> {
  const reach = reachOf(actor);
  const values: unknown[] = [number];
  const [row] = await query<{ id: number }>(
    `people.colleague-id ${kind} ${reach.kind}`,
    `SELECT c.person_id AS id FROM ${kind} c WHERE c.number = $1::integer AND ${colleagueScopeSql(reach, values)}`,
    values,
  );
  if (!row) throw colleagueNotFound(kind);
  return row.id;
}

/** The one answer for a colleague who does not exist and for one whom the actor may not see. */
export function colleagueNotFound(kind: ColleagueKind): AppError {
  return new AppError(
    "not_found",
    kind === "teacher" ? "people.teacher_not_found" : "people.staff_not_found",
  );
}

/**
 * The person whose record it is, through the actor's reach: commands about a person are called from the record of a
 * student, a teacher or somebody in the offices. @throws AppError not_found as the record says it
 */
export async function requirePersonOf(actor: Actor, { of = "student", number }: RecordRef): Promise<number> {
  return of === "student" ? requireStudentId(actor, number) : requireColleagueId(actor, of, number);
}

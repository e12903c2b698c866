import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import { classReach, classReachSql } from "../access";

/**
 * The reach of a member of staff as SQL over the alias `co`, the course of a group: programmes and departments reach the
 * groups of their courses. Teachers reach classes, not groups.
 */
export function projectReachSql(actor: Actor, values: unknown[]): { kind: string; sql: string } {
  const reach = classReach(actor);
  if (reach.kind === "taught" || reach.kind === "substituted") return { kind: "none", sql: "false" };
  return { kind: reach.kind, sql: classReachSql(reach, values) };
}

/** The one answer for a group that does not exist and for one that the actor may not see. */
export function projectNotFound(): AppError {
  return new AppError("not_found", "classes.project_not_found");
}

/** Lets a command go on with a group that the actor reaches. @throws AppError `classes.project_not_found` */
export async function requireProject(actor: Actor, id: number): Promise<void> {
  const values: unknown[] = [id];
  const { kind, sql } = projectReachSql(actor, values);
  const rows = await query(
    `classes.project-reached.${kind}`,
    `SELECT g.id FROM senior_project_group g JOIN course co ON co.id = g.course_id WHERE g.id = $1 AND ${sql}`,
    values,
  );
  if (rows.length === 0) throw projectNotFound();
}

import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import { classNotFound, classReach, classReachSql } from "../access";
import { listMatchingIds } from "../queries/list-classes";
import { loadClassList } from "../search-params";
import { type ClassSelection, OFFERING_MAX } from "./schemas";

/**
 * The ids of chosen classes, through the actor's reach.
 * @throws AppError not_found `classes.class_not_found` when a picked one is not there or beyond the reach; invalid
 *   `classes.selection_empty`, `classes.selection_too_large`; forbidden
 */
export async function resolveClasses(actor: Actor, selection: ClassSelection): Promise<number[]> {
  const ids =
    selection.kind === "ids"
      ? await requireClasses(actor, selection.ids)
      : await listMatchingIds(actor, loadClassList(selection.params), OFFERING_MAX + 1);
  if (ids.length === 0) throw new AppError("invalid", "classes.selection_empty");
  if (ids.length > OFFERING_MAX)
    throw new AppError("invalid", "classes.selection_too_large", { params: { max: OFFERING_MAX } });
  return ids;
}

/** The ids, each once, when the actor reaches all of them. @throws AppError not_found */
async function requireClasses(actor: Actor, ids: readonly number[]): Promise<number[]> {
  const wanted = [...new Set(ids)];
  const reach = classReach(actor);
  const values: unknown[] = [wanted];
  const rows = await query<{ id: number }>(
    `classes.reached-of.${reach.kind}`,
    `SELECT c.id FROM class c JOIN course co ON co.id = c.course_id
      WHERE c.id = ANY ($1::integer[]) AND ${classReachSql(reach, values)}`,
    values,
  );
  if (rows.length < wanted.length) throw classNotFound();
  return wanted;
}

/** The classes of a term that are not cancelled, within the actor's reach. */
export async function listOffering(actor: Actor, termCode: string): Promise<number[]> {
  const reach = classReach(actor);
  const values: unknown[] = [termCode];
  const rows = await query<{ id: number }>(
    `classes.offering.${reach.kind}`,
    `SELECT c.id FROM class c JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
      WHERE t.code = $1 AND c.status <> 'CANCELLED' AND ${classReachSql(reach, values)} ORDER BY c.id`,
    values,
  );
  return rows.map(({ id }) => id);
}

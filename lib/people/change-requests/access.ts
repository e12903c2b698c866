import "server-only";
import { personScopeSql, reachOf } from "@/lib/people/access";
import type { Actor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";

/**
 * The person whose request it is, through the actor's reach. Asks no right: commands and routes ask theirs.
 * @throws AppError not_found `people.change_request_not_found`, for an unknown one and for one outside the reach alike
 */
export async function requireRequest(actor: Actor, id: number): Promise<number> {
  const reach = reachOf(actor);
  const values: unknown[] = [id];
  const [row] = await query<{ personId: number }>(
    `people.request-person ${reach.kind}`,
    `SELECT p.id AS "personId" FROM data_change_request q JOIN person p ON p.id = q.person_id
      WHERE q.id = $1::integer AND ${personScopeSql(reach, values)}`,
    values,
  );
  if (!row) throw new AppError("not_found", "people.change_request_not_found");
  return row.personId;
}

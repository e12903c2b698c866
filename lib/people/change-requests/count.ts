import "server-only";
import { reachOf, scopeSql } from "@/lib/people/access";
import { type Actor, can } from "@/lib/platform/access/actor";
import { COUNT_LIMIT } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";

/** How many requests wait for a decision within the actor's reach; null for who may not see them. */
export async function countPendingRequests(actor: Actor): Promise<number | null> {
  if (!can(actor, "people:read_requests")) return null;
  const reach = reachOf(actor);
  const values: unknown[] = [];
  const scoped =
    reach.kind === "all"
      ? ""
      : `AND EXISTS (SELECT FROM student s WHERE s.person_id = q.person_id AND ${scopeSql(reach, values)})`;
  const [row] = await query<{ n: number }>(
    `people.count-pending-requests ${reach.kind}`,
    `SELECT count(*) AS n FROM (
       SELECT 1 FROM data_change_request q WHERE q.status = 'PENDING' ${scoped} LIMIT ${COUNT_LIMIT + 1}) AS capped`,
    values,
  );
  return row?.n ?? 0;
}

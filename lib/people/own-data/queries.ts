import "server-only";
import { buffer } from "node:stream/consumers";
import { personScopeSql, reachOf } from "@/lib/people/access";
import { type Actor, can } from "@/lib/platform/access/actor";
import { recordEvent } from "@/lib/platform/audit/event";
import { query } from "@/lib/platform/db/pool";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { findKeptFile } from "@/lib/platform/storage/keep";
import { ownDataFile } from "./files";
import type { OwnDataRow } from "./schemas";

const STATE = `CASE WHEN o.ready_at IS NOT NULL THEN CASE WHEN o.expires_at > now() THEN 'ready' ELSE 'over' END
                    WHEN j.status IN ('FAILED', 'CANCELLED') THEN 'failed' ELSE 'making' END`;

/**
 * Files that were asked for: of oneself those that one asked for, of somebody else those that the actor asked for. The
 * caller has loaded the person through the actor's scope. The newest first, at most five.
 */
export async function listOwnDataFiles(actor: Actor, personId: number): Promise<OwnDataRow[]> {
  return query<OwnDataRow>(
    "people.own-data-files",
    `SELECT o.id, to_json(o.created_at)#>>'{}' AS "createdAt", ${STATE} AS state,
            to_json(o.expires_at)#>>'{}' AS "expiresAt"
       FROM own_data_file o LEFT JOIN job_run j ON j.id = o.job_run_id
      WHERE o.person_id = $1 AND o.requested_by = $2 ORDER BY o.created_at DESC LIMIT 5`,
    [personId, actor.accountId],
  );
}

type Found = { personId: number; fileId: string; requestedBy: number; reached: boolean };

/**
 * A file of own data, for who asked for it: the person, or staff who still reach the person. That it was fetched is
 * written to the audit first.
 * @throws AppError not_found `people.own_data_not_found` for what is unknown, over, not ready or somebody else's
 */
export async function openOwnData(actor: Actor, id: number): Promise<{ personId: number; bytes: Buffer }> {
  const reach = reachOf(actor);
  const values: unknown[] = [id, actor.accountId];
  const [found] = await query<Found>(
    `people.own-data ${reach.kind}`,
    `SELECT o.person_id AS "personId", o.file_id AS "fileId", o.requested_by AS "requestedBy",
            ${personScopeSql(reach, values)} AS reached
       FROM own_data_file o JOIN person p ON p.id = o.person_id
      WHERE o.id = $1 AND o.requested_by = $2 AND o.expires_at > now()`,
    values,
  );
  const own = found?.personId === actor.personId;
  const file = found && (own || (found.reached && can(actor, "people:edit"))) ? found.fileId : null;
  const kept = file && (await findKeptFile(ownDataFile, file));
  if (!found || !kept) throw new AppError("not_found", "people.own_data_not_found");
  await writeTx(actor, {}, (tx) => recordEvent(tx, "people.own_data_fetched", found.personId, { id }));
  return { personId: found.personId, bytes: await buffer(kept.stream) };
}

import "server-only";
import { getClassHeader } from "@/lib/classes/queries/get-class";
import type { ClassHeader } from "@/lib/classes/schemas";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { recordAccess } from "@/lib/platform/access-log/record";
import { recordEvent } from "@/lib/platform/audit/event";
import { writeTx } from "@/lib/platform/db/transaction";
import { listRoster, type RosterRow } from "./roster";

/**
 * The roster of a class to take away. It holds telephone numbers: that somebody took it is written to the audit first.
 * @throws AppError forbidden without classes:export and classes:read_own; not_found outside the actor's reach; read_only,
 * since what cannot be audited is not handed out
 */
export async function exportRoster(
  actor: Actor,
  classId: number,
): Promise<{ found: ClassHeader; rows: RosterRow[] }> {
  authoriseAny(actor, "classes:export", "classes:read_own");
  const found = await getClassHeader(actor, classId);
  const rows = await listRoster(actor, classId);
  await writeTx(actor, {}, (tx) =>
    recordEvent(tx, "registration.roster_exported", null, { class_id: classId, rows: rows.length }),
  );
  recordAccess(actor, {
    what: "registration.roster_export",
    subjectId: null,
    target: classId,
    records: rows.length,
  });
  return { found, rows };
}

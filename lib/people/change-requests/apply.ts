import "server-only";
import { changeIdentity } from "@/lib/people/commands/edit-person";
import { paperTable } from "@/lib/people/details/commands/papers";
import { paperScan } from "@/lib/people/details/files";
import { savePaperInput } from "@/lib/people/details/schemas";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { handOver } from "@/lib/platform/storage/keep";
import { readCurrent } from "./current";
import { proofFile } from "./files";
import { type AskedTopic, type Changes, staleFields } from "./rules";

export type Applied = {
  personId: number;
  topic: AskedTopic;
  paperId: number | null;
  changes: Changes;
  proofIds: string[];
};
type Seen = { shownVersion: number; overwrite: boolean };

const conflict = () => new AppError("stale", "people.change_request_stale");

/**
 * Writes an approved request into the record through the rules that hold for everybody, inside the transaction of the
 * decision. What others changed since it was asked is only written over by somebody who saw it.
 * @throws AppError stale `people.change_request_stale`; invalid and conflict as the record's own commands
 */
export async function applyChanges(tx: Tx, actor: Actor, request: Applied, seen: Seen): Promise<void> {
  const { personId, topic, changes, paperId } = request;
  await tx.$executeRaw`SELECT 1 FROM person WHERE id = ${personId} FOR NO KEY UPDATE`;
  const current = await readCurrent(tx, personId, topic, paperId);
  if (!current) throw new AppError("not_found", "people.paper_not_found");
  if (current.version !== seen.shownVersion) throw conflict();
  if (!seen.overwrite && staleFields(changes, current.values).length > 0) throw conflict();
  const wanted = Object.fromEntries(Object.entries(changes).map(([field, { to }]) => [field, to]));
  if (topic === "PAPERS") return applyPaper(tx, actor, request, { ...current.values, ...wanted });
  await changeIdentity(tx, actor, personId, current.version, wanted);
}

/** A paper whose proof staff have just seen is verified, and the first proof is its scan. */
async function applyPaper(
  tx: Tx,
  actor: Actor,
  { personId, paperId, proofIds }: Applied,
  values: Record<string, unknown>,
): Promise<void> {
  const {
    personId: _owner,
    id: _id,
    version: _version,
    ...facts
  } = savePaperInput.parse({
    issuedBy: null,
    issuedOn: null,
    expiresOn: null,
    ...values,
    personId,
    id: paperId,
    version: null,
    fileId: null,
  });
  const table = paperTable(actor);
  let id = paperId;
  if (id === null) {
    ({ id } = await table.create(tx, personId, facts));
  } else {
    const before = await tx.identityPaper.findUniqueOrThrow({ where: { id }, select: { version: true } });
    await table.update(tx, { id, personId, version: before.version }, facts);
  }
  const scan = proofIds[0] ?? null;
  await tx.identityPaper.update({
    where: { id },
    data: { fileId: scan, verifiedAt: new Date(), verifiedBy: actor.accountId },
  });
  // From here on its door is that of papers.
  if (scan) await handOver(tx, scan, proofFile, paperScan);
}

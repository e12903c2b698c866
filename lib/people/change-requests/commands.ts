import "server-only";
import type { z } from "zod";
import { checkIdentity } from "@/lib/people/commands/edit-person";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { keepFile, releaseFiles } from "@/lib/platform/storage/keep";
import { requireRequest } from "./access";
import { applyChanges } from "./apply";
import { readCurrent } from "./current";
import { proofFile } from "./files";
import { type AskedTopic, type Changes, changesBetween, mayDecideRequest } from "./rules";
import type { AskChangeInput, DecideChangeInput, withdrawChangeInput } from "./schemas";

/** The person behind the account. @throws AppError not_found `people.no_own_record` */
function ownPersonId(actor: AccountActor): number {
  if (actor.personId === null) throw new AppError("not_found", "people.no_own_record");
  return actor.personId;
}

/**
 * Asks staff to correct the own name, birth or a paper, with what proves it. The same rules as when staff write it hold
 * here already, so that nobody approves what cannot be written.
 * @throws AppError invalid; conflict `people.change_asked_already`; not_found; forbidden
 */
export async function askChangeCommand(actor: AccountActor, input: AskChangeInput): Promise<{ id: number }> {
  authorise(actor, "people:edit_own");
  const personId = ownPersonId(actor);
  const { topic, reason, proofIds, ...rest } = input;
  const { paperId = null, ...wanted } = { paperId: null, ...rest };
  return writeTx(actor, { reason }, async (tx) => {
    const current = await readCurrent(tx, personId, topic, paperId);
    if (!current) throw new AppError("not_found", "people.paper_not_found");
    const changes = changesBetween(topic, current.values, wanted);
    if (Object.keys(changes).length === 0) throw new AppError("invalid", "people.change_asks_nothing");
    if (topic === "BIRTH")
      await checkBirth(tx, personId, input as Extract<AskChangeInput, { topic: "BIRTH" }>);
    for (const id of proofIds) await keepProof(tx, actor, id);
    return tx.dataChangeRequest.create({
      data: {
        personId,
        topic,
        changes: { ...changes, ...(paperId === null ? {} : { paperId }) },
        reason,
        proofIds,
        requestedBy: actor.accountId,
      },
      select: { id: true },
    });
  });
}

async function checkBirth(
  tx: Tx,
  personId: number,
  { dateOfBirth, birthProvince }: { dateOfBirth: string | null; birthProvince: string | null },
): Promise<void> {
  const { citizenship } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { citizenship: true },
  });
  checkIdentity({ dateOfBirth, birthProvince: birthProvince as never, citizenship }, campusToday());
}

/** A proof belongs to who sent it, and to one request. */
async function keepProof(tx: Tx, actor: AccountActor, id: string): Promise<void> {
  try {
    await keepFile(tx, actor, id, proofFile);
  } catch (cause) {
    throw new AppError("invalid", "people.proof_not_found", {
      cause,
      fields: { proofIds: ["people.proof_not_found"] },
    });
  }
}

/** Takes an own request back before it is decided; its proofs go. @throws AppError conflict, stale, not_found, forbidden */
export async function withdrawChangeCommand(
  actor: AccountActor,
  { id, version }: z.output<typeof withdrawChangeInput>,
): Promise<{ id: number }> {
  authorise(actor, "people:edit_own");
  const personId = ownPersonId(actor);
  return writeTx(actor, {}, async (tx) => {
    const { proofIds } = await lockPending(tx, id, personId, version);
    await tx.dataChangeRequest.update({
      where: { id },
      data: {
        status: "WITHDRAWN",
        decidedAt: new Date(),
        decidedBy: actor.accountId,
        version: { increment: 1 },
      },
    });
    await releaseFiles(tx, proofIds);
    return { id };
  });
}

/**
 * Approves a request, which writes it into the record in the same transaction, or refuses it with the reason that the
 * person reads.
 * @throws AppError forbidden `people.change_two_persons` about oneself; stale `people.change_request_stale` when the
 * record changed; conflict `people.change_decided_already`; not_found; what the record's own rules refuse
 */
export async function decideChangeCommand(
  actor: AccountActor,
  input: DecideChangeInput,
): Promise<{ id: number; status: "APPROVED" | "REJECTED" }> {
  authorise(actor, "people:decide_requests");
  const { id, version, decision, reason } = input;
  const personId = await requireRequest(actor, id);
  const verdict = mayDecideRequest(actor.personId, personId);
  if (!verdict.value) throw new AppError("forbidden", "people.change_two_persons", { explained: verdict });
  return writeTx(actor, reason ? { reason } : {}, async (tx) => {
    const request = await lockPending(tx, id, personId, version);
    if (decision === "APPROVED") await applyChanges(tx, actor, request, input);
    await tx.dataChangeRequest.update({
      where: { id },
      data: {
        status: decision,
        decision: reason,
        decidedAt: new Date(),
        decidedBy: actor.accountId,
        version: { increment: 1 },
      },
    });
    return { id, status: decision };
  });
}

/** The request, locked, while it waits in the version that was shown; two who decide at once come one after the other. */
async function lockPending(tx: Tx, id: number, personId: number, version: number) {
  await tx.$executeRaw`SELECT 1 FROM data_change_request WHERE id = ${id} FOR NO KEY UPDATE`;
  const request = await tx.dataChangeRequest.findFirst({ where: { id, personId } });
  if (!request) throw new AppError("not_found", "people.change_request_not_found");
  if (request.status !== "PENDING") throw new AppError("conflict", "people.change_decided_already");
  if (request.version !== version) throw new AppError("stale", "people.stale");
  const { paperId = null, ...changes } = request.changes as Changes & { paperId?: number };
  return { personId, topic: request.topic as AskedTopic, paperId, changes, proofIds: request.proofIds };
}

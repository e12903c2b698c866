import "server-only";
import type { z } from "zod";
import { findDuplicates } from "@/lib/people/jobs";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { nextDuplicate } from "./queries";
import type { decideDuplicateInput, reopenDuplicateInput } from "./schemas";

type Decided = { id: number; version: number; next: number | null };

/**
 * Settles an open pair: "not the same" is never asked again while nothing new agrees, "the same" waits for the records
 * to be merged.
 * @returns also the next open pair
 * @throws AppError conflict `people.duplicate_decided`, stale, not_found, forbidden
 */
export async function decideDuplicateCommand(
  actor: AccountActor,
  input: z.output<typeof decideDuplicateInput>,
): Promise<Decided> {
  authorise(actor, "people:decide_duplicates");
  const { id, version, decision, note } = input;
  const score = await writeTx(actor, note ? { reason: note } : {}, async (tx) => {
    const { count } = await tx.duplicateCandidate.updateMany({
      where: { id, version, status: "OPEN" },
      data: {
        status: decision,
        decidedAt: new Date(),
        decidedBy: actor.accountId,
        note,
        version: { increment: 1 },
      },
    });
    return count === 1 ? scoreOf(tx, id) : refuse(tx, id, "people.duplicate_decided");
  });
  return { id, version: version + 1, next: await nextDuplicate(actor, { id, score }) };
}

/** Takes a decision back: the pair is open again. @throws AppError conflict `people.duplicate_open`, stale, not_found, forbidden */
export async function reopenDuplicateCommand(
  actor: AccountActor,
  { id, version }: z.output<typeof reopenDuplicateInput>,
): Promise<{ id: number; version: number }> {
  authorise(actor, "people:decide_duplicates");
  return writeTx(actor, {}, async (tx) => {
    const { count } = await tx.duplicateCandidate.updateMany({
      where: { id, version, status: { not: "OPEN" } },
      data: { status: "OPEN", decidedAt: null, decidedBy: null, note: null, version: { increment: 1 } },
    });
    if (count === 0) await refuse(tx, id, "people.duplicate_open");
    return { id, version: version + 1 };
  });
}

/** Compares everybody on the campus in the background; one such run at a time. @throws AppError forbidden */
export async function compareWholeCampusCommand(actor: AccountActor): Promise<{ jobRunId: string }> {
  authorise(actor, "people:decide_duplicates");
  return writeTx(actor, {}, (tx) =>
    enqueue(tx, findDuplicates, { whole: true }, { actor, uniqueKey: "whole" }),
  );
}

async function scoreOf(tx: Tx, id: number): Promise<number> {
  const { score } = await tx.duplicateCandidate.findUniqueOrThrow({ where: { id }, select: { score: true } });
  return score.toNumber();
}

/** Another state is a conflict, another version stale, anything else not there. */
async function refuse(
  tx: Tx,
  id: number,
  code: "people.duplicate_decided" | "people.duplicate_open",
): Promise<never> {
  const there = await tx.duplicateCandidate.findUnique({ where: { id }, select: { status: true } });
  if (!there) throw new AppError("not_found", "people.duplicate_not_found");
  const isOpen = there.status === "OPEN";
  if (isOpen !== (code === "people.duplicate_decided")) throw new AppError("conflict", code);
  throw new AppError("stale", "people.stale");
}

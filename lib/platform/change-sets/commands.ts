import "server-only";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { type ChangeSet, Prisma } from "@/lib/platform/db/generated/client";
import type { JobStatus } from "@/lib/platform/db/generated/enums";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { JobDefinition } from "@/lib/platform/jobs/define";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { type ChangeSetKind, changeSetKind } from "./define";
import { applyChangeSetJob, previewChangeSetJob, undoChangeSetJob } from "./jobs";
import type { ChangeSetStepInput } from "./schemas";
import { duringStep, mayBegin, type Step, trueStatus } from "./state";

const JOBS = {
  preview: previewChangeSetJob,
  apply: applyChangeSetJob,
  undo: undoChangeSetJob,
} satisfies Record<Step, JobDefinition>;

/**
 * Makes a change set that does nothing yet; its input may still be incomplete.
 * @throws AppError forbidden without the kind's permission
 */
export async function createChangeSet(
  tx: Tx,
  actor: AccountActor,
  kind: ChangeSetKind,
  given: { title: string; input: Prisma.InputJsonValue },
): Promise<{ id: number; version: number }> {
  authorise(actor, kind.permission);
  return tx.changeSet.create({
    data: { kind: kind.kind, title: given.title, input: given.input, createdById: actor.accountId },
    select: { id: true, version: true },
  });
}

/**
 * Locks a set that the actor may work on and checks that nobody changed it meanwhile.
 * @throws AppError `change_sets.not_found`, `change_sets.stale`, forbidden
 */
export async function lockChangeSet(
  tx: Tx,
  actor: AccountActor,
  input: ChangeSetStepInput,
): Promise<{ set: ChangeSet; kind: ChangeSetKind; status: ChangeSet["status"] }> {
  await tx.$executeRaw`SELECT 1 FROM change_set WHERE id = ${input.id} FOR NO KEY UPDATE`;
  const set = await tx.changeSet.findUnique({ where: { id: input.id } });
  if (!set) throw new AppError("not_found", "change_sets.not_found");
  const kind = changeSetKind(set.kind);
  authorise(actor, kind.permission);
  const job = set.jobRunId
    ? await tx.jobRun.findUnique({ where: { id: set.jobRunId }, select: { status: true } })
    : null;
  if (set.version !== input.version) throw new AppError("stale", "change_sets.stale");
  return { set, kind, status: trueStatus(set.status, (job?.status as JobStatus | undefined) ?? null) };
}

/** Puts the job of a step into the queue, in the transaction that marks the set. */
export async function beginStep(
  tx: Tx,
  actor: AccountActor,
  input: ChangeSetStepInput,
  step: Step,
): Promise<{ jobRunId: string; version: number }> {
  const { set, status } = await lockChangeSet(tx, actor, input);
  if (!mayBegin(step, status)) throw new AppError("conflict", "change_sets.not_now");
  const { jobRunId } = await enqueue(
    tx,
    JOBS[step],
    { changeSetId: set.id },
    { actor, uniqueKey: String(set.id) },
  );
  const { version } = await tx.changeSet.update({
    where: { id: set.id },
    data: { status: duringStep(step), jobRunId, version: { increment: 1 } },
    select: { version: true },
  });
  return { jobRunId, version };
}

/** Starts the trial run. @throws AppError as lockChangeSet, `change_sets.not_now` */
export function startPreviewCommand(actor: AccountActor, input: ChangeSetStepInput) {
  return writeTx(actor, {}, (tx) => beginStep(tx, actor, input, "preview"));
}

/** Starts the run that counts. @throws AppError as lockChangeSet, `change_sets.not_now` */
export function startApplyCommand(actor: AccountActor, input: ChangeSetStepInput) {
  return writeTx(actor, {}, (tx) => beginStep(tx, actor, input, "apply"));
}

/** Starts taking an applied set back. @throws AppError as lockChangeSet, `change_sets.not_now`, forbidden */
export function startUndoCommand(actor: AccountActor, input: ChangeSetStepInput) {
  authorise(actor, "change_sets:undo");
  return writeTx(actor, {}, (tx) => beginStep(tx, actor, input, "undo"));
}

/**
 * Replaces the input of a set that has not run yet; a preview made before is void.
 * @throws AppError `change_sets.not_now` for a set that ran: what was applied must stay undoable
 */
export async function changeInput(
  tx: Tx,
  id: number,
  input: Prisma.InputJsonValue,
  jobRunId?: string,
): Promise<number> {
  const [changed] = await tx.changeSet.updateManyAndReturn({
    where: { id, status: { notIn: ["APPLIED", "UNDOING", "UNDONE"] } },
    data: {
      input,
      status: "DRAFT",
      preview: Prisma.DbNull,
      version: { increment: 1 },
      ...(jobRunId === undefined ? {} : { jobRunId }),
    },
    select: { version: true },
  });
  if (!changed) throw new AppError("conflict", "change_sets.not_now");
  return changed.version;
}

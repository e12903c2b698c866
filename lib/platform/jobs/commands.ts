import "server-only";
import { fromPrisma } from "pg-boss";
import type { z } from "zod";
import { type AccountActor, actorLabel, authorise, authoriseAny, can } from "@/lib/platform/access/actor";
import { accountHolds } from "@/lib/platform/access/held";
import type { Permission } from "@/lib/platform/access/permissions";
import type { JobRun, Prisma } from "@/lib/platform/db/generated/client";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { sender } from "./boss";
import { findJobDefinition, permissionOfRun } from "./define";
import { send } from "./enqueue";
import type { jobInput, seenInput } from "./schemas";

type JobId = z.output<typeof jobInput>;

/** Ends a run that waits; asks one that runs to stop at its next look. */
async function stop(tx: Tx, run: Pick<JobRun, "id" | "lane" | "status">, seenAt?: Date) {
  const waiting = run.status === "QUEUED";
  if (waiting) await (await sender()).cancel(run.lane, run.id, { db: fromPrisma(tx) });
  return tx.jobRun.update({
    where: { id: run.id },
    data: {
      cancelRequested: true,
      ...(waiting ? { status: "CANCELLED", finishedAt: new Date() } : {}),
      ...(seenAt ? { seenAt } : {}),
    },
    select: { status: true },
  });
}

/**
 * Stops a run because a newer one replaces it, in the transaction that starts the newer one; nobody is told. Nothing
 * happens to a run that ended. The caller has asked for the right to start the newer one.
 */
export async function replaceRun(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM job_run WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const run = await tx.jobRun.findUnique({ where: { id }, select: { id: true, lane: true, status: true } });
  if (run?.status === "QUEUED" || run?.status === "RUNNING") await stop(tx, run, new Date());
}

/** The run, locked, if the actor may steer it: one's own, or any with `jobs:manage`. */
async function lockRun(tx: Tx, actor: AccountActor, id: string): Promise<JobRun> {
  authoriseAny(actor, "jobs:manage", "jobs:read_own");
  await tx.$executeRaw`SELECT 1 FROM job_run WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const run = await tx.jobRun.findUnique({ where: { id } });
  if (!run || (run.accountId !== actor.accountId && !can(actor, "jobs:manage"))) {
    throw new AppError("not_found", "jobs.not_found");
  }
  return run;
}

/**
 * Stops a run: one that waits ends at once, a running one at its next look.
 * @throws AppError `jobs.not_found`; `jobs.ended` when there is nothing to stop
 */
export async function cancelJobCommand(
  actor: AccountActor,
  { id }: JobId,
): Promise<{ status: JobRun["status"] }> {
  return writeTx(actor, {}, async (tx) => {
    const run = await lockRun(tx, actor, id);
    if (run.status !== "QUEUED" && run.status !== "RUNNING") throw new AppError("conflict", "jobs.ended");
    return stop(tx, run);
  });
}

/**
 * Asks anew for the right to what the job does: of the actor for an own run, of the person behind it for a colleague's,
 * which stays theirs. A right that was taken away since the first try does not come back by a retry.
 */
async function authoriseAgain(actor: AccountActor, run: JobRun, permission: Permission | undefined) {
  if (!permission) return;
  if (run.accountId === null || run.accountId === actor.accountId) authorise(actor, permission);
  else if (!(await accountHolds(run.accountId, permission)))
    throw new AppError("refused", "jobs.right_taken_away");
}

/**
 * Runs a failed or cancelled job again as a new run; the old one stays in the list. Somebody else's run, which takes
 * `jobs:manage`, is run again on behalf of the same person.
 * @throws AppError `jobs.not_found`; `jobs.not_retryable` when it did not fail, is unknown, was replaced, or has its own
 * page for that; forbidden or `jobs.right_taken_away` when whoever it works for may not do it any more
 */
export async function retryJobCommand(actor: AccountActor, { id }: JobId): Promise<{ jobRunId: string }> {
  return writeTx(actor, {}, async (tx) => {
    const run = await lockRun(tx, actor, id);
    const definition = findJobDefinition(run.name);
    const failed = run.status === "FAILED" || run.status === "CANCELLED";
    if (!definition?.restartable || !failed) throw new AppError("conflict", "jobs.not_retryable");
    await authoriseAgain(actor, run, permissionOfRun(run.name, run.input));
    const next = await send(tx, {
      name: run.name,
      lane: definition.lane,
      input: run.input as Prisma.InputJsonValue,
      retryLimit: definition.retryLimit,
      expireInSeconds: definition.expireInSeconds,
      accountId: run.accountId ?? actor.accountId,
      actor: actorLabel(actor),
      uniqueKey: `again/${run.id}`,
    });
    const input = definition.input.parse(run.input);
    await definition.restarted?.(tx, { from: run.id, next: next.jobRunId, input });
    return next;
  });
}

/** Notes that the actor was told about the end of own runs. @throws AppError forbidden */
export async function markSeenCommand(
  actor: AccountActor,
  { ids }: z.output<typeof seenInput>,
): Promise<{ seen: number }> {
  authorise(actor, "jobs:read_own");
  return writeTx(actor, {}, async (tx) => {
    const { count } = await tx.jobRun.updateMany({
      where: { id: { in: ids }, accountId: actor.accountId, finishedAt: { not: null } },
      data: { seenAt: new Date() },
    });
    return { seen: count };
  });
}

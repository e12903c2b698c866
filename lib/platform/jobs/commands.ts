import "server-only";
import { fromPrisma } from "pg-boss";
import type { z } from "zod";
import { type AccountActor, actorLabel, authorise, authoriseAny, can } from "@/lib/platform/access/actor";
import type { JobRun, Prisma } from "@/lib/platform/db/generated/client";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { sender } from "./boss";
import { findJobDefinition } from "./define";
import { send } from "./enqueue";
import type { jobInput, seenInput } from "./schemas";

type JobId = z.output<typeof jobInput>;

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
    const waiting = run.status === "QUEUED";
    if (waiting) await (await sender()).cancel(run.lane, id, { db: fromPrisma(tx) });
    const { status } = await tx.jobRun.update({
      where: { id },
      data: { cancelRequested: true, ...(waiting ? { status: "CANCELLED", finishedAt: new Date() } : {}) },
      select: { status: true },
    });
    return { status };
  });
}

/**
 * Runs a failed or cancelled job again as a new run; the old one stays in the list.
 * @throws AppError `jobs.not_found`; `jobs.not_retryable` when it did not fail, is unknown, or has its own page for that
 */
export async function retryJobCommand(actor: AccountActor, { id }: JobId): Promise<{ jobRunId: string }> {
  return writeTx(actor, {}, async (tx) => {
    const run = await lockRun(tx, actor, id);
    const definition = findJobDefinition(run.name);
    const failed = run.status === "FAILED" || run.status === "CANCELLED";
    if (!definition?.restartable || !failed) throw new AppError("conflict", "jobs.not_retryable");
    return send(tx, {
      name: run.name,
      lane: definition.lane,
      input: run.input as Prisma.InputJsonValue,
      retryLimit: definition.retryLimit,
      expireInSeconds: definition.expireInSeconds,
      accountId: actor.accountId,
      actor: actorLabel(actor),
      uniqueKey: `again/${run.id}`,
    });
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

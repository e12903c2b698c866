import "server-only";
import { fromPrisma } from "pg-boss";
import type { z } from "zod";
import { type Actor, actorLabel } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { currentRequestId } from "@/lib/platform/observability/context";
import { sender } from "./boss";
import type { JobDefinition } from "./define";
import type { LaneName } from "./lanes";
import { uuidv7 } from "./uuid";

type EnqueueOptions = {
  actor: Actor;
  /** While a job of this name with this key waits or runs, no second one is made; the first one's id comes back. */
  uniqueKey?: string;
  /** Seconds to wait before the job may start. */
  startAfterSeconds?: number;
};

/**
 * Puts a job into the queue in the caller's transaction: it exists when, and only when, the data commits.
 * @throws ZodError when the input does not fit the definition: a mistake of the caller, not of a person
 */
export async function enqueue<Schema extends z.ZodType>(
  tx: Prisma.TransactionClient,
  definition: JobDefinition<Schema>,
  input: z.input<Schema>,
  options: EnqueueOptions,
): Promise<{ jobRunId: string }> {
  return send(tx, {
    name: definition.name,
    lane: definition.lane,
    input: definition.input.parse(input) as Prisma.InputJsonValue,
    retryLimit: definition.retryLimit,
    expireInSeconds: definition.expireInSeconds,
    accountId: options.actor.accountId,
    actor: actorLabel(options.actor),
    uniqueKey: options.uniqueKey,
    startAfterSeconds: options.startAfterSeconds,
  });
}

export type Sending = {
  name: string;
  lane: LaneName;
  input: Prisma.InputJsonValue;
  retryLimit: number;
  expireInSeconds: number;
  accountId: number | null;
  actor: string;
  uniqueKey?: string;
  startAfterSeconds?: number;
};

/** Writes the queue's row and the row that people see, both in the transaction `tx`. */
export async function send(tx: Prisma.TransactionClient, job: Sending): Promise<{ jobRunId: string }> {
  const boss = await sender();
  const id = uuidv7();
  const singletonKey = job.uniqueKey === undefined ? id : `${job.name}/${job.uniqueKey}`;
  const sent = await boss.send(
    job.lane,
    { name: job.name },
    {
      id,
      db: fromPrisma(tx),
      singletonKey,
      retryLimit: job.retryLimit,
      expireInSeconds: job.expireInSeconds,
      ...(job.startAfterSeconds ? { startAfter: job.startAfterSeconds } : {}),
    },
  );
  if (sent === null) return { jobRunId: await runningWith(tx, job.lane, singletonKey) };
  await tx.jobRun.create({
    data: {
      id,
      name: job.name,
      lane: job.lane,
      input: job.input,
      accountId: job.accountId,
      actor: job.actor,
      requestId: currentRequestId(),
    },
  });
  return { jobRunId: id };
}

async function runningWith(
  tx: Prisma.TransactionClient,
  lane: LaneName,
  singletonKey: string,
): Promise<string> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM pgboss.job
     WHERE name = ${lane} AND singleton_key = ${singletonKey} AND state < 'completed'
     ORDER BY created_on LIMIT 1`;
  const found = rows[0];
  if (!found) throw new Error(`the queue refused ${singletonKey} but holds no such job`);
  return found.id;
}

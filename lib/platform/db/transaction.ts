import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { type Actor, actorLabel } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { isRetryable, toAppError } from "@/lib/platform/db/constraint-errors";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { db } from "@/lib/platform/db/prisma";
import { AppError } from "@/lib/platform/errors";
import { completeClaim, takeClaim } from "@/lib/platform/idempotency/claim";
import { currentContext, currentRequestId } from "@/lib/platform/observability/context";
import { metrics } from "@/lib/platform/observability/metrics";

/** What a command may do inside a transaction. */
export type Tx = Prisma.TransactionClient;

export type WriteOptions = {
  /** Why the person does it, in their words; goes into every audit row. */
  reason?: string;
  /** The change set that these writes belong to (blueprints.md 8). */
  changeSetId?: number;
  /** Longest duration in ms; default 20,000. */
  timeoutMs?: number;
  /** Only the levers of the operations page pass this (ending read-only mode is a write), and keeping somebody out. */
  evenWhenReadOnly?: boolean;
};

const ATTEMPTS = 4;

/** Thrown by `work` when what it read no longer holds: everything is rolled back and tried again from the start. */
export class TryAgain extends Error {
  /** As the database says it of two transactions that do not go together. */
  readonly code = "P2034";
}

class RolledBack<T> extends Error {
  constructor(readonly value: T) {
    super("rolled back on purpose");
  }
}

async function begin(tx: Tx, actor: Actor, options: WriteOptions): Promise<void> {
  const changeSet = options.changeSetId === undefined ? "" : String(options.changeSetId);
  const timeout = String(options.timeoutMs ?? 0);
  const [state] = await tx.$queryRaw<{ read_only: boolean | null }[]>`
    SELECT set_config('naga.actor', ${actorLabel(actor)}, true),
           set_config('naga.request', ${currentRequestId()}, true),
           set_config('naga.reason', ${options.reason ?? ""}, true),
           set_config('naga.change_set', ${changeSet}, true),
           CASE WHEN ${timeout} <> '0' THEN set_config('statement_timeout', ${timeout}, true) END,
           (SELECT value = 'true'::jsonb FROM setting
             WHERE key = 'operations.read_only' AND valid_from <= ${campusToday()}::date
             ORDER BY valid_from DESC LIMIT 1) AS read_only`;
  if (state?.read_only && !options.evenWhenReadOnly) throw new AppError("read_only", "platform.read_only");
}

async function run<T>(actor: Actor, options: WriteOptions, work: (tx: Tx) => Promise<T>): Promise<T> {
  const stop = metrics().dbDuration.startTimer({ kind: "transaction" });
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db().$transaction(
          async (tx) => {
            await begin(tx, actor, options);
            return await work(tx);
          },
          options.timeoutMs ? { timeout: options.timeoutMs + 5_000 } : undefined,
        );
      } catch (error) {
        if (error instanceof RolledBack) throw error;
        if (attempt >= ATTEMPTS || !isRetryable(error)) throw toAppError(error);
        await wait(5 * 2 ** attempt * (0.5 + Math.random()));
      }
    }
  } finally {
    stop();
  }
}

/**
 * The only door for writes (blueprints.md 2): one transaction that carries who, which request and why to the audit,
 * is refused in read-only mode, and is tried again (up to 4 times) after a serialization failure or deadlock, so
 * `work` must not act outside the transaction. The first one of a request takes its idempotency key.
 * @throws AppError: the constraint that was broken, `platform.read_only`, `platform.busy_try_again`, or what `work` throws.
 */
export async function writeTx<T>(
  actor: Actor,
  options: WriteOptions,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const claim = currentContext()?.idempotency;
  if (!claim || claim.taken) return run(actor, options, work);
  try {
    return await run(actor, options, async (tx) => {
      await takeClaim(tx, claim);
      const result = await work(tx);
      await completeClaim(tx, claim, result);
      return result;
    });
  } catch (error) {
    claim.taken = false;
    throw error;
  }
}

/**
 * Runs `work` for its result and rolls everything back: the preview of a change set is the real command
 * (blueprints.md 8). Throws like writeTx.
 */
export async function tryTx<T>(
  actor: Actor,
  options: WriteOptions,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await run(actor, options, async (tx) => {
      throw new RolledBack(await work(tx));
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.value as T;
    throw error;
  }
}

import "server-only";
import { createHmac } from "node:crypto";
import type { Tx } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env/env";
import { AppError } from "@/lib/platform/errors";
import type { IdempotencyClaim } from "@/lib/platform/observability/context";

/** Thrown inside a transaction when the key was used before: carries the stored answer out past the rollback. */
export class Replay extends Error {
  constructor(readonly response: unknown) {
    super("replayed");
    this.name = "Replay";
  }
}

const KEY = /^[\w-]{8,100}$/;

/**
 * Claim for a write that may arrive twice; the same key with another input is refused.
 * @param input everything that tells one write from another, as JSON
 * @throws AppError `platform.idempotency_key_malformed`: to go on without it would promise what is not kept
 */
export function claimFor(accountId: number, key: string, action: string, input: unknown): IdempotencyClaim {
  if (!KEY.test(key)) throw new AppError("invalid", "platform.idempotency_key_malformed");
  // Keyed, because the input may hold a password: a bare hash of it would be guessed from a copy of the database.
  const inputHash = createHmac("sha256", env().NEXTAUTH_SECRET)
    .update(JSON.stringify(input) ?? "")
    .digest("hex");
  return { accountId, key, action, inputHash, taken: false };
}

/** What `work` returns, or what its transaction stored when the same key came before. */
export async function orStored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Replay) return error.response as T;
    throw error;
  }
}

/**
 * Takes the key inside the transaction of the write: both are there or neither is. A second request with the key
 * waits for the first to end and then gets its answer.
 * @throws Replay with the stored answer; AppError `platform.idempotency_key_reused` for another input.
 */
export async function takeClaim(tx: Tx, claim: IdempotencyClaim): Promise<void> {
  const inserted = await tx.$executeRaw`
    INSERT INTO idempotency_key (account_id, key, action, input_hash)
    VALUES (${claim.accountId}, ${claim.key}, ${claim.action}, ${claim.inputHash})
    ON CONFLICT DO NOTHING`;
  if (inserted === 1) {
    claim.taken = true;
    return;
  }
  const before = await tx.idempotencyKey.findUnique({
    where: { accountId_key: { accountId: claim.accountId, key: claim.key } },
  });
  if (before?.action !== claim.action || before.inputHash !== claim.inputHash) {
    throw new AppError("conflict", "platform.idempotency_key_reused");
  }
  throw new Replay(before.response);
}

/** Stores the answer of the write in its own transaction. */
export async function completeClaim(tx: Tx, claim: IdempotencyClaim, response: unknown): Promise<void> {
  const json = JSON.stringify(response ?? null);
  await tx.$executeRaw`
    UPDATE idempotency_key SET response = ${json}::jsonb, completed_at = now()
     WHERE account_id = ${claim.accountId} AND key = ${claim.key}`;
}

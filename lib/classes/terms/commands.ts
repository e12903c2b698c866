import "server-only";
import type { EditTermInput } from "@/lib/calendar/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { tryTx, writeTx } from "@/lib/platform/db/transaction";
import { changeTerm, type TermEffect } from "./change-term";

/** A term has hundreds of weekly times and thousands of meetings. */
const TIMEOUT_MS = 30_000;

/** What a change of a term would do; nothing is changed. @throws AppError as editTermCommand */
export async function previewTermCommand(actor: Actor, input: EditTermInput): Promise<TermEffect> {
  authorise(actor, "calendar:edit");
  return tryTx(actor, { timeoutMs: TIMEOUT_MS }, async (tx) => (await changeTerm(tx, actor, input)).effect);
}

/** Changes a term with what hangs on its dates. @throws AppError as changeTerm */
export async function editTermCommand(
  actor: Actor,
  input: EditTermInput,
): Promise<{ version: number; code: string; effect: TermEffect }> {
  authorise(actor, "calendar:edit");
  return writeTx(actor, { timeoutMs: TIMEOUT_MS }, async (tx) => ({
    ...(await changeTerm(tx, actor, input)),
    code: input.code,
  }));
}

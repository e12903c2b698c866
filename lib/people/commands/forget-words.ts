import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";

/**
 * Removes the words of the search that belong to nobody any more (prisma/sql/people/search-words.sql); part of the
 * nightly clean-up. Who is writing people just then is waited for, and waits for it.
 * @returns how many words went
 * @throws AppError forbidden
 */
export async function forgetWords(actor: Actor): Promise<number> {
  authorise(actor, "jobs:manage");
  return writeTx(actor, { timeoutMs: 60_000 }, async (tx) => {
    const [row] = await tx.$queryRaw<{ gone: number }[]>`SELECT people_forget_words() AS gone`;
    return row?.gone ?? 0;
  });
}

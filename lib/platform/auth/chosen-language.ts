import "server-only";
import { cookies } from "next/headers";
import type { AccountActor } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { isAppError } from "@/lib/platform/errors";
import { chosenLocaleCookie, isLocale } from "@/lib/platform/i18n/locales";

/**
 * Who chose a language on the sign-in page a moment ago meant it: it becomes the account's. What the browser merely
 * remembers, or asks for by its own language, is not a choice of this person and leaves the account as it is.
 * Call it in an action or route, after a session was opened and before its first page is drawn.
 * @returns whether the account was changed; the caller then forgets the actor
 */
export async function keepChosenLanguage(actor: AccountActor): Promise<boolean> {
  const jar = await cookies();
  const chosen = jar.get(chosenLocaleCookie)?.value;
  if (chosen === undefined) return false;
  jar.delete(chosenLocaleCookie);
  if (!isLocale(chosen) || chosen === actor.locale) return false;
  try {
    await writeTx(actor, {}, (tx) =>
      tx.account.update({
        where: { id: actor.accountId },
        data: { locale: chosen, version: { increment: 1 } },
      }),
    );
    return true;
  } catch (error) {
    // Nobody is kept out because their language could not be noted, as while the system is read-only.
    if (isAppError(error)) return false;
    throw error;
  }
}

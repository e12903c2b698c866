import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { findActor } from "@/lib/platform/auth/find-actor";
import { type Digits, isLocale, type Locale, localeCookie, localeFromHeader } from "./locales";

export type LanguagePreferences = {
  locale: Locale;
  digits: Digits;
  /** Id of the account as text, "" for visitors: keeps one person's drafts from the next in the same browser. */
  person: string;
};

/**
 * The language and digits of the person behind the request: from the account when signed in, else the cookie
 * `naga_locale`, else Accept-Language, else English. Read once per rendering.
 */
export const requestPreferences = cache(async (): Promise<LanguagePreferences> => {
  // A lost database has to be told in words; whoever needs the actor hears of it from their own look-up.
  const actor = await findActor().catch(() => null);
  if (actor) {
    return { locale: actor.locale, digits: actor.digits, person: String(actor.accountId) };
  }
  const remembered = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(remembered)
    ? remembered
    : localeFromHeader((await headers()).get("accept-language"));
  return { locale, digits: "western", person: "" };
});

import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { findActor } from "@/lib/platform/auth/page";
import { type Digits, isDigits, isLocale, type Locale, localeCookie, localeFromHeader } from "./locales";

export type LanguagePreferences = { locale: Locale; digits: Digits };

/**
 * The language and digits of the person behind the request: from the account when signed in, else the cookie
 * `naga_locale`, else Accept-Language, else English. Read once per rendering.
 */
export const requestPreferences = cache(async (): Promise<LanguagePreferences> => {
  const actor = await findActor();
  if (actor) {
    return {
      locale: isLocale(actor.locale) ? actor.locale : "en",
      digits: isDigits(actor.digits) ? actor.digits : "western",
    };
  }
  const remembered = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(remembered)
    ? remembered
    : localeFromHeader((await headers()).get("accept-language"));
  return { locale, digits: "western" };
});

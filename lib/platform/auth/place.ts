import type { Locale } from "@/lib/platform/i18n/locales";

/** Where an address is. `country` is its ISO code. */
export type Place =
  | { kind: "campus" | "private" | "loopback" | "unknown" }
  | { kind: "country"; country: string };

const names = new Map<Locale, Intl.DisplayNames>();

/** The name of a country in a language, by its ISO code. */
export function countryName(code: string, locale: Locale): string {
  let known = names.get(locale);
  if (!known) {
    known = new Intl.DisplayNames(locale, { type: "region" });
    names.set(locale, known);
  }
  return known.of(code) ?? code;
}

type Say = (key: Exclude<Place["kind"], "country">) => string;

/** A place in the words of a reader; `say` gives the messages `account.places`. */
export function placeText(place: Place, say: Say, locale: Locale): string {
  return place.kind === "country" ? countryName(place.country, locale) : say(place.kind);
}

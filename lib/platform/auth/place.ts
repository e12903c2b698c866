import { countryName } from "@/lib/platform/i18n/country-name";
import type { Locale } from "@/lib/platform/i18n/locales";

/** Where an address is. `country` is its ISO code. */
export type Place =
  | { kind: "campus" | "private" | "loopback" | "unknown" }
  | { kind: "country"; country: string };

type Say = (key: Exclude<Place["kind"], "country">) => string;

/** A place in the words of a reader; `say` gives the messages `account.places`. */
export function placeText(place: Place, say: Say, locale: Locale): string {
  return place.kind === "country" ? countryName(place.country, locale) : say(place.kind);
}

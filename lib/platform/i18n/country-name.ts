import type { Locale } from "./locales";

const names = new Map<Locale, Intl.DisplayNames>();

/** The name of a country in a language, by its ISO code; the code itself where nobody has named it. */
export function countryName(code: string, locale: Locale): string {
  let known = names.get(locale);
  if (!known) {
    known = new Intl.DisplayNames([locale, "en"], { type: "region" });
    names.set(locale, known);
  }
  return known.of(code) ?? code;
}

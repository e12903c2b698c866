"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";

/** Every country of today by its name in the reader's language, Cambodia first. */
export function CountryOptions() {
  const locale = useLocale();
  const countries = useMemo(() => listCountries(locale), [locale]);
  return countries.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
}

/** Codes that the data know and that are no country: unions, outlying parts, the world. */
const NO_COUNTRY = new Set(["EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"]);

function listCountries(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale, "en"], { type: "region", fallback: "none" });
  const found: { code: string; name: string }[] = [];
  for (let first = 65; first <= 90; first += 1) {
    for (let second = 65; second <= 90; second += 1) {
      const code = String.fromCharCode(first, second);
      // Codes that are no longer used have the names of their successors.
      if (NO_COUNTRY.has(code) || Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue;
      const name = names.of(code);
      if (name) found.push({ code, name });
    }
  }
  found.sort(
    (a, b) => Number(b.code === "KH") - Number(a.code === "KH") || a.name.localeCompare(b.name, locale),
  );
  return found;
}

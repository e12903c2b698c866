"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import { khmerCountries } from "./country-names";

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

function listCountries(locale: string): { code: string; name: string }[] {
  const khmer = khmerCountries();
  const names = new Intl.DisplayNames("en", { type: "region" });
  const found = Array.from(khmer, ([code, name]) => ({
    code,
    name: locale === "km" ? name : (names.of(code) ?? code),
  }));
  const rank = ({ code }: { code: string }) => Number(code !== "KH");
  return found.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, locale));
}

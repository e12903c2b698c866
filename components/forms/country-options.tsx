"use client";

import { useMemo } from "react";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { countriesIn } from "./country-names";

/** Every country of today by its name in the reader's language, Cambodia first. */
export function CountryOptions() {
  const { locale } = useFormat();
  const countries = useMemo(() => countriesIn(locale), [locale]);
  return countries.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
}

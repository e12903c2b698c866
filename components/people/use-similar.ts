"use client";

import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import type { ToldMatch } from "@/lib/people/duplicates/tell";

/** The fields by which people are compared, in the order of `useWatch`. */
const COMPARED = [
  "familyName",
  "personalName",
  "khmerFamilyName",
  "khmerPersonalName",
  "dateOfBirth",
  "birthProvince",
  "phone",
  "schoolEmail",
  "personalEmail",
  "programmeCode",
] as const;
const PAUSE_MS = 250;

/** Enough to mean somebody: both parts of a name, or a way of reaching them. */
function meansSomebody([
  family = "",
  personal = "",
  ,
  ,
  ,
  ,
  phone = "",
  school = "",
  personalMail = "",
]: string[]) {
  const named = family.trim().length > 1 && personal.trim().length > 1;
  return named || phone.replace(/\D/g, "").length >= 8 || school.includes("@") || personalMail.includes("@");
}

/** People on file who may be the one in the form, asked after a pause; an older answer never replaces a newer one. */
export function useSimilar(): ToldMatch[] {
  const values = useWatch({ name: [...COMPARED] }) as string[];
  const [matches, setMatches] = useState<ToldMatch[]>([]);
  const wanted = meansSomebody(values)
    ? JSON.stringify(
        Object.fromEntries(COMPARED.map((field, place) => [field, (values[place] ?? "").trim()])),
      )
    : "";

  useEffect(() => {
    if (!wanted) {
      setMatches([]);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch("/api/v1/people/similar", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: wanted,
          signal: abort.signal,
        });
        if (response.ok) setMatches(((await response.json()) as { rows: ToldMatch[] }).rows);
      } catch {
        // Offline or overtaken by the next letter: whoever saves is asked by the server all the same.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted]);

  return matches;
}

"use client";

import { useEffect, useState } from "react";

export type PaletteHit = { number: string; name: string; khmerName: string };

type Row = {
  number: string | null;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
};

const PAUSE_MS = 120;

/** The first students that fit what is typed, asked after a short pause; an older answer never replaces a newer one. */
export function usePeopleHits(text: string): PaletteHit[] {
  const [hits, setHits] = useState<PaletteHit[]>([]);
  const wanted = text.trim();

  useEffect(() => {
    if (wanted.length < 2) {
      setHits([]);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ q: wanted, kind: "student", limit: "8" });
        const response = await fetch(`/api/v1/people/search?${query}`, { signal: abort.signal });
        if (!response.ok) return;
        const { rows } = (await response.json()) as { rows: Row[] };
        setHits(rows.flatMap(hitOf));
      } catch {
        // Offline or overtaken by the next letter: the palette still leads to its pages.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted]);

  return hits;
}

function hitOf(row: Row): PaletteHit[] {
  if (row.number === null) return [];
  return [
    {
      number: row.number,
      name: `${row.familyName} ${row.personalName}`.trim(),
      khmerName: `${row.khmerFamilyName ?? ""} ${row.khmerPersonalName ?? ""}`.trim(),
    },
  ];
}

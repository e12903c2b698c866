"use client";

import { useEffect, useState } from "react";
import type { PersonHit } from "@/lib/people/schemas";

const PAUSE_MS = 100;

/** Students that fit what is typed. `failed` when the search did not answer; an older answer never wins. */
export function useStudentHits(text: string): { hits: PersonHit[] | null; failed: boolean } {
  const [hits, setHits] = useState<PersonHit[] | null>(null);
  const [failed, setFailed] = useState(false);
  const wanted = text.trim();

  useEffect(() => {
    setFailed(false);
    if (wanted.length < 2) {
      setHits(null);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ q: wanted, kind: "student", limit: "8" });
        const response = await fetch(`/api/v1/people/search?${query}`, { signal: abort.signal });
        if (!response.ok) throw new Error(String(response.status));
        const { rows } = (await response.json()) as { rows: PersonHit[] };
        setHits(rows);
      } catch {
        if (!abort.signal.aborted) setFailed(true);
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted]);

  return { hits, failed };
}

"use client";

import { useEffect, useState } from "react";

type State<Hit> = { hits: Hit[] | null; failed: boolean };
const PAUSE_MS = 120;

/** What fits the typed text, asked of a route that answers `{ rows }`; an older answer never replaces a newer one. */
export function useHits<Hit>(path: `/api/${string}`, text: string): State<Hit> {
  const [state, setState] = useState<State<Hit>>({ hits: null, failed: false });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < 1) return setState({ hits: null, failed: false });
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`${path}?${new URLSearchParams({ q: wanted })}`, {
          signal: abort.signal,
        });
        if (!response.ok) throw new Error(String(response.status));
        const { rows } = (await response.json()) as { rows: Hit[] };
        setState({ hits: rows, failed: false });
      } catch {
        if (!abort.signal.aborted) setState({ hits: null, failed: true });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [path, wanted]);
  return state;
}

"use client";

import { useEffect, useState } from "react";

/** Somebody who types or turns a wheel is waited for. */
const PAUSE_MS = 250;

export type Fetched<T> = { data: T | null; loading: boolean; failed: boolean };

/** Loads JSON from an address of ours once it has been the same for a moment; null loads nothing. The last answer stays. */
export function useFetched<T>(url: string | null): Fetched<T> {
  const [state, setState] = useState<Fetched<T>>({ data: null, loading: url !== null, failed: false });
  useEffect(() => {
    if (url === null) {
      setState({ data: null, loading: false, failed: false });
      return;
    }
    const stop = new AbortController();
    setState((before) => ({ ...before, loading: true, failed: false }));
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(url, { signal: stop.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        setState({ data: (await answer.json()) as T, loading: false, failed: false });
      } catch {
        if (!stop.signal.aborted) setState({ data: null, loading: false, failed: true });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [url]);
  return state;
}

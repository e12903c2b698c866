"use client";

import { useEffect, useRef, useState } from "react";
import type { Found } from "./found";
import { whileSignedIn } from "./while-signed-in";

const PAUSE_MS = 120;
const KEPT = 30;
const NOTHING: Found = { groups: [], all: null };

export type Search = {
  found: Found;
  /** The text that `found` answers. */
  answered: string;
  state: "done" | "busy" | "failed";
};

/** One letter of Khmer can begin a name; of Latin it takes two. */
function isEnough(text: string): boolean {
  return text.length >= 2 || /[\u1780-\u17b3]/.test(text);
}

/**
 * What fits the text: asked once a pause, the request for an older text cancelled. The last answer stays until the next
 * one is there, so that nothing flickers while somebody types.
 */
export function useSearch(typed: string): Search {
  const text = typed.trim();
  const [search, setSearch] = useState<Search>({ found: NOTHING, answered: "", state: "done" });
  const kept = useRef(new Map<string, Found>());

  useEffect(() => {
    const known = isEnough(text) ? kept.current.get(text) : NOTHING;
    if (known) {
      setSearch({ found: known, answered: text, state: "done" });
      return;
    }
    setSearch((before) => ({ ...before, state: "busy" }));
    const abort = new AbortController();
    const leave = () => abort.abort();
    const here = whileSignedIn();
    here.addEventListener("abort", leave);
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/v1/search?${new URLSearchParams({ q: text })}`, {
          signal: abort.signal,
        });
        if (!response.ok) throw new Error(String(response.status));
        const found = (await response.json()) as Found;
        if (kept.current.size >= KEPT) kept.current.clear();
        kept.current.set(text, found);
        setSearch({ found, answered: text, state: "done" });
      } catch {
        if (!abort.signal.aborted) setSearch({ found: NOTHING, answered: text, state: "failed" });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      here.removeEventListener("abort", leave);
      abort.abort();
    };
  }, [text]);

  return search;
}

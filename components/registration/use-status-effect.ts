"use client";

import { useEffect, useState } from "react";
import type { ToldStatusEffect } from "@/lib/registration/schemas";

export type EffectState =
  | { state: "idle" | "loading" | "failed"; effect: null }
  | { state: "ready"; effect: ToldStatusEffect };

const NOTHING: EffectState = { state: "idle", effect: null };

/** What a status from a day on will mean, as the server computes it; an older answer never replaces a newer one. */
export function useStatusEffect(number: number, to: string, effectiveOn: string) {
  const [found, setFound] = useState<EffectState>(NOTHING);
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further try asks the same question again.
  useEffect(() => {
    if (!to || !effectiveOn) {
      setFound(NOTHING);
      return;
    }
    const abort = new AbortController();
    setFound({ state: "loading", effect: null });
    const query = new URLSearchParams({ number: String(number), to, effectiveOn });
    fetch(`/api/v1/registration/status-effect?${query}`, { signal: abort.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status));
        setFound({ state: "ready", effect: (await response.json()) as ToldStatusEffect });
      })
      .catch(() => {
        if (!abort.signal.aborted) setFound({ state: "failed", effect: null });
      });
    return () => abort.abort();
  }, [number, to, effectiveOn, tries]);

  return { ...found, retry: () => setTries((before) => before + 1) };
}

"use client";

import { useEffect, useState } from "react";
import type { Affected } from "@/lib/studies/requirements/schemas";

export type AffectedState =
  | { state: "idle" | "loading" | "failed"; affected: null }
  | { state: "ready"; affected: Affected };

/** Whom a change from a day on concerns; an older answer never replaces a newer one. */
export function useAffected(programme: string, from: string): AffectedState {
  const [found, setFound] = useState<AffectedState>({ state: "idle", affected: null });
  useEffect(() => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(from)) {
      setFound({ state: "idle", affected: null });
      return;
    }
    const abort = new AbortController();
    setFound({ state: "loading", affected: null });
    const query = new URLSearchParams({ programme, from });
    fetch(`/api/v1/curriculum/requirements/affected?${query}`, { signal: abort.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status));
        setFound({ state: "ready", affected: (await response.json()) as Affected });
      })
      .catch(() => {
        if (!abort.signal.aborted) setFound({ state: "failed", affected: null });
      });
    return () => abort.abort();
  }, [programme, from]);
  return found;
}

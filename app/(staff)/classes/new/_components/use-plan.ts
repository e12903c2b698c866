"use client";

import { useEffect, useState } from "react";
import type { ClassPlan } from "@/lib/classes/editing/plan";

export type PlanState =
  | { kind: "nothing" | "looking" | "failed"; plan: null }
  | { kind: "found"; plan: ClassPlan };

/** What would be made of the choices so far; an older answer never replaces a newer one. */
export function usePlan(course: string, termId: string, timeOfDay: string): PlanState {
  const [state, setState] = useState<PlanState>({ kind: "nothing", plan: null });
  useEffect(() => {
    if (!course || !termId) return setState({ kind: "nothing", plan: null });
    const abort = new AbortController();
    setState({ kind: "looking", plan: null });
    const look = async () => {
      try {
        const address = `/api/v1/classes/plan?${new URLSearchParams({ course, termId, timeOfDay })}`;
        const response = await fetch(address, { signal: abort.signal });
        if (!response.ok) throw new Error(String(response.status));
        setState({ kind: "found", plan: ((await response.json()) as { plan: ClassPlan }).plan });
      } catch {
        if (!abort.signal.aborted) setState({ kind: "failed", plan: null });
      }
    };
    void look();
    return () => abort.abort();
  }, [course, termId, timeOfDay]);
  return state;
}

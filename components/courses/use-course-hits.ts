"use client";

import { useEffect, useState } from "react";
import type { CourseChoice } from "@/lib/curriculum/courses/schemas";

type State = { hits: CourseChoice[] | null; failed: boolean };
const NOTHING: State = { hits: null, failed: false };
const PAUSE_MS = 120;

/** Courses that fit what is typed; an older answer never replaces a newer one. */
export function useCourseHits(text: string): State {
  const [state, setState] = useState<State>(NOTHING);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < 1) return setState(NOTHING);
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/v1/curriculum/courses?${new URLSearchParams({ q: wanted })}`, {
          signal: abort.signal,
        });
        if (!response.ok) throw new Error(String(response.status));
        const { rows } = (await response.json()) as { rows: CourseChoice[] };
        setState({ hits: rows, failed: false });
      } catch {
        if (!abort.signal.aborted) setState({ hits: null, failed: true });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted]);
  return state;
}

"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Desk } from "@/lib/registration/schemas";

const PAUSE_MS = 150;

type Asked = { number: string; q: string; term: string };

async function fetchDesk({ number, q, term }: Asked, signal: AbortSignal): Promise<Desk> {
  const query = new URLSearchParams({ number: String(Number(number)), q });
  if (term) query.set("term", term);
  const response = await fetch(`/api/v1/registration/desk?${query}`, { signal });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as Desk;
}

/**
 * The student at the desk with the classes that were asked for. An older answer never replaces a newer one; while a
 * new one is on its way the old one stays, so that nothing jumps under the fingers.
 */
export function useDesk(initial: Desk | null) {
  const [desk, setDesk] = useState(initial);
  const [asked, setAsked] = useState<Asked>({ number: initial?.student.number ?? "", q: "", term: "" });
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);
  const running = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const load = useCallback(async (next: Asked) => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setLoading(true);
    setFailed(false);
    try {
      setDesk(await fetchDesk(next, abort.signal));
    } catch {
      if (!abort.signal.aborted) setFailed(true);
    } finally {
      if (running.current === abort) setLoading(false);
    }
  }, []);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      running.current?.abort();
    },
    [],
  );

  return {
    desk,
    asked,
    loading,
    failed,
    /** Somebody else comes to the desk. */
    open: useCallback(
      (number: string) => {
        const next = { number, q: "", term: "" };
        setAsked(next);
        window.history.replaceState(null, "", `/enrol?student=${Number(number)}`);
        return load(next);
      },
      [load],
    ),
    close: useCallback(() => {
      running.current?.abort();
      setDesk(null);
      setLoading(false);
      setFailed(false);
      setAsked({ number: "", q: "", term: "" });
      window.history.replaceState(null, "", "/enrol");
    }, []),
    /** Other classes for the same student; asked after a short pause of typing. */
    narrow: useCallback(
      (change: Partial<Pick<Asked, "q" | "term">>) => {
        const next = { ...asked, ...change };
        setAsked(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void load(next), PAUSE_MS);
      },
      [asked, load],
    ),
    reload: useCallback(() => load(asked), [asked, load]),
  };
}

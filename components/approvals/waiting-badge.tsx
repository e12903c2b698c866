"use client";

import { useEffect, useState } from "react";
import { whileSignedIn } from "@/components/layout/while-signed-in";
import { APPROVALS_CHANGED } from "./approvals-changed";

type Waiting = { count: number; text: string; label: string };

const FRESH_MS = 60_000;

async function read(): Promise<Waiting | null> {
  try {
    const answer = await fetch("/api/v1/approvals/waiting", {
      headers: { accept: "application/json" },
      signal: whileSignedIn(),
    });
    return answer.ok ? ((await answer.json()) as Waiting) : null;
  } catch {
    return null;
  }
}

/**
 * How many requests wait for the person, beside the entry of the navigation. Asked after the page is idle and again when
 * somebody comes back to the tab or decides something, so that no page waits for it.
 */
export function WaitingBadge() {
  const [waiting, setWaiting] = useState<Waiting | null>(null);

  useEffect(() => {
    let gone = false;
    let asked = 0;
    const ask = async () => {
      asked = Date.now();
      const now = await read();
      if (!gone && now) setWaiting(now);
    };
    const onSeen = () => {
      if (!document.hidden && Date.now() - asked > FRESH_MS) void ask();
    };
    const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 2_000));
    const handle = idle(() => void ask(), { timeout: 10_000 });
    document.addEventListener("visibilitychange", onSeen);
    window.addEventListener(APPROVALS_CHANGED, ask);
    return () => {
      gone = true;
      (window.cancelIdleCallback ?? window.clearTimeout)(handle);
      document.removeEventListener("visibilitychange", onSeen);
      window.removeEventListener(APPROVALS_CHANGED, ask);
    };
  }, []);

  if (!waiting || waiting.count === 0) return null;
  return (
    <b className="frame-badge">
      <span aria-hidden>{waiting.text}</span>
      <span className="sr-only">{waiting.label}</span>
    </b>
  );
}

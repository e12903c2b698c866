"use client";

import { useEffect, useState } from "react";
import type { CheckState, Movable, MoveCheck, MoveScope, Place } from "./move-types";

/** While a meeting is held over the week, a place counts once it has been held there for a moment. */
const PAUSE_MS = 120;

function addressOf(meeting: Movable, place: Place, scope: MoveScope): string {
  const query = new URLSearchParams({
    meeting: String(meeting.id),
    scope,
    date: place.date,
    start: String(place.startMin),
    end: String(place.startMin + meeting.endMin - meeting.startMin),
  });
  if (place.roomId !== null) query.set("room", String(place.roomId));
  return `/api/v1/classes/timetable/check?${query}`;
}

/** Asks what stands in the way at a place; an older answer never replaces a newer one. Null: nothing is asked. */
export function useMoveCheck(
  meeting: Movable | undefined,
  place: Place | undefined,
  scope: MoveScope,
): CheckState | null {
  const address = meeting && place ? addressOf(meeting, place, scope) : null;
  const [answer, setAnswer] = useState<{ address: string; state: CheckState } | null>(null);
  useEffect(() => {
    if (!address) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(address, { signal: abort.signal });
        if (!response.ok) throw new Error(String(response.status));
        const check = (await response.json()) as MoveCheck;
        setAnswer({ address, state: { kind: "done", check } });
      } catch {
        if (!abort.signal.aborted) setAnswer({ address, state: { kind: "failed" } });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [address]);
  if (!address) return null;
  return answer?.address === address ? answer.state : { kind: "asking" };
}

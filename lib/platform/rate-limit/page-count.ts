import "server-only";
import { logger } from "@/lib/platform/observability/logger";
import { PAGE_POLICIES } from "@/lib/platform/rate-limit/policies";
import { giveBack, isShared, limiter, waitOf } from "@/lib/platform/rate-limit/store";

export type PageCaller = { kind: keyof typeof PAGE_POLICIES; id: string };

/** How long counts are gathered before they go to Redis, so that a request does not pay for the way there. */
const GATHER_MS = 250;
const STOPPED_MAX = 10_000;

type State = {
  /** Instant until which a caller is turned away. */
  stopped: Map<string, number>;
  gathered: Map<string, { caller: PageCaller; requests: number }>;
  timer: NodeJS.Timeout | undefined;
};
type Holder = { [key: symbol]: State | undefined };
const key = Symbol.for("naga.page-count");

function state(): State {
  const holder = globalThis as Holder;
  holder[key] ??= { stopped: new Map(), gathered: new Map(), timer: undefined };
  return holder[key];
}

const nameOf = ({ kind, id }: PageCaller) => `${kind}:${id}`;
const counterOf = (kind: PageCaller["kind"], { points, seconds }: { points: number; seconds: number }) =>
  limiter(`page:${kind}:${seconds}`, points, seconds);

/**
 * Counts one request and tells the seconds that its caller has to wait, 0 when it may go on. Answers at once from what
 * this process knows: without Redis that is exact, with it the instances hear of each other a quarter of a second late.
 */
export function countPage(caller: PageCaller, now = Date.now()): number {
  const { stopped, gathered } = state();
  const name = nameOf(caller);
  const until = stopped.get(name);
  if (until !== undefined) {
    if (until > now) return Math.ceil((until - now) / 1000);
    stopped.delete(name);
  }
  if (!isShared()) {
    void consume(caller, 1);
    return 0;
  }
  const sofar = gathered.get(name);
  if (sofar) sofar.requests += 1;
  else gathered.set(name, { caller, requests: 1 });
  state().timer ??= setTimeout(send, GATHER_MS).unref();
  return 0;
}

function send(): void {
  const current = state();
  current.timer = undefined;
  const all = [...current.gathered.values()];
  current.gathered.clear();
  for (const { caller, requests } of all) void consume(caller, requests);
}

async function consume(caller: PageCaller, requests: number): Promise<void> {
  const { stopped } = state();
  if (stopped.size > STOPPED_MAX) forgetPassed(stopped);
  const name = nameOf(caller);
  const stop = (wait: number) => stopped.set(name, Math.max(stopped.get(name) ?? 0, Date.now() + wait));
  await Promise.all(
    PAGE_POLICIES[caller.kind].map(async (policy) => {
      const counter = counterOf(caller.kind, policy);
      const wait = await counter.consume(caller.id, requests).then(
        // The last request of the allowance passes, and the next one finds the door closed.
        ({ remainingPoints, msBeforeNext }) => (remainingPoints > 0 ? 0 : msBeforeNext),
        waitOf,
      );
      if (wait > 0) stop(wait);
    }),
  ).catch((error: unknown) => logger.warn({ err: error }, "a page was not counted"));
}

function forgetPassed(stopped: Map<string, number>): void {
  const now = Date.now();
  for (const [name, until] of stopped) if (until <= now) stopped.delete(name);
}

/** Gives a caller back what was counted for somebody who turned out to be no stranger. */
export async function giveBackPages(caller: PageCaller, requests: number): Promise<void> {
  for (const policy of PAGE_POLICIES[caller.kind])
    await giveBack(counterOf(caller.kind, policy), caller.id, requests);
  // Asked anew with the next request.
  state().stopped.delete(nameOf(caller));
}

/** Lets everybody go on again; for tests. */
export function forgetPages(): void {
  const current = state();
  current.stopped.clear();
  current.gathered.clear();
}

import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

/** A write that may arrive twice: its key is taken by the first transaction of the request. */
export type IdempotencyClaim = {
  accountId: number;
  key: string;
  action: string;
  inputHash: string;
  taken: boolean;
};

/** What a piece of work knows about the request or job that it serves. */
export type RequestContext = {
  /** Reference that people read out to support; also in the log and in the audit. */
  requestId: string;
  /** `account:12`, `system:job…`, or null before sign-in. */
  actor: string | null;
  idempotency?: IdempotencyClaim;
};

type Holder = { [key: symbol]: AsyncLocalStorage<RequestContext> | undefined };
const key = Symbol.for("naga.request-context");
const holder = globalThis as Holder;
// Next gives pages, routes and instrumentation each a copy of this module: one storage for all.
holder[key] ??= new AsyncLocalStorage<RequestContext>();
const storage = holder[key];

/** The context of the running request or job, or undefined outside one. */
export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs `work` with a context; a missing id is made. */
export function withContext<T>(context: Partial<RequestContext>, work: () => T): T {
  return storage.run(
    { ...context, requestId: context.requestId ?? randomUUID(), actor: context.actor ?? null },
    work,
  );
}

/** The id of the running request, or a new one outside a request. */
export function currentRequestId(): string {
  return storage.getStore()?.requestId ?? randomUUID();
}

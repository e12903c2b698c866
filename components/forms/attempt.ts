import type { ActionResult } from "@/lib/platform/actions/action";

/** One intention of a person: what is to be written, and the key under which the server knows it. */
export type Attempt = { key: string; input: string };

/** The attempt for an input: the former one while its outcome is unknown and the input is the same, else a new one. */
export function attemptKey(former: Attempt | null, input: unknown): Attempt {
  const text = JSON.stringify(input) ?? "";
  return former?.input === text ? former : { key: newKey(), input: text };
}

/** Whether the outcome is known. After a lost answer the write may or may not have happened: the key must stay. */
export function isSettled(result: ActionResult<unknown>): boolean {
  return result.ok || !["unavailable", "internal", "read_only", "rate_limited"].includes(result.error.kind);
}

/** `crypto.randomUUID` exists in secure contexts only, and a phone on the local network may come over plain HTTP. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

import { env } from "@/lib/platform/env/env";
import { AppError } from "@/lib/platform/errors";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request with this method can change anything. */
export function isMutation(method: string): boolean {
  return !SAFE.has(method.toUpperCase());
}

/**
 * Whether a mutation comes from our own pages: its Origin is this host or the public address, or the browser itself
 * says same-origin. A cookie alone proves nothing (peers.md A6, CSRF), so a request that tells neither is foreign.
 */
export function isOwnOrigin(headers: Headers, publicUrl: string): boolean {
  const origin = headers.get("origin");
  if (origin === null) return headers.get("sec-fetch-site") === "same-origin";
  if (!URL.canParse(origin)) return false;
  const { host, origin: sent } = new URL(origin);
  return sent === new URL(publicUrl).origin || host === headers.get("host");
}

/** Throws `forbidden` "platform.foreign_origin" unless the mutation comes from our own pages. */
export function assertOwnOrigin(headers: Headers): void {
  if (!isOwnOrigin(headers, env().NAGA_URL)) throw new AppError("forbidden", "platform.foreign_origin");
}

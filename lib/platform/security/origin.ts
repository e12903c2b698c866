import { env } from "@/lib/platform/env/env";
import { AppError } from "@/lib/platform/errors";

/** As much of the headers of a request as is read here; those of the web and of Node both give it. */
export type ReadHeaders = Pick<Headers, "get">;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request with this method can change anything. */
export function isMutation(method: string): boolean {
  return !SAFE.has(method.toUpperCase());
}

/**
 * Whether a mutation comes from our own pages: its Origin is this host or the public address, or the browser itself
 * says same-origin. A cookie alone proves nothing (peers.md A6, CSRF), so a request that tells neither is foreign.
 */
export function isOwnOrigin(headers: ReadHeaders, publicUrl: string): boolean {
  const origin = headers.get("origin");
  if (origin === null) return headers.get("sec-fetch-site") === "same-origin";
  if (!URL.canParse(origin)) return false;
  const { host, hostname, protocol, origin: sent } = new URL(origin);
  const own = new URL(publicUrl);
  if (sent === own.origin) return true;
  // Where there is TLS, a page without it is one that somebody on the wire made up.
  const plain = own.protocol === "https:" && protocol !== "https:" && !LOOPBACK.test(hostname);
  return !plain && host === headers.get("host");
}

/** Throws `forbidden` "platform.foreign_origin" unless the mutation comes from our own pages. */
export function assertOwnOrigin(headers: ReadHeaders): void {
  if (!isOwnOrigin(headers, env().NAGA_URL)) throw new AppError("forbidden", "platform.foreign_origin");
}

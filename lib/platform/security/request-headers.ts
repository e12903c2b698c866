import { headers } from "next/headers";

/** Set by `proxy.ts` on the request: the nonce of this answer, its reference, and the address that was asked for. */
export const NONCE_HEADER = "x-nonce";
export const REQUEST_ID_HEADER = "x-request-id";
export const PATH_HEADER = "x-naga-path";

/** The nonce for inline scripts and styles of this answer; undefined where no proxy ran (a unit test). */
export async function requestNonce(): Promise<string | undefined> {
  return (await headers()).get(NONCE_HEADER) ?? undefined;
}

/** Path and query that the browser asked for, beginning with "/". */
export async function requestPath(): Promise<string> {
  return (await headers()).get(PATH_HEADER) ?? "/";
}

/** Set by `proxy.ts` on the request: the nonce of this answer, its reference, and the address that was asked for. */
export const NONCE_HEADER = "x-nonce";
export const REQUEST_ID_HEADER = "x-request-id";
export const PATH_HEADER = "x-naga-path";

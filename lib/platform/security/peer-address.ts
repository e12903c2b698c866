import type { IncomingMessage } from "node:http";
import { NONCE_HEADER, PATH_HEADER } from "@/lib/platform/security/header-names";

/** Request header that carries the address of the socket; set by the server itself, whatever a client sent. */
export const PEER_HEADER = "x-naga-peer";

/** Headers by which a client could pretend to come from inside Next (CVE-2025-29927) or to have passed our front door. */
const INTERNAL_HEADERS = ["x-middleware-subrequest", "x-middleware-subrequest-id", NONCE_HEADER, PATH_HEADER];

/**
 * Makes a request carry the address of its socket in `PEER_HEADER`, and takes away what only we may set. Next keeps an
 * X-Forwarded-For that a client made up and then tells nobody the real peer, so this happens before Next sees the
 * request. Always undefined: it answers nothing.
 */
export function stampPeer(request: IncomingMessage): undefined {
  for (const name of INTERNAL_HEADERS) delete request.headers[name];
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
}

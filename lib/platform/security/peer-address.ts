import { type IncomingMessage, Server } from "node:http";
import { NONCE_HEADER, PATH_HEADER } from "@/lib/platform/security/header-names";

/** Request header that carries the address of the socket; set by the server itself, whatever a client sent. */
export const PEER_HEADER = "x-naga-peer";

/** Headers by which a client could pretend to come from inside Next (CVE-2025-29927) or to have passed proxy.ts. */
const INTERNAL_HEADERS = ["x-middleware-subrequest", "x-middleware-subrequest-id", NONCE_HEADER, PATH_HEADER];

const installed = Symbol.for("naga.peer-address");
type Holder = { [key: symbol]: boolean | undefined };

/**
 * Makes every request of this process carry the address of its socket in `PEER_HEADER`. Next keeps an X-Forwarded-For
 * that a client made up and then tells nobody the real peer, so this happens before Next sees the request, in the
 * standalone server and in `next start` alike. Called once, from `instrumentation.ts`.
 */
export function installPeerAddress(): void {
  const holder = globalThis as Holder;
  if (holder[installed]) return;
  holder[installed] = true;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
    if (event === "request") stamp(args[0] as IncomingMessage);
    return emit.call(this, event, ...args);
  } as typeof emit;
}

/** Puts the peer on one request and removes what only Next may set. */
export function stamp(request: IncomingMessage): void {
  for (const name of INTERNAL_HEADERS) delete request.headers[name];
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
}

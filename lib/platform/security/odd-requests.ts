import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { answerBare, bareBytes } from "@/lib/platform/security/bare-answer";

/** Methods that a page knows: it is read, and its forms and actions are sent. Routes answer for themselves. */
const PAGE_METHODS = ["GET", "HEAD", "POST"];
const ROUTE_METHODS = [...PAGE_METHODS, "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Answers what Node or Next would answer without our headers, with an error of its own, or not at all: methods that
 * nobody knows, a missing Host, an address with a host in it, one that cannot be decoded, `*`. @returns whether it was answered
 */
export function answeredAsOdd(request: IncomingMessage, response: ServerResponse): boolean {
  const { headers, method = "GET", httpVersion } = request;
  if (headers.host === undefined && httpVersion === "1.1") return refused(response, 400);
  if (!request.url?.startsWith("/")) {
    // A request for a proxy (RFC 9112 3.2.2): Next would redirect to whatever host stands in it.
    const path = request.url?.match(/^https?:\/\/[^/?#]*(\/[^#]*)$/i)?.[1];
    if (!path) return refused(response, 400);
    request.url = path;
  }
  // Next would end in an error of the server.
  if (request.url.includes("%") && !decodes(request.url.split("?", 1)[0] ?? ""))
    return refused(response, 400);
  const allowed = /^\/(api|health)(\/|\?|$)/.test(request.url) ? ROUTE_METHODS : PAGE_METHODS;
  if (!allowed.includes(method)) {
    return refused(response, method === "OPTIONS" ? 204 : 405, { allow: allowed.join(", ") });
  }
  // Files are small, and Next turns a range that cannot be into an error of the server; a whole answer is allowed.
  delete headers.range;
  return false;
}

function decodes(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function refused(response: ServerResponse, status: number, headers: Record<string, string> = {}): true {
  answerBare(response, status, headers);
  return true;
}

const STATUS_OF: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

type HalfOpen = Socket & { _httpMessage?: { headersSent?: boolean } | null };

/** What Node does with a request that it cannot read, with our headers. */
function answerBroken(error: NodeJS.ErrnoException, socket: HalfOpen): void {
  // In the middle of an answer, more bytes would be taken for a part of it.
  if (socket.writable && !socket._httpMessage?.headersSent) {
    socket.end(bareBytes(STATUS_OF[error.code ?? ""] ?? 400));
  }
  // Later, so that the answer leaves before the rest of the request is thrown away.
  setTimeout(() => socket.destroy(), 500).unref();
}

const installed = Symbol.for("naga.odd-requests");
type Holder = { [key: symbol]: boolean | undefined };
const seen = new WeakSet<Server>();

/** Makes Node ask us instead of answering by itself. */
function takeOver(server: Server): void {
  if (seen.has(server)) return;
  seen.add(server);
  (server as Server & { requireHostHeader?: boolean }).requireHostHeader = false;
  server.on("checkExpectation", (_: IncomingMessage, response: ServerResponse) => refused(response, 417));
}

/**
 * Gives what Node answers by itself our headers; `answeredAsOdd` does the same for what reaches Next. Called once, from
 * `prepareServer`.
 */
export function takeOverServers(): void {
  const holder = globalThis as Holder;
  if (holder[installed]) return;
  holder[installed] = true;
  const emit = Server.prototype.emit;
  // The development server speaks to its pages through an upgraded connection; nothing else does.
  const upgrades = process.env.NODE_ENV === "development";
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
    if (event === "connection") takeOver(this);
    if (event === "clientError") {
      answerBroken(args[0] as NodeJS.ErrnoException, args[1] as HalfOpen);
      return true;
    }
    if (event === "upgrade" && !upgrades) {
      (args[1] as Socket).end(bareBytes(426));
      return true;
    }
    return emit.call(this, event, ...args);
  } as typeof emit;
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { admit } from "@/lib/platform/security/admit";
import { answerBare, bareHeaders } from "@/lib/platform/security/bare-answer";
import { NONCE_HEADER, PATH_HEADER, REQUEST_ID_HEADER } from "@/lib/platform/security/header-names";
import type { ReadHeaders } from "@/lib/platform/security/origin";

/** Files of the build and of public/: the same for everybody, so they get no nonce and Next says how long to keep them. */
const FILE =
  /^\/(_next\/static\/|icons\/[\w-]+\.(png|svg)$|(favicon\.ico|icon\.svg|apple-icon\.png|sw\.js|manifest\.webmanifest)$)/;

/** The headers of a Node request, read as those of the web are. */
export function readHeaders({ headers }: IncomingMessage): ReadHeaders {
  return {
    get: (name) => {
      const value = headers[name];
      return (Array.isArray(value) ? value.join(", ") : value) ?? null;
    },
  };
}

/**
 * The front door at the HTTP server: what `proxy.ts` does, without its cost (0.7 ms of a page), and for every answer,
 * the redirects and errors that Next makes by itself too. @returns true when the request was refused
 */
export function openFrontDoor(request: IncomingMessage, response: ServerResponse): boolean {
  const address = request.url ?? "/";
  const path = address.split("?", 1)[0] ?? "/";
  if (FILE.test(path)) {
    completeHeaders(response, fileHeaders());
    return false;
  }
  const door = admit({ method: request.method ?? "GET", path, address, headers: readHeaders(request) });
  response.setHeader(REQUEST_ID_HEADER, door.requestId);
  if (door.refusal) {
    answerBare(response, door.refusal.status, {}, door.refusal.text);
    return true;
  }
  request.headers[NONCE_HEADER] = door.nonce;
  request.headers[REQUEST_ID_HEADER] = door.requestId;
  request.headers[PATH_HEADER] = address;
  // Next reads the nonce for its own scripts from the policy on the request.
  request.headers["content-security-policy"] = door.policy;
  completeHeaders(response, { ...bareHeaders(), "content-security-policy": door.policy });
  return false;
}

function fileHeaders(): Record<string, string> {
  const { "cache-control": _, ...rest } = bareHeaders();
  return rest;
}

/** Adds what is missing at the last moment: what a page or a route says about itself stands. */
function completeHeaders(response: ServerResponse, headers: Record<string, string>): void {
  const write = response.writeHead;
  response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    for (const name in headers) {
      const value = headers[name];
      if (value !== undefined && !this.hasHeader(name)) this.setHeader(name, value);
    }
    return (write as (...given: unknown[]) => ServerResponse).apply(this, args);
  } as typeof write;
}

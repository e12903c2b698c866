import { type ServerResponse, STATUS_CODES } from "node:http";
import { env } from "@/lib/platform/env/env";
import { hstsHeader, ROUTE_CONTENT_SECURITY_POLICY, securityHeaders } from "@/lib/platform/security/headers";

/** What an answer carries that Next never sees: nothing in it may run, be framed or be kept. Names in lower case. */
export function bareHeaders(): Readonly<Record<string, string>> {
  const tls = env().NAGA_URL.startsWith("https:");
  made[tls ? "tls" : "plain"] ??= makeHeaders(tls);
  return made[tls ? "tls" : "plain"] as Record<string, string>;
}

// Every answer asks for them.
const made: { tls?: Record<string, string>; plain?: Record<string, string> } = {};

function makeHeaders(tls: boolean): Record<string, string> {
  return {
    ...Object.fromEntries(
      Object.entries(securityHeaders).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    "content-security-policy": ROUTE_CONTENT_SECURITY_POLICY,
    "cache-control": "private, no-store",
    ...(tls ? Object.fromEntries([hstsHeader]) : {}),
  };
}

/** A body of this size is read to its end though nobody wants it; for a longer one the connection ends. */
const READ_TO_ITS_END = 1_000_000;

/**
 * Ends a connection on which a body still comes that nobody will read. A short one is let in first: a browser that
 * finds its connection cut while it writes a form never reads why.
 */
function settleBody(response: ServerResponse): void {
  const request = response.req;
  const { headers, httpVersion } = request;
  const length = Number(headers["content-length"] ?? 0);
  const open = headers["transfer-encoding"] !== undefined || length > READ_TO_ITS_END;
  // Who asked first whether to send it, and is refused, may or may not send it.
  if (open || headers.expect !== undefined || httpVersion === "1.0")
    response.setHeader("connection", "close");
  else request.resume();
}

/** Answers a request without Next. `headers` come on top of `bareHeaders`. */
export function answerBare(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
  body?: string,
): void {
  for (const [name, value] of Object.entries({ ...bareHeaders(), ...headers }))
    response.setHeader(name, value);
  settleBody(response);
  response.statusCode = status;
  if (body === undefined && status !== 204) response.setHeader("content-type", "text/plain; charset=utf-8");
  response.end(body ?? (status === 204 ? undefined : `${STATUS_CODES[status]}\n`));
}

/** The same as bytes, for a request that was too broken to become one; the connection ends with it. */
export function bareBytes(status: number): string {
  const body = `${STATUS_CODES[status]}\n`;
  const headers = {
    ...bareHeaders(),
    "content-type": "text/plain; charset=utf-8",
    "content-length": String(body.length),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}

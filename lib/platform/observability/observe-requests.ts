import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { logger } from "@/lib/platform/observability/logger";
import { metrics } from "@/lib/platform/observability/metrics";
import { routePattern } from "@/lib/platform/observability/route-pattern";

const installed = Symbol.for("naga.observe-requests");
type Holder = { [key: symbol]: boolean | undefined };

function observe(request: IncomingMessage, response: ServerResponse): void {
  const start = performance.now();
  response.once("close", () => {
    const route = routePattern((request.url ?? "/").split("?", 1)[0] ?? "/");
    if (route === "static") return;
    const method = request.method ?? "GET";
    const milliseconds = performance.now() - start;
    const status = response.writableFinished ? response.statusCode : 499;
    metrics().httpRequests.inc({ route, method, status: String(status) });
    metrics().httpDuration.observe({ route, method }, milliseconds / 1000);
    const line = {
      requestId: String(response.getHeader("x-request-id") ?? ""),
      route,
      method,
      status,
      ms: Math.round(milliseconds),
    };
    if (status >= 500) logger.error(line, "request");
    else if (milliseconds > 1000) logger.warn(line, "slow request");
    else logger.debug(line, "request");
  });
}

/**
 * Counts and times every request of this process by route pattern. Next has no hook that knows the final status of
 * pages, so the server's own event is used. Called once, from `instrumentation.ts`.
 */
export function installRequestObserver(): void {
  const holder = globalThis as Holder;
  if (holder[installed]) return;
  holder[installed] = true;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
    if (event === "request") observe(args[0] as IncomingMessage, args[1] as ServerResponse);
    return emit.call(this, event, ...args);
  } as typeof emit;
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { logger } from "@/lib/platform/observability/logger";
import { metrics } from "@/lib/platform/observability/metrics";
import { routePattern } from "@/lib/platform/observability/route-pattern";

/**
 * Counts and times a request by route pattern. Next has no hook that knows the final status of pages, so the server's
 * own event is used (ADR 4). Always undefined: it answers nothing.
 */
export function observeRequest(request: IncomingMessage, response: ServerResponse): undefined {
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

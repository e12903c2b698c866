import { timingSafeEqual } from "node:crypto";
import type { NextRequest } from "next/server";
import { env } from "@/lib/platform/env/env";
import { refreshJobMetrics } from "@/lib/platform/observability/job-metrics";
import { metrics } from "@/lib/platform/observability/metrics";
import { clientAddress } from "@/lib/platform/security/client-address";

export const dynamic = "force-dynamic";

const LOOPBACK = /^(127\.|::1$)/;

function mayScrape(request: NextRequest): boolean {
  const token = env().NAGA_METRICS_TOKEN;
  if (!token) {
    // Production always has a token (lib/platform/env), so that no proxy on this machine opens the door to all.
    return LOOPBACK.test(clientAddress(request.headers));
  }
  const given = Buffer.from(request.headers.get("authorization") ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/**
 * Metrics for Prometheus (operations.md 5): with the bearer token NAGA_METRICS_TOKEN, or from this machine where no
 * token is set; 404 for everybody else.
 */
export async function GET(request: NextRequest): Promise<Response> {
  if (!mayScrape(request)) return new Response("Not found", { status: 404 });
  await refreshJobMetrics();
  const { registry } = metrics();
  return new Response(await registry.metrics(), {
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
  });
}

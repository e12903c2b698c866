import { timingSafeEqual } from "node:crypto";
import type { NextRequest } from "next/server";
import { metrics } from "@/lib/platform/observability/metrics";
import { refreshJobMetrics } from "@/lib/platform/observability/job-metrics";

export const dynamic = "force-dynamic";

function mayScrape(request: NextRequest): boolean {
  const token = process.env.NAGA_METRICS_TOKEN;
  // Without a token only the machine itself may look, and only where no proxy stands in front.
  if (!token) return process.env.NAGA_ENV === "local" || process.env.NAGA_ENV === "test";
  const given = Buffer.from(request.headers.get("authorization") ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Metrics for Prometheus (operations.md 5): with the bearer token NAGA_METRICS_TOKEN; 404 without the right to look. */
export async function GET(request: NextRequest): Promise<Response> {
  if (!mayScrape(request)) return new Response("Not found", { status: 404 });
  await refreshJobMetrics();
  const { registry } = metrics();
  return new Response(await registry.metrics(), {
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
  });
}

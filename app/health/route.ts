import { checkDatabase, checkJobs, checkMigrations, isDraining } from "@/lib/platform/health/checks";
import { knownMigrations } from "@/lib/platform/health/known-migrations";

export const dynamic = "force-dynamic";

/** Summary of every dependency with its latency in ms (operations.md 5): up, degraded or down. */
export async function GET(): Promise<Response> {
  const checks = await Promise.all([checkDatabase(), checkMigrations(knownMigrations()), checkJobs()]);
  const down = checks.some((check) => check.status === "down");
  const degraded = checks.some((check) => check.status === "degraded");
  const status = down ? "down" : degraded ? "degraded" : "up";
  return Response.json(
    { status, draining: isDraining(), checks },
    { status: down ? 503 : 200, headers: { "cache-control": "no-store" } },
  );
}

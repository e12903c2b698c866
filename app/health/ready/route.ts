import { checkDatabase, checkMigrations, isDraining } from "@/lib/platform/health/checks";
import { knownMigrations } from "@/lib/platform/health/known-migrations";

export const dynamic = "force-dynamic";

/** Ready for requests: not draining, database there, no migration pending (operations.md 5). 200 or 503. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  if (isDraining()) return Response.json({ status: "draining" }, { status: 503, headers });
  const checks = await Promise.all([checkDatabase(), checkMigrations(knownMigrations())]);
  const ready = checks.every((check) => check.status !== "down");
  return Response.json(
    { status: ready ? "ready" : "not_ready", checks },
    { status: ready ? 200 : 503, headers },
  );
}

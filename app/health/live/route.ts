import { runningVersion } from "@/lib/platform/version/version";

/** The process answers, and which build it is, so that open pages notice a newer one; nothing else is asked, so that a lost database does not restart the web (operations.md 5). */
export function GET(): Response {
  return Response.json(
    { status: "up", version: runningVersion() },
    { headers: { "cache-control": "no-store" } },
  );
}

import { route } from "@/lib/platform/api/route";
import { markSeenCommand } from "@/lib/platform/jobs/commands";
import { seenInput } from "@/lib/platform/jobs/schemas";

/** Notes that the person was told how these jobs ended. */
export const POST = route(
  { name: "jobs.seen", method: "POST", permission: "jobs:read_own", rateLimit: "api", body: seenInput },
  ({ actor, body }) => markSeenCommand(actor, body),
);

import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/**
 * Follows what was changed in Keycloak while people are signed in. Each minute where one is configured, once: the next
 * minute is the next try, and a run that failed stands in the metrics.
 */
export const followKeycloak = defineJob({
  name: "platform.follow-keycloak",
  input: z.object({}),
  retryLimit: 0,
  expireInSeconds: 300,
  ...(process.env.KEYCLOAK_ISSUER ? { schedule: "* * * * *" } : {}),
});

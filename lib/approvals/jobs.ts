import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/** Closes requests that nobody decided in time. They cannot be decided anyway; this makes the lists say so for good. */
export const expireRequests = defineJob({
  name: "approvals.expire-requests",
  input: z.object({}),
  schedule: "10 0 * * *",
});

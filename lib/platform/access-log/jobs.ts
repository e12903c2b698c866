import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/** Removes the rows of the access log whose time is over (setting access_log.keep_months). */
export const forgetOldAccesses = defineJob({
  name: "platform.forget-old-accesses",
  input: z.object({}),
  schedule: "10 2 * * *",
});

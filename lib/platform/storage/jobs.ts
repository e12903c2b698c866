import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/** Removes files whose time is over: uploads, their working copies, files of rejected rows. */
export const removeExpiredFiles = defineJob({
  name: "platform.remove-expired-files",
  input: z.object({}),
  schedule: "20 * * * *",
});

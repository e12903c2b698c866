import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/** Removes the stored answers of writes after a week: nobody repeats a request later, and an answer may name people. */
export const forgetOldAnswers = defineJob({
  name: "platform.forget-old-answers",
  input: z.object({}),
  schedule: "50 1 * * *",
});

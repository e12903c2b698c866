import { z } from "zod";
import { defineJob, type JobDefinition } from "@/lib/platform/jobs/define";

const input = z.object({ mergeId: z.int().positive() });

/** A new run takes the place of the old one where the merge names it. */
const restarted: JobDefinition<typeof input>["restarted"] = async (tx, { input: { mergeId }, next }) => {
  await tx.mailMerge.update({ where: { id: mergeId }, data: { jobId: next } });
};

const href = ({ mergeId }: z.output<typeof input>) => `/messages/${mergeId}`;

/** Draws the letters of a merge into one file. */
export const makeLettersJob = defineJob({
  name: "messages.make-letters",
  lane: "heavy",
  permission: "messages:send",
  input,
  restarted,
  href,
});

/** Sends the mails of a merge that nobody has got yet. An hour and a half: 5,000 mails, one a second. */
export const sendMailsJob = defineJob({
  name: "messages.send-mails",
  lane: "heavy",
  permission: "messages:send",
  expireInSeconds: 5_400,
  input,
  restarted,
  href,
});

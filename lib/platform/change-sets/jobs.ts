import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

const input = z.object({ changeSetId: z.number().int() });
const href = ({ changeSetId }: z.output<typeof input>) => `/change-sets/${changeSetId}`;

/** Tries a bulk command and rolls it back. */
export const previewChangeSetJob = defineJob({
  name: "platform.preview-change-set",
  input,
  lane: "heavy",
  expireInSeconds: 3_600,
  restartable: false,
  permission: "change_sets:read",
  href,
});

/** Runs a bulk command for good, in one transaction. */
export const applyChangeSetJob = defineJob({
  name: "platform.apply-change-set",
  input,
  lane: "heavy",
  expireInSeconds: 3_600,
  restartable: false,
  permission: "change_sets:read",
  href,
});

/** Takes an applied bulk command back, record by record. */
export const undoChangeSetJob = defineJob({
  name: "platform.undo-change-set",
  input,
  lane: "heavy",
  expireInSeconds: 3_600,
  restartable: false,
  permission: "change_sets:read",
  href,
});

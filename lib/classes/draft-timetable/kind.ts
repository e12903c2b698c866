import { z } from "zod";
import { defineChangeSet } from "@/lib/platform/change-sets/define";

/** Gives the accepted deliveries of a proposal their weekly times and meetings. */
export const applyProposal = defineChangeSet({
  kind: "classes.apply-proposal",
  permission: "timetable:draft",
  input: z.object({ proposalId: z.number().int().positive() }),
  timeoutSeconds: 900,
  load: () => import("./apply-run"),
});

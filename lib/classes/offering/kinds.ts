import { z } from "zod";
import { defineChangeSet } from "@/lib/platform/change-sets/define";
import { BULK_STATUSES, duplicateOfferingInput } from "./schemas";

const TIMEOUT_S = 600;

/** What a duplication runs on: the classes that the actor reached when it was made. */
export const duplicateRunInput = duplicateOfferingInput
  .omit({ what: true })
  .extend({ ids: z.array(z.number().int().positive()) });
export const moveRunInput = z.object({
  ids: z.array(z.number().int().positive()),
  to: z.enum(BULK_STATUSES),
  reason: z.string(),
});

/** The offering of a term, or chosen classes of it, once more in another term. */
export const duplicateOffering = defineChangeSet({
  kind: "classes.duplicate-offering",
  permission: "classes:edit",
  input: duplicateRunInput,
  timeoutSeconds: TIMEOUT_S,
  load: async () => {
    const [{ duplicateRun }, { unitsOfClasses }] = await Promise.all([import("./run"), import("./units")]);
    return { run: duplicateRun, units: unitsOfClasses };
  },
});

/** Moves many classes to another status; what may not move is left out and listed. */
export const moveClasses = defineChangeSet({
  kind: "classes.move-classes",
  permission: "classes:edit",
  input: moveRunInput,
  timeoutSeconds: TIMEOUT_S,
  load: async () => {
    const [{ moveRun }, { noteMovesTakenBack }] = await Promise.all([
      import("./move"),
      import("./moved-back"),
    ]);
    return { run: moveRun, afterUndo: noteMovesTakenBack };
  },
});

import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/** Collects everything that is held about a person into a file. */
export const makeOwnData = defineJob({
  name: "people.make-own-data",
  lane: "heavy",
  input: z.object({ id: z.number().int() }),
  // Whoever makes such files for others may see how a run went; the own one shows its owner.
  permission: "people:edit",
  // Asked for again where it was asked: that looks at whether one is there.
  restartable: false,
});

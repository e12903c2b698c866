import { z } from "zod";
import { peopleSelection } from "@/lib/people/selection";
import { LANGUAGES } from "./schemas";

export const startMergeInput = z.strictObject({
  selection: peopleSelection,
  templateId: z.int().positive(),
  /** The version whose preview was seen. */
  templateVersion: z.int().positive(),
  language: z.enum(LANGUAGES),
});

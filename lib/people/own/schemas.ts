import { z } from "zod";
import { newStudentInput } from "@/lib/people/schemas";

/** `version` is that of the person, as it was shown. */
export const editOwnEmailInput = z.strictObject({
  version: z.int().positive(),
  personalEmail: newStudentInput.shape.personalEmail,
});

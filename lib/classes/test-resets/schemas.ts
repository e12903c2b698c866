import { z } from "zod";
import { type Day, isDay } from "@/lib/platform/dates/day";
import { TEST_TYPES, type TestType } from "./test-types";

const id = z.int().positive();
const facts = z.strictObject({
  testType: z.enum(TEST_TYPES),
  resetDate: z.string().refine(isDay, "calendar.day_needed"),
  /** False: the classes of `classIds` only. */
  forAll: z.boolean(),
  classIds: z.array(id).max(500),
  notes: z
    .string()
    .trim()
    .max(300)
    .transform((text) => text || null),
});

export const createTestResetInput = facts.extend({ termId: id });
export const editTestResetInput = facts.extend({ id, version: id });
export const removeTestResetInput = z.strictObject({ id, version: id });
/** The usual days of a term that has none. */
export const fillTestResetsInput = z.strictObject({ termId: id });
export type CreateTestResetInput = z.output<typeof createTestResetInput>;
export type EditTestResetInput = z.output<typeof editTestResetInput>;

/** The day of a test after which absences are counted from zero (domain.md 4.1 TestPeriodReset). */
export type TestReset = {
  id: number;
  version: number;
  testType: TestType;
  resetDate: Day;
  forAll: boolean;
  notes: string | null;
  classes: { id: number; code: string; section: string }[];
};

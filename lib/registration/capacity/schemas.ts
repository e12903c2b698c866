import { z } from "zod";
import { reasonText } from "@/lib/platform/validation/reason";

/** Seats that classes taught as one may have together (domain.md 4.1 CombinedClassInstance). */
const CAPACITY_MAX = 200;

/** More or fewer seats of a class, or of all classes that are taught as one with it. */
export const changeCapacityInput = z.strictObject({
  id: z.int().positive(),
  version: z.int().positive(),
  capacity: z
    .union([
      z.int(),
      z
        .string()
        .trim()
        .regex(/^\d{1,3}$/, `registration.capacity_range?max=${CAPACITY_MAX}`)
        .transform(Number),
    ])
    .pipe(
      z
        .int()
        .min(1, `registration.capacity_range?max=${CAPACITY_MAX}`)
        .max(CAPACITY_MAX, `registration.capacity_range?max=${CAPACITY_MAX}`),
    ),
  reason: reasonText,
});
export type ChangeCapacityInput = z.output<typeof changeCapacityInput>;

export type CapacityChanged = {
  version: number;
  capacity: number;
  /** Seats that were offered to who waited. */
  offered: number;
};

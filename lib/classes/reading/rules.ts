import type { ReadingStatus, ReadingTier } from "@/lib/platform/db/generated/enums";
import { type Explained, explain } from "@/lib/platform/explained";
import type { ClassStatus } from "../schemas";

/** Up to how many students each tier reaches (setting classes.reading_tiers; domain.md 4.1 ReadingClass). */
export type TierLimits = { first: number; second: number; third: number };

/**
 * The tier of a reading class with so many students. None without anybody; null too beyond the third: such a class is
 * one like any other.
 */
export function tierOf(students: number, limits: TierLimits): Explained<ReadingTier | null> {
  const { first, second, third } = limits;
  const because = (rule: string, from: number, to: number) => [
    { rule: `classes.${rule}`, inputs: { students, from, to }, source: "domain.md 4.1" },
  ];
  if (students < 1) return explain(null, because("reading_nobody", 0, 0));
  if (students <= first) return explain("TIER_1", because("reading_tier", 1, first));
  if (students <= second) return explain("TIER_2", because("reading_tier", first + 1, second));
  if (students <= third) return explain("TIER_3", because("reading_tier", second + 1, third));
  return explain(null, because("reading_too_many", 1, third), { rule: "classes.convert_reading" });
}

/** Planned while the class is a draft, open while students may come, closed once its tier is locked or it is over. */
export function readingStatusOf(status: ClassStatus, locked: boolean): ReadingStatus {
  if (status === "DRAFT") return "PLANNING";
  return !locked && (status === "SCHEDULED" || status === "ACTIVE") ? "OPEN" : "CLOSED";
}

import "server-only";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { settingOn } from "@/lib/platform/settings/settings";
import type { TierLimits } from "./rules";

/** The tiers of reading classes as they hold on a day, today unless told otherwise. */
export function readingTiers(on: Day = campusToday()): Promise<TierLimits> {
  return settingOn("classes.reading_tiers", on);
}

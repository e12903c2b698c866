import type { Day } from "@/lib/platform/dates/day";

export type VersionState = "current" | "coming" | "past";

/** Whether a dated row is in force on a day; `validTo` is the first day on which it is not any more (blueprints.md 6). */
export function versionState(row: { validFrom: Day; validTo: Day | null }, today: Day): VersionState {
  if (row.validFrom > today) return "coming";
  return row.validTo !== null && row.validTo <= today ? "past" : "current";
}

import { addDays } from "@/lib/platform/dates/day";
import type { TeacherStatus } from "@/lib/platform/db/generated/enums";

/** As much of a teacher's or staff member's profile as its state depends on; both ends of days count. */
export type ColleagueDays = { status: TeacherStatus; startDate: string; endDate: string | null };

/** A teacher or staff member is active with status ACTIVE on a day within the dates (domain.md 2.1). */
export function isActive({ status, startDate, endDate }: ColleagueDays, day: string): boolean {
  return status === "ACTIVE" && startDate <= day && (endDate === null || endDate >= day);
}

/** What the badge of a record says: the status, unless its days say otherwise. */
export type ColleagueState = TeacherStatus | "NOT_BEGUN" | "ENDED";

/** The status as it is on a day: an active profile before its first day has not begun, after its last it has ended. */
export function stateOn({ status, startDate, endDate }: ColleagueDays, day: string): ColleagueState {
  if (status !== "ACTIVE") return status;
  if (startDate > day) return "NOT_BEGUN";
  return endDate !== null && endDate < day ? "ENDED" : "ACTIVE";
}

/**
 * The first day on which a profile stops giving lessons when its status becomes `to`: the day after the last one for
 * somebody who leaves or whose contract ends, today for who is on leave or suspended; null when nothing stops.
 */
export function firstDayOff(
  to: { status: TeacherStatus; endDate: string | null },
  today: string,
): string | null {
  if (to.status === "SUSPENDED" || to.status === "ON_LEAVE") return today;
  if (to.endDate === null) return null;
  return addDays(to.endDate, 1);
}

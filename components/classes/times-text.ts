import { groupTimes } from "@/lib/classes/rules";
import type { WeeklyTime } from "@/lib/classes/schemas";
import type { Formatter } from "@/lib/platform/i18n/formatter";

/** Weekly times as they are read: "Mon, Wed 17:30–19:00", one text per time of day. */
export function timesText(times: WeeklyTime[], format: Formatter): string[] {
  return groupTimes(times).map(
    ({ weekdays, startMin, endMin }) =>
      `${weekdays.map((day) => format.weekday(day, "short")).join(", ")} ${format.timeRange(startMin, endMin)}`,
  );
}

/** The title of a course in the reader's language; the English one where no Khmer one is known. */
export function courseTitle(course: { title: string; titleKm: string | null }, format: Formatter): string {
  return (format.locale === "km" ? course.titleKm : null) ?? course.title;
}

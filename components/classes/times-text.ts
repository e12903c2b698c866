import { groupTimes } from "@/lib/classes/rules";
import type { WeeklyTime } from "@/lib/classes/schemas";
import type { Weekday } from "@/lib/platform/dates/day";
import type { Formatter } from "@/lib/platform/i18n/formatter";

/** Days as they are read: "Mon, Wed"; three and more in a row as "Mon–Fri". */
function daysText(days: Weekday[], format: Formatter): string {
  const first = days[0];
  const last = days.at(-1);
  const inRow =
    first !== undefined && last !== undefined && last - first === days.length - 1 && days.length > 2;
  const name = (day: Weekday) => format.weekday(day, "short");
  return inRow ? `${name(first)}–${name(last)}` : days.map(name).join(", ");
}

/** Weekly times as they are read: "Mon, Wed 17:30–19:00", one text per time of day. */
export function timesText(times: WeeklyTime[], format: Formatter): string[] {
  return groupTimes(times).map(
    ({ weekdays, startMin, endMin }) => `${daysText(weekdays, format)} ${format.timeRange(startMin, endMin)}`,
  );
}

/** The title of a course in the reader's language and digits; the English one where no Khmer one is known. */
export function courseTitle(course: { title: string; titleKm: string | null }, format: Formatter): string {
  return format.locale === "km" && course.titleKm ? format.digitsIn(course.titleKm) : course.title;
}

import { createLoader, createParser, parseAsStringLiteral } from "nuqs/server";
import { isDay, startOfWeek } from "@/lib/platform/dates/day";

/** Any day of a week; the timetable shows the week from its Monday. */
const parseAsWeek = createParser<string>({
  parse: (text) => (isDay(text) && text >= "2009-01-01" && text < "2100-01-01" ? startOfWeek(text) : null),
  serialize: String,
});

/** State of a timetable in the URL. */
export const loadWeekParams = createLoader({
  week: parseAsWeek,
  view: parseAsStringLiteral(["auto", "grid", "list"]).withDefault("auto"),
});

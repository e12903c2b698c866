import { createLoader, createParser, parseAsStringLiteral } from "nuqs/server";
import { campusNow } from "@/lib/platform/dates/campus";
import { addDays, isDay, startOfWeek } from "@/lib/platform/dates/day";

/** Any day of a week; the timetable shows the week from its Monday. */
const parseAsWeek = createParser<string>({
  parse: (text) => (isDay(text) && text >= "2009-01-01" && text < "2100-01-01" ? startOfWeek(text) : null),
  serialize: String,
});

const load = createLoader({
  week: parseAsWeek,
  view: parseAsStringLiteral(["auto", "grid", "list"]).withDefault("auto"),
});

/** State of a timetable in the URL, with the days of its week and the campus's clock; without a week the running one. */
export async function loadWeek(searchParams: Promise<Record<string, string | string[] | undefined>>) {
  const { week, view } = await load(searchParams);
  const { day: today, minutes: nowMinutes } = campusNow();
  const thisMonday = startOfWeek(today);
  const monday = week ?? thisMonday;
  return { view, today, nowMinutes, thisMonday, monday, sunday: addDays(monday, 6) };
}

/** Which week a page shows, as `loadWeek` gives it. */
export type WeekState = Awaited<ReturnType<typeof loadWeek>>;

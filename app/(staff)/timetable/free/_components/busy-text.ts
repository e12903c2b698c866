import type { getTranslations } from "next-intl/server";
import type { Busy } from "@/lib/classes/timetable/find-free";
import type { Formatter } from "@/lib/platform/i18n/formatter";

type Say = Awaited<ReturnType<typeof getTranslations<"meetings.free">>>;

/** What keeps a room or a teacher: the class and the time, and in a weekly search the one date where it is one. */
export function busyText(busy: Busy, weekly: boolean, t: Say, format: Formatter): string {
  const what = {
    class: `${busy.code} ${busy.section}`,
    time: format.timeRange(busy.startMin, busy.endMin),
  };
  return weekly && busy.date ? t("busyOn", { ...what, date: format.date(busy.date) }) : t("busyWeekly", what);
}

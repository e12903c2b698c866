import "server-only";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import type { MeetingRow } from "@/lib/classes/schemas";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { tellReason } from "@/lib/platform/i18n/stored-reason";
import type { Mark } from "./meeting-marks";

/** What the parts of a week say, in the reader's language. */
export const weekWords = cache(async () => {
  const [t, timetable, reasons, format] = await Promise.all([
    getTranslations("weekGrid"),
    getTranslations("registration.timetable"),
    getTranslations("reasons").then(loose),
    getFormat(),
  ]);

  /** What a mark of a meeting means for it: "Moved from Mon 17:30–19:00". */
  function tellMark(mark: Mark, meeting: MeetingRow): string {
    switch (mark) {
      case "cancelled":
        return meeting.cancelReason
          ? t("marks.cancelledWhy", { reason: tellReason(reasons, meeting.cancelReason) })
          : t("marks.cancelled");
      case "moved": {
        const from = meeting.movedFrom;
        if (!from) return t("marks.moved");
        const time = format.timeRange(from.startMin, from.endMin);
        return t("marks.movedFrom", { when: `${format.weekday(from.weekday, "short")} ${time}` });
      }
      case "makeUp":
        return meeting.makesUpFor
          ? t("marks.makeUpFor", { date: format.date(meeting.makesUpFor) })
          : t("marks.makeUp");
      case "extra":
        return t("marks.extra");
      case "substituted":
        return meeting.plannedTeacher
          ? t("marks.substitutedFor", { name: format.name(meeting.plannedTeacher) })
          : t("marks.substituted");
      case "roomChanged":
        return meeting.plannedRoom
          ? t("marks.roomChangedFrom", { room: meeting.plannedRoom })
          : t("marks.roomChanged");
    }
  }

  return { t, timetable, format, tellMark };
});

export type WeekWords = Awaited<ReturnType<typeof weekWords>>;

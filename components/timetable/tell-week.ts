import "server-only";
import { getTranslations } from "next-intl/server";
import { courseTitle } from "@/components/classes/times-text";
import type { MeetingRow } from "@/lib/classes/schemas";
import { addDays, type Day, weekday } from "@/lib/platform/dates/day";
import { marksOf } from "./meeting-marks";
import type { ToldDay, ToldMeeting, WeekTexts } from "./told-week";
import { type WeekWords, weekWords } from "./week-words";

/** What stands below the class: where it is for a teacher, who teaches for a room. */
export type Detail = "room" | "teacher";

type Options = {
  details?: readonly Detail[] | undefined;
  /** Where a meeting leads to. */
  hrefOf?: ((meeting: MeetingRow) => string | undefined) | undefined;
  /** The name of the handle that moves a meeting, where it may be moved. */
  handleOf?: ((meeting: MeetingRow) => string | null) | undefined;
};

/** Meetings in the reader's words, each said once for all the ways in which a week is drawn. */
export async function tellMeetings<M extends MeetingRow>(
  meetings: readonly M[],
  { details = ["room"], hrefOf, handleOf }: Options,
): Promise<ToldMeeting[]> {
  const [words, buildings] = await Promise.all([weekWords(), getTranslations("organization.buildings")]);
  const { format, timetable } = words;
  return meetings.map((meeting) => {
    const room = meeting.room ?? timetable("noRoom");
    const teacher = meeting.teacher ? format.name(meeting.teacher) : null;
    const said = { room, teacher: teacher ?? words.t("noTeacher") };
    return {
      id: meeting.id,
      classId: meeting.classId,
      date: meeting.date,
      startMin: meeting.startMin,
      endMin: meeting.endMin,
      cancelled: meeting.cancelled,
      code: meeting.code,
      name: `${meeting.code} ${meeting.section}`,
      title: courseTitle(meeting, format),
      part: meeting.part ? format.words(meeting.part) : null,
      room,
      building: meeting.building ? buildings(meeting.building) : null,
      teacher,
      where: meeting.cancelled ? timetable("cancelled") : details.map((detail) => said[detail]).join(" · "),
      marks: marksOf(meeting).map((mark) => [mark, words.tellMark(mark, meeting)]),
      note: meeting.note,
      href: hrefOf?.(meeting) ?? null,
      handle: handleOf?.(meeting) ?? null,
    };
  });
}

/** The seven days from Monday on. */
export function tellDays(
  monday: Day,
  holidays: ReadonlyMap<Day, string>,
  { format }: Pick<WeekWords, "format">,
): ToldDay[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(monday, index);
    return {
      day,
      short: format.weekday(weekday(day), "short"),
      date: format.date(day).replace(/\s\S+$/, ""),
      long: format.date(day, "weekday"),
      holiday: holidays.get(day) ?? null,
    };
  });
}

/** The texts around the meetings. */
export function weekTexts({ t, timetable }: Pick<WeekWords, "t" | "timetable">): WeekTexts {
  return {
    caption: timetable("caption"),
    time: t("time"),
    today: timetable("today"),
    now: timetable("now"),
    cancelled: timetable("cancelled"),
    freeDay: timetable("freeDay"),
    legend: t("legend"),
  };
}

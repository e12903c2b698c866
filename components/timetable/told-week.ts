import type { Day } from "@/lib/platform/dates/day";
import type { Mark } from "./meeting-marks";

/** A meeting in the reader's words, plain data: what grid, table and list of a week are drawn from. */
export type ToldMeeting = {
  id: number;
  classId: number;
  date: Day;
  startMin: number;
  endMin: number;
  cancelled: boolean;
  /** Of the course: meetings of one have one colour. */
  code: string;
  /** Class and section. */
  name: string;
  title: string;
  part: string | null;
  room: string;
  building: string | null;
  teacher: string | null;
  /** What stands below the class on the grid. */
  where: string;
  /** How it differs from the weekly pattern, with what that means. */
  marks: [Mark, string][];
  note: string | null;
  href: string | null;
  /** The name of the handle that moves it, where it may be moved. */
  handle: string | null;
};

/** What the parts of a week say besides its meetings. */
export type WeekTexts = {
  caption: string;
  time: string;
  today: string;
  now: string;
  cancelled: string;
  freeDay: string;
  legend: string;
};

/** A day of the week as its column and its list are headed; `holiday` names why the campus is closed. */
export type ToldDay = { day: Day; short: string; date: string; long: string; holiday: string | null };

/** All of one line about a meeting, for those who point at it or hear it. */
export function tellAll(meeting: ToldMeeting, time: string): string {
  const { name, title, part, room, teacher, marks, note } = meeting;
  return [name, title, part, time, room, teacher, ...marks.map(([, text]) => text), note]
    .filter(Boolean)
    .join(" · ");
}

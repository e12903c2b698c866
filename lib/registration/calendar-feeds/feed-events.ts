import "server-only";
import { listHolidays } from "@/lib/calendar/queries";
import { listTeacherMeetings } from "@/lib/classes/queries/teacher-week";
import type { MeetingRow } from "@/lib/classes/schemas";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { findOwnActors } from "@/lib/platform/auth/own-actors";
import { addDays, type Day } from "@/lib/platform/dates/day";
import { listStudentMeetings } from "@/lib/registration/queries/student-week";

/** What a calendar may read of somebody: their own week, as student and as teacher, and when the campus is closed. */
const READ: ReadonlySet<Permission> = new Set<Permission>([
  "registration:read_own",
  "classes:read_own",
  "calendar:read",
]);

/** Days before and after today that a calendar gets: a month to look back, and two terms ahead. */
const DAYS_BACK = 28;
const DAYS_AHEAD = 182;

/** A meeting with the classes that are taught in it as one. */
export type FeedMeeting = MeetingRow & { classes: string[]; teaches: boolean };

export type FeedContent = {
  /** In whose language and digits it is written. */
  reader: AccountActor;
  meetings: FeedMeeting[];
  holidays: ReadonlyMap<Day, string>;
};

/**
 * What the timetables of a person show from four weeks ago to half a year ahead, by the same queries as the pages, in
 * the roles that their account holds today. Null for who has no open account or no such role any more.
 */
export async function readFeed(personId: number, today: Day): Promise<FeedContent | null> {
  const actors = await findOwnActors(personId, READ);
  const reader = actors[0];
  if (!reader) return null;
  const [from, to] = [addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)];
  const student = actors.find((actor) => can(actor, "registration:read_own"));
  const teacher = actors.find((actor) => can(actor, "classes:read_own"));
  const [attended, taught, holidays] = await Promise.all([
    student ? listStudentMeetings(student, from, to) : [],
    teacher ? listTeacherMeetings(teacher, from, to) : [],
    listHolidays(reader, from, to),
  ]);
  return { reader, meetings: merge(taught, attended), holidays };
}

/** One entry a meeting: classes that are taught as one come a row each. */
function merge(taught: MeetingRow[], attended: MeetingRow[]): FeedMeeting[] {
  const found = new Map<number, FeedMeeting>();
  for (const [rows, teaches] of [
    [taught, true],
    [attended, false],
  ] as const) {
    for (const row of rows) {
      const name = `${row.code} ${row.section}`;
      const before = found.get(row.id);
      if (before) before.classes.push(...(before.classes.includes(name) ? [] : [name]));
      else found.set(row.id, { ...row, classes: [name], teaches });
    }
  }
  return [...found.values()];
}

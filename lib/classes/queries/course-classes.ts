import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual } from "@/lib/platform/i18n/names";
import { classReach, classReachSql } from "../access";
import type { ClassStatus } from "../schemas";

/** A class of a course in a term that is not over. */
export type CourseClass = {
  id: number;
  code: string;
  section: string;
  status: ClassStatus;
  termCode: string;
  termName: Bilingual;
  termStart: Day;
  termEnd: Day;
  /** Seats that are taken or offered. */
  taken: number;
  capacity: number;
  waiting: number;
};

const COLUMNS = `c.id, co.code, c.section, c.status, t.code AS "termCode", ${TERM_NAME} AS "termName",
  t.start_date AS "termStart", t.end_date AS "termEnd", (p.taken + p.offered)::integer AS taken, p.capacity, p.waiting`;
const TABLES = `class c JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
  JOIN seat_pool p ON p.id = c.seat_pool_id`;

/** The classes of a course, in any of its versions, in terms that are not over, within the actor's reach. @throws AppError forbidden */
export async function listCourseClasses(actor: Actor, code: string): Promise<CourseClass[]> {
  authorise(actor, "classes:read");
  const reach = classReach(actor);
  const values: unknown[] = [code, campusToday()];
  return query<CourseClass>(
    `classes.of-course ${reach.kind}`,
    `SELECT ${COLUMNS} FROM ${TABLES}
      WHERE co.code = $1 AND t.end_date >= $2::date AND c.status <> 'CANCELLED' AND ${classReachSql(reach, values)}
      ORDER BY t.start_date, t.code, c.section, c.id LIMIT 200`,
    values,
  );
}

/** The classes whose parts use a textbook, in terms that are not over, within the actor's reach. @throws AppError forbidden */
export async function listTextbookClasses(actor: Actor, textbookId: number): Promise<CourseClass[]> {
  authorise(actor, "classes:read");
  const reach = classReach(actor);
  const values: unknown[] = [textbookId, campusToday()];
  return query<CourseClass>(
    `classes.of-textbook ${reach.kind}`,
    `SELECT ${COLUMNS} FROM ${TABLES}
      WHERE t.end_date >= $2::date AND c.status <> 'CANCELLED' AND ${classReachSql(reach, values)}
        AND EXISTS (SELECT FROM class_session s JOIN class_part cp ON cp.session_id = s.id
                      JOIN class_part_textbook b ON b.class_part_id = cp.id WHERE s.class_id = c.id AND b.textbook_id = $1)
      ORDER BY t.start_date, co.code, c.section, c.id LIMIT 200`,
    values,
  );
}

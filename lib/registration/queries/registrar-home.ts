import "server-only";
import { type CurrentTerm, TERM_NAME } from "@/lib/calendar/queries";
import { classReach, classReachSql } from "@/lib/classes/access";
import { COMPLETE } from "@/lib/classes/queries/list-classes";
import type { Seats } from "@/lib/classes/schemas";
import { SOON_DAYS } from "@/lib/classes/search-params";
import { reachOf, scopeSql } from "@/lib/people/access";
import { seatedStudentsSql } from "@/lib/people/queries/student-limits";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";

/** A term that is not over, with how far its seats are filled. */
export type HomeTerm = CurrentTerm & { classes: number; capacity: number; taken: number };

/** A class whose seats are nearly or wholly gone. */
export type HomeClass = Seats & {
  id: number;
  code: string;
  title: string;
  titleKm: string | null;
  section: string;
  termCode: string;
};

/** What waits for somebody, in numbers within the actor's reach. */
export type HomeProblems = {
  incompleteTimetables: number;
  fullClasses: number;
  waitingStudents: number;
  draftClasses: number;
  withoutProgramme: number;
  withoutClass: number;
};

export type RegistrarHome = { problems: HomeProblems; terms: HomeTerm[]; filling: HomeClass[] };

/**
 * What a registrar's day begins with, in one statement over the classes of the terms that are not over: problems,
 * terms, classes that fill.
 */
export async function getRegistrarHome(actor: Actor): Promise<RegistrarHome> {
  authorise(actor, "registration:read");
  const classes = classReach(actor);
  const people = reachOf(actor);
  const values: unknown[] = [campusToday()];
  const classScope = classReachSql(classes, values);
  const studentScope = scopeSql(people, values);
  const rows = await query<RegistrarHome>(
    `registration.registrar-home.${classes.kind}.${people.kind}`,
    `WITH open AS MATERIALIZED (
       SELECT c.id, c.section, c.status, c.term_id, c.seat_pool_id, co.code, co.title, co.title_km, t.code AS term_code,
              t.start_date, p.capacity, p.over_authorised, p.taken, p.offered, p.waiting
         FROM term t JOIN class c ON c.term_id = t.id JOIN course co ON co.id = c.course_id
         JOIN seat_pool p ON p.id = c.seat_pool_id
        WHERE t.is_active AND t.end_date >= $1::date AND c.status IN ('DRAFT', 'SCHEDULED', 'ACTIVE') AND ${classScope}
     ), pools AS MATERIALIZED (
       SELECT DISTINCT ON (seat_pool_id) term_id, capacity, over_authorised, taken, offered, waiting FROM open
        WHERE status <> 'DRAFT' ORDER BY seat_pool_id, id
     )
     SELECT json_build_object(
       'incompleteTimetables', (SELECT count(*) FROM open c WHERE c.status <> 'DRAFT' AND NOT ${COMPLETE}),
       'fullClasses', (SELECT count(*) FROM open WHERE status <> 'DRAFT'
                         AND (waiting > 0 OR taken + offered >= capacity + over_authorised)),
       'waitingStudents', (SELECT coalesce(sum(waiting + offered), 0) FROM pools),
       'draftClasses', (SELECT count(*) FROM open WHERE status = 'DRAFT' AND start_date <= $1::date + ${SOON_DAYS}),
       'withoutProgramme', (SELECT count(*) FROM student s
                             WHERE s.status = 'ACTIVE' AND s.current_programme_id IS NULL AND ${studentScope}),
       'withoutClass', (SELECT count(*) FROM student s WHERE s.status = 'ACTIVE' AND ${studentScope}
                          AND s.person_id NOT IN (${seatedStudentsSql("$1")}))
     ) AS problems,
     (SELECT coalesce(json_agg(l ORDER BY l."startDate", l.code), '[]') FROM (
        SELECT t.code, ${TERM_NAME} AS name, t.term_type AS "termType", t.start_date AS "startDate", t.end_date AS "endDate",
               t.discount_end_date AS "discountEndDate", t.add_deadline AS "addDeadline",
               t.drop_deadline AS "dropDeadline", t.payment_deadline AS "paymentDeadline",
               t.registration_opens_on AS "registrationOpensOn", t.registration_closes_on AS "registrationClosesOn",
               (SELECT count(*) FROM open o WHERE o.term_id = t.id AND o.status <> 'DRAFT') AS classes,
               coalesce((SELECT sum(o.capacity) FROM pools o WHERE o.term_id = t.id), 0) AS capacity,
               coalesce((SELECT sum(o.taken + o.offered) FROM pools o WHERE o.term_id = t.id), 0) AS taken
          FROM term t WHERE t.is_active AND t.end_date >= $1::date) l) AS terms,
     (SELECT coalesce(json_agg(f), '[]') FROM (
        SELECT o.id, o.code, o.title, o.title_km AS "titleKm", o.section, o.term_code AS "termCode", o.capacity,
               o.over_authorised AS "overAuthorised", o.taken, o.offered, o.waiting
          FROM open o WHERE o.status <> 'DRAFT' AND o.capacity > 0
           AND (o.taken + o.offered) * 100 >= o.capacity * 80
         ORDER BY o.start_date DESC, o.waiting DESC, (o.taken + o.offered)::float8 / o.capacity DESC, o.code, o.section
         LIMIT 8) f) AS filling`,
    values,
  );
  const [home] = rows;
  if (!home) throw new Error("the registrar's home returned nothing");
  return home;
}

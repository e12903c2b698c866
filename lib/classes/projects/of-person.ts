import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import { reachOf, scopeSql } from "@/lib/people/access";
import { type Actor, authorise, authoriseAny } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual, NameParts } from "@/lib/platform/i18n/names";
import { nameJson } from "../queries/get-class";
import { projectReachSql } from "./access";
import type { ProjectStatus } from "./states";

/** A senior-project group as the pages of its people show it. */
export type PersonProject = {
  id: number;
  title: string;
  code: string;
  termName: Bilingual;
  status: ProjectStatus;
  advisor: NameParts | null;
  members: NameParts[];
  /** Whether the reader may open the page of the group. */
  opens: boolean;
};

/** More groups than these nobody is in, nor advises within a few years. */
const MOST = 50;

const columns = (opens: string): string =>
  `g.id, coalesce(g.final_title, g.title) AS title, co.code, ${TERM_NAME} AS "termName", g.status,
   ${nameJson("a")} AS advisor, (${opens}) AS opens,
   (SELECT coalesce(json_agg(${nameJson("h")} ORDER BY h.search_key), '[]') FROM senior_project_member o
      JOIN person h ON h.id = o.student_id WHERE o.group_id = g.id AND o.left_on IS NULL) AS members`;

const TABLES = `senior_project_group g JOIN course co ON co.id = g.course_id JOIN term t ON t.id = g.term_id
  LEFT JOIN person a ON a.id = g.advisor_id`;

/** Withdrawn groups after the others, the newest term first. */
const ORDER = "ORDER BY g.status = 'WITHDRAWN', t.start_date DESC, g.id DESC";

/**
 * The groups that a student is in, within the actor's reach of students (domain.md 3.1 SeniorProjectGroup).
 * @throws AppError forbidden without classes:read or studies:read_own
 */
export async function listStudentProjects(actor: Actor, studentId: number): Promise<PersonProject[]> {
  authoriseAny(actor, "classes:read", "studies:read_own");
  const reach = reachOf(actor);
  const values: unknown[] = [studentId];
  const opens = projectReachSql(actor, values);
  return query<PersonProject>(
    `classes.student-projects ${reach.kind} ${opens.kind}`,
    `SELECT ${columns(opens.sql)}
       FROM ${TABLES} JOIN senior_project_member m ON m.group_id = g.id AND m.left_on IS NULL
       JOIN student s ON s.person_id = m.student_id
      WHERE s.person_id = $1 AND ${scopeSql(reach, values)} ${ORDER} LIMIT ${MOST}`,
    values,
  );
}

/**
 * The groups that a teacher advises: within the actor's reach of groups; all of them where the actor is the teacher.
 * @throws AppError forbidden without classes:read, unless it is the actor's own list and classes:read_own is held
 */
export async function listAdvisedProjects(actor: Actor, teacherId: number): Promise<PersonProject[]> {
  const own = actor.personId === teacherId;
  if (own) authoriseAny(actor, "classes:read", "classes:read_own");
  else authorise(actor, "classes:read");
  const values: unknown[] = [teacherId, own];
  const opens = projectReachSql(actor, values);
  return query<PersonProject>(
    `classes.advised-projects ${opens.kind}`,
    `SELECT ${columns(opens.sql)} FROM ${TABLES}
      WHERE g.advisor_id = $1 AND ($2::boolean OR ${opens.sql}) ${ORDER} LIMIT ${MOST}`,
    values,
  );
}

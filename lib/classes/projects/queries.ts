import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { RecordRows } from "@/lib/platform/audit/queries";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual } from "@/lib/platform/i18n/names";
import { nameJson } from "../queries/get-class";
import { projectReachSql } from "./access";
import type { ProjectPage, ProjectRow } from "./schemas";
import type { ProjectListState } from "./search-params";

const TABLES = `senior_project_group g JOIN course co ON co.id = g.course_id JOIN term t ON t.id = g.term_id
  LEFT JOIN person a ON a.id = g.advisor_id`;

function orderOf(sort: ProjectListState["sort"]): string {
  const way = sort.direction === "desc" ? "DESC" : "ASC";
  const columns: Record<typeof sort.column, string> = {
    title: `g.title ${way}`,
    term: `t.start_date ${way}, co.code, g.title`,
    proposed: `g.proposed_on ${way}, g.title`,
    status: `g.status ${way}, g.title`,
  };
  return `${columns[sort.column]}, g.id`;
}

/** One numbered page of project groups with advisor and members. @throws AppError forbidden without classes:read */
export async function listProjects(actor: Actor, state: ProjectListState): Promise<Page<ProjectRow>> {
  authorise(actor, "classes:read");
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = [projectReachSql(actor, values).sql];
  if (state.term) where.push(`t.code = ${bind(state.term)}`);
  if (state.status.length > 0) where.push(`g.status = ANY (${bind(state.status)}::senior_project_status[])`);
  for (const word of state.q.trim().split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = bind(`%${word.replace(/[\\%_]/g, "\\$&")}%`);
    const named = (alias: string) =>
      `${alias}.search_key ILIKE ${like} OR concat_ws(' ', ${alias}.khmer_family_name, ${alias}.khmer_personal_name) ILIKE ${like}`;
    where.push(`(g.title ILIKE ${like} OR g.final_title ILIKE ${like} OR co.code ILIKE ${like} OR ${named("a")}
      OR EXISTS (SELECT FROM senior_project_member m JOIN person h ON h.id = m.student_id JOIN student s ON s.person_id = h.id
                  WHERE m.group_id = g.id AND (${named("h")} OR s.number::text LIKE ${like})))`);
  }
  const offset = bind((state.page - 1) * state.size);
  const limit = bind(state.size);
  const [result] = await query<{ counted: number; rows: ProjectRow[] }>(
    "",
    `WITH hit AS MATERIALIZED (
       SELECT g.id, row_number() OVER (ORDER BY ${orderOf(state.sort)}) AS place FROM ${TABLES}
        WHERE ${where.join(" AND ")} LIMIT ${COUNT_LIMIT + 1}
     ), shown AS MATERIALIZED (SELECT * FROM hit ORDER BY place OFFSET ${offset} LIMIT ${limit})
     SELECT (SELECT count(*) FROM hit)::integer AS counted, (SELECT coalesce(json_agg(line ORDER BY place), '[]') FROM (
       SELECT shown.place, g.id, coalesce(g.final_title, g.title) AS title, co.code, t.code AS "termCode",
              ${TERM_NAME} AS "termName", g.status, g.proposed_on::text AS "proposedOn", ${nameJson("a")} AS advisor,
              (SELECT coalesce(json_agg(${nameJson("h")} ORDER BY h.search_key), '[]') FROM senior_project_member m
                 JOIN person h ON h.id = m.student_id WHERE m.group_id = g.id AND m.left_on IS NULL) AS members
         FROM shown JOIN ${TABLES.replace("senior_project_group g", "senior_project_group g ON g.id = shown.id")}) line) AS rows`,
    values,
  );
  return toPage(result?.rows ?? [], result?.counted ?? 0, state.page, state.size);
}

/** Terms in which there are groups, the newest first. */
export async function listProjectTerms(actor: Actor): Promise<{ code: string; name: Bilingual }[]> {
  authorise(actor, "classes:read");
  return query<{ code: string; name: Bilingual }>(
    "classes.project-terms",
    `SELECT t.code, ${TERM_NAME} AS name FROM term t
      WHERE EXISTS (SELECT FROM senior_project_group g WHERE g.term_id = t.id) ORDER BY t.start_date DESC LIMIT 60`,
  );
}

/** A group with its members, past ones too; null outside the actor's reach. */
export async function findProject(actor: Actor, id: number): Promise<ProjectPage | null> {
  const values: unknown[] = [id];
  const { kind, sql } = projectReachSql(actor, values);
  const rows = await query<ProjectPage>(
    `classes.project.${kind}`,
    `SELECT g.id, g.version, g.title, g.final_title AS "finalTitle", g.description, g.course_id AS "courseId", co.code,
            co.title AS "courseTitle", co.title_km AS "courseTitleKm", g.term_id AS "termId", t.code AS "termCode",
            ${TERM_NAME} AS "termName", g.status, g.proposed_on::text AS "proposedOn", g.approved_on::text AS "approvedOn",
            g.submitted_on::text AS "submittedOn", g.defended_on::text AS "defendedOn",
            g.completed_on::text AS "completedOn", g.withdrawn_on::text AS "withdrawnOn",
            CASE WHEN a.id IS NOT NULL THEN (${nameJson("a")})::jsonb || jsonb_build_object('id', a.id, 'number', e.number) END AS advisor,
            CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'section', c.section, 'timeOfDay', c.time_of_day) END AS class,
            (SELECT coalesce(json_agg((${nameJson("h")})::jsonb || jsonb_build_object('id', m.id, 'studentId', m.student_id,
                 'number', s.number, 'joinedOn', m.joined_on, 'leftOn', m.left_on)
                 ORDER BY m.left_on NULLS FIRST, h.search_key, m.id), '[]')
               FROM senior_project_member m JOIN person h ON h.id = m.student_id JOIN student s ON s.person_id = m.student_id
              WHERE m.group_id = g.id) AS members
       FROM ${TABLES} LEFT JOIN teacher e ON e.person_id = g.advisor_id LEFT JOIN class c ON c.id = g.class_id
      WHERE g.id = $1 AND ${sql}`,
    values,
  );
  return rows[0] ?? null;
}

/** The rows that make up a group, for its history. Empty outside the actor's reach. */
export async function listProjectRows(actor: Actor, id: number): Promise<RecordRows[]> {
  const values: unknown[] = [id];
  const { kind, sql } = projectReachSql(actor, values);
  return query<RecordRows>(
    `classes.project-rows.${kind}`,
    `WITH found AS (SELECT g.id FROM senior_project_group g JOIN course co ON co.id = g.course_id WHERE g.id = $1 AND ${sql})
     SELECT 'senior_project_group' AS "table", array_agg(id) AS keys FROM found HAVING count(*) > 0
     UNION ALL SELECT 'senior_project_member', array_agg(m.id) FROM senior_project_member m JOIN found ON m.group_id = found.id
     HAVING count(*) > 0`,
    values,
  );
}

/** Senior-project courses and the terms in which a group can be formed, for the form; both within the actor's reach. */
export async function listProjectChoices(actor: Actor): Promise<{
  courses: { id: number; code: string; title: string; titleKm: string | null }[];
  terms: { id: number; code: string; name: Bilingual }[];
}> {
  authorise(actor, "classes:read");
  const values: unknown[] = [];
  const { kind, sql } = projectReachSql(actor, values);
  const [row] = await query<Awaited<ReturnType<typeof listProjectChoices>>>(
    `classes.project-choices.${kind}`,
    `SELECT (SELECT coalesce(json_agg(json_build_object('id', co.id, 'code', co.code, 'title', co.title,
                'titleKm', co.title_km) ORDER BY co.code), '[]')
               FROM course co WHERE co.is_senior_project AND co.is_active AND ${sql}) AS courses,
            (SELECT coalesce(json_agg(json_build_object('id', t.id, 'code', t.code, 'name', ${TERM_NAME})
                ORDER BY t.start_date DESC), '[]')
               FROM term t WHERE t.is_active AND t.end_date >= (now() AT TIME ZONE 'Asia/Phnom_Penh')::date
                AND t.term_type IN ('BA', 'MA', 'X')) AS terms`,
    values,
  );
  return row ?? { courses: [], terms: [] };
}

/** Classes in which the members of a group are enrolled: those of its course and term. */
export async function listProjectClasses(
  actor: Actor,
  { courseId, termId }: { courseId: number; termId: number },
): Promise<{ id: number; section: string; timeOfDay: string }[]> {
  authorise(actor, "classes:read");
  return query<{ id: number; section: string; timeOfDay: string }>(
    "classes.project-classes",
    `SELECT id, section, time_of_day AS "timeOfDay" FROM class
      WHERE course_id = $1::integer AND term_id = $2::integer AND status <> 'CANCELLED' ORDER BY section, id LIMIT 50`,
    [courseId, termId],
  );
}

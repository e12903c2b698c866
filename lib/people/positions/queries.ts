import "server-only";
import { cache } from "react";
import { reachOf } from "@/lib/people/access";
import type { Colleague, PositionAssignmentRow } from "@/lib/people/positions/schemas";
import { findHits } from "@/lib/people/queries/find-hits";
import { type Actor, authorise, authoriseAny } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";

/** Somebody as a directory shows them, over the alias of person. */
function colleagueSql(person: string): string {
  return `(SELECT json_build_object('personId', ${person}.id, 'familyName', ${person}.family_name,
      'personalName', ${person}.personal_name, 'khmerFamilyName', ${person}.khmer_family_name,
      'khmerPersonalName', ${person}.khmer_personal_name, 'teacherNumber', ct.number, 'staffNumber', cs.number,
      'departmentCode', coalesce(cs.department_code, ct.department_code))
     FROM (SELECT 1) one LEFT JOIN teacher ct ON ct.person_id = ${person}.id LEFT JOIN staff cs ON cs.person_id = ${person}.id)`;
}

/** Where a half-open range of days stands seen from `day`. */
const stateSql = (from: string, to: string, day: string) =>
  `CASE WHEN ${to} <= ${day} THEN 'past' WHEN ${from} > ${day} THEN 'coming' ELSE 'current' END`;

const ROWS = `SELECT pa.id, pa.version, pa.position_id AS "positionId", po.title, po.title_km AS "titleKm",
    json_build_object('authorityLevel', po.authority_level, 'overrides', po.overrides,
      'approvalLimits', coalesce(po.approval_limits, '{}')) AS authority, pa.valid_from AS "validFrom", pa.valid_to - 1 AS "lastDay",
    ${stateSql("pa.valid_from", "pa.valid_to", "$1::date")} AS state, pa.is_acting AS "isActing",
    pa.is_primary AS "isPrimary", pa.delegated_from AS "delegatedFrom", pa.delegated_to - 1 AS "delegatedTo",
    CASE WHEN d.id IS NOT NULL THEN json_build_object('code', d.code, 'name', d.name, 'nameKm', d.name_km) END AS department,
    ${colleagueSql("h")} AS holder, CASE WHEN g.id IS NOT NULL THEN ${colleagueSql("g")} END AS delegate,
    CASE WHEN g.id IS NOT NULL THEN ${stateSql("pa.delegated_from", "pa.delegated_to", "$1::date")} END AS delegation
   FROM position_assignment pa
   JOIN position po ON po.id = pa.position_id
   LEFT JOIN department d ON d.id = po.department_id
   JOIN person h ON h.id = pa.person_id
   LEFT JOIN person g ON g.id = pa.delegate_id`;
const ORDER = `ORDER BY pa.valid_to IS NOT NULL AND pa.valid_to <= $1::date, pa.valid_from DESC, pa.id DESC`;

/** Who holds any position today, for the chart; at most 1,000. */
export async function listCurrentHolders(actor: Actor): Promise<PositionAssignmentRow[]> {
  authorise(actor, "organization:read");
  return query<PositionAssignmentRow>(
    "people.holders-current",
    `${ROWS} WHERE pa.valid_from <= $1::date AND (pa.valid_to IS NULL OR pa.valid_to > $1::date)
      ORDER BY pa.is_acting, h.family_name, h.personal_name, pa.id LIMIT 1000`,
    [campusToday()],
  );
}

/** Who holds, held and will hold a position: those of today and later first; at most 100. */
export const listHoldersOf = cache(
  async (actor: Actor, positionId: number): Promise<PositionAssignmentRow[]> => {
    authorise(actor, "organization:read");
    return query<PositionAssignmentRow>(
      "people.holders-of",
      `${ROWS} WHERE pa.position_id = $2 ${ORDER} LIMIT 100`,
      [campusToday(), positionId],
    );
  },
);

/**
 * The positions of a person, those handed to the person included; at most 100. The caller has found the person through
 * the actor's reach, or it is the actor. @throws AppError forbidden
 */
export async function listPositionsOf(actor: Actor, personId: number): Promise<PositionAssignmentRow[]> {
  authoriseAny(actor, "organization:read", "people:read");
  return query<PositionAssignmentRow>(
    "people.positions-of",
    `${ROWS} WHERE pa.person_id = $2 OR pa.delegate_id = $2 ${ORDER} LIMIT 100`,
    [campusToday(), personId],
  );
}

const ACTIVE = "c.status IN ('ACTIVE', 'ON_LEAVE') AND (c.end_date IS NULL OR c.end_date >= $1::date)";

/** Whether a person works here today, as teacher or in the offices: only they hold positions. */
export const COLLEAGUE_SQL = `EXISTS (SELECT FROM teacher c WHERE c.person_id = p.id AND ${ACTIVE})
  OR EXISTS (SELECT FROM staff c WHERE c.person_id = p.id AND ${ACTIVE})`;

/**
 * People who work here, by name in either script or by their number; at most ten. A directory, so it knows no reach.
 * @throws AppError forbidden
 */
export async function findColleagues(actor: Actor, q: string): Promise<Colleague[]> {
  authorise(actor, "organization:read");
  const text = q.trim();
  const values: unknown[] = [campusToday()];
  if (/^\d{1,9}$/.test(text)) {
    const number = values.push(Number(text));
    return colleagues(
      "number",
      `p.id IN (SELECT person_id FROM teacher WHERE number = $${number}::integer
      UNION SELECT person_id FROM staff WHERE number = $${number}::integer)`,
      values,
    );
  }
  const hits = findHits(actor, text, values, 400);
  if (!hits) return [];
  return colleagues(hits.key, "p.id IN (SELECT person_id FROM hit)", values, `WITH ${hits.ctes}`);
}

async function colleagues(key: string, where: string, values: unknown[], head = ""): Promise<Colleague[]> {
  const rows = await query<{ colleague: Colleague }>(
    `people.colleagues ${key}`,
    `${head} SELECT ${colleagueSql("p")} AS colleague FROM person p WHERE ${where} AND (${COLLEAGUE_SQL})
      ORDER BY p.family_name, p.personal_name, p.id LIMIT 10`,
    values,
  );
  return rows.map(({ colleague }) => colleague);
}

export type DepartmentPerson = Colleague & {
  kind: "teacher" | "staff";
  number: number;
  jobTitle: string | null;
  /** True for one whose record the actor may open. */
  opens: boolean;
};

/**
 * Who works in a department today, teachers and offices together, by name: a numbered page and how many there are.
 * @throws AppError forbidden
 */
export async function listDepartmentPeople(
  actor: Actor,
  code: string,
  { page, size }: { page: number; size: number },
): Promise<{ rows: DepartmentPerson[]; teachers: number; staff: number }> {
  authorise(actor, "organization:read");
  const reach = reachOf(actor);
  const opens = reach.kind === "all" || (reach.kind === "part" && reach.departments.includes(code));
  const members = (kind: "teacher" | "staff", title: string) =>
    `SELECT '${kind}' AS kind, c.person_id, c.number, ${title} AS job_title FROM ${kind} c
      WHERE c.department_code = $2 AND ${ACTIVE}`;
  const from = `(${members("teacher", "NULL")} UNION ALL ${members("staff", "c.job_title")}) m`;
  const [rows, counts] = await Promise.all([
    query<{ colleague: Colleague } & Omit<DepartmentPerson, keyof Colleague | "opens">>(
      "people.department-people",
      `SELECT m.kind, m.number, m.job_title AS "jobTitle", ${colleagueSql("p")} AS colleague
         FROM ${from} JOIN person p ON p.id = m.person_id
        ORDER BY p.family_name, p.personal_name, p.id, m.kind LIMIT $3 OFFSET $4`,
      [campusToday(), code, size, (page - 1) * size],
    ),
    query<{ kind: string; n: number }>(
      "people.department-count",
      `SELECT kind, count(*)::integer AS n FROM ${from} GROUP BY kind`,
      [campusToday(), code],
    ),
  ]);
  const count = (kind: string) => counts.find((row) => row.kind === kind)?.n ?? 0;
  return {
    rows: rows.map(({ colleague, ...row }) => ({ ...colleague, ...row, opens })),
    teachers: count("teacher"),
    staff: count("staff"),
  };
}

/** How many work in each department today, by code. */
export async function countDepartmentPeople(actor: Actor): Promise<Map<string, number>> {
  authorise(actor, "organization:read");
  const rows = await query<{ code: string; n: number }>(
    "people.department-counts",
    `SELECT code, count(*)::integer AS n FROM (
       SELECT c.department_code AS code, c.person_id FROM teacher c WHERE ${ACTIVE}
       UNION SELECT c.department_code, c.person_id FROM staff c WHERE ${ACTIVE}) m
      WHERE code IS NOT NULL GROUP BY code`,
    [campusToday()],
  );
  return new Map(rows.map(({ code, n }) => [code, n]));
}

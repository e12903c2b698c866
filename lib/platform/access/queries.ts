import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { AssignmentFilter, AssignmentRow } from "@/lib/platform/access/schemas";
import { campusToday } from "@/lib/platform/dates/campus";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";

const STATE = `CASE WHEN r.valid_from > $1::date THEN 'coming'
                    WHEN r.valid_to IS NOT NULL AND r.valid_to <= $1::date THEN 'past' ELSE 'current' END`;

const TABLES = `
  FROM role_assignment r
  JOIN account a ON a.id = r.account_id
  LEFT JOIN account g ON g.id = substring(r.granted_by FROM '^account:([0-9]+)$')::integer`;

const FROM = `${TABLES}
 WHERE ($2::text IS NULL OR r.role = $2)
   AND ($3::text IS NULL OR ${STATE} = $3)
   AND ($4 = '' OR strpos(lower(a.display_name || ' ' || a.email), lower($4)) > 0)`;

const COLUMNS = `
SELECT r.id, r.version, r.account_id AS "accountId", a.display_name AS "displayName", a.email::text,
       a.status = 'DISABLED' AS "accountDisabled", r.role, r.scope_kind AS "scopeKind", r.scope_ref AS "scopeRef",
       r.authority_level AS "authorityLevel", r.valid_from AS "validFrom", r.valid_to - 1 AS "lastDay",
       ${STATE} AS state, coalesce(g.display_name, r.granted_by) AS "grantedBy", r.reason`;

// The list of students and teachers is long; who holds a right over others stands first.
const LIST_SQL = `${COLUMNS} ${FROM}
 ORDER BY r.role IN ('student', 'teacher', 'substitute'), r.role, a.display_name, r.id
 LIMIT $5 OFFSET $6`;

const ONE_SQL = `${COLUMNS} ${TABLES} WHERE r.id = $2`;

const COUNT_SQL = `SELECT count(*)::int AS counted FROM (SELECT 1 ${FROM} LIMIT $5) found`;

/** Who holds which role, a numbered page. Needs `access:read`. */
export async function listAssignments(actor: Actor, filter: AssignmentFilter): Promise<Page<AssignmentRow>> {
  authorise(actor, "access:read");
  const { search, role, state, page, pageSize } = filter;
  const matching = [campusToday(), role, state, search.trim()];
  const [rows, counts] = await Promise.all([
    query<AssignmentRow>("access.assignments", LIST_SQL, [...matching, pageSize, (page - 1) * pageSize]),
    query<{ counted: number }>("access.assignments_count", COUNT_SQL, [...matching, COUNT_LIMIT + 1]),
  ]);
  return toPage(rows, counts[0]?.counted ?? 0, page, pageSize);
}

/** One assignment. Needs `access:read`; throws `not_found` "access.grant_not_found". */
export async function getAssignment(actor: Actor, id: number): Promise<AssignmentRow> {
  authorise(actor, "access:read");
  const known = Number.isInteger(id) && id > 0 && id < 2 ** 31;
  const [row] = known ? await query<AssignmentRow>("access.assignment", ONE_SQL, [campusToday(), id]) : [];
  if (!row) throw new AppError("not_found", "access.grant_not_found");
  return row;
}

/** The assignments of one account: in force, then coming, then past; at most 100. Needs `access:read`. */
export async function listAssignmentsOf(actor: Actor, accountId: number): Promise<AssignmentRow[]> {
  authorise(actor, "access:read");
  return query<AssignmentRow>(
    "access.assignments_of",
    `${COLUMNS} ${TABLES} WHERE r.account_id = $2
      ORDER BY array_position(ARRAY['current', 'coming', 'past'], ${STATE}), r.valid_from DESC, r.id DESC LIMIT 100`,
    [campusToday(), accountId],
  );
}

/** Codes that a grant can be limited to. */
export type ScopeChoices = {
  departments: { code: string; name: string; nameKm: string }[];
  programmes: { code: string; name: string; nameKm: string }[];
};

/** Departments and programmes in use, for the form of a grant. Needs `access:grant`. */
export async function listScopeChoices(actor: Actor): Promise<ScopeChoices> {
  authorise(actor, "access:grant");
  const rows = await query<{ kind: string; code: string; name: string; nameKm: string }>(
    "access.scopes",
    `SELECT 'department' AS kind, code, name, name_km AS "nameKm", display_order FROM department WHERE is_active
     UNION ALL
     SELECT 'programme', code, name, name_km, display_order FROM programme WHERE is_active
     ORDER BY display_order, name`,
  );
  const of = (kind: string) =>
    rows.filter((row) => row.kind === kind).map(({ code, name, nameKm }) => ({ code, name, nameKm }));
  return { departments: of("department"), programmes: of("programme") };
}

import "server-only";
import { cache } from "react";
import type { ProgrammeLine, ProgrammeRecord } from "@/lib/curriculum/programmes/schemas";
import type { ProgrammeListState } from "@/lib/curriculum/programmes/search-params";
import { type Actor, authorise, authoriseAny } from "@/lib/platform/access/actor";
import type { RecordRows } from "@/lib/platform/audit/queries";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Page } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";

const SORTS = {
  code: "p.code",
  name: "p.name",
  award: "p.award",
  requirements: "requirements",
  credits: "credits",
} as const;

/** Programmes that match the list's state, with their requirements of today. @throws AppError forbidden */
export async function listProgrammeLines(
  actor: Actor,
  state: ProgrammeListState,
): Promise<Page<ProgrammeLine>> {
  authorise(actor, "curriculum:read");
  const values: unknown[] = [campusToday()];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = state.q
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 4)
    .map((word) => {
      const inside = bind(`%${word.replace(/[\\%_]/g, "\\$&")}%`);
      return `(p.code ILIKE ${inside} OR p.name ILIKE ${inside} OR p.name_km LIKE ${inside} OR p.short_name ILIKE ${inside})`;
    });
  if (state.kind.length > 0) where.push(`p.kind::text = ANY(${bind(state.kind)}::text[])`);
  if (state.cycle.length > 0) where.push(`c.code = ANY(${bind(state.cycle)}::text[])`);
  if (state.state) where.push(state.state === "open" ? "p.is_active" : "NOT p.is_active");
  const order = state.sort
    ? `${SORTS[state.sort.column]} ${state.sort.direction === "desc" ? "DESC" : "ASC"}, p.code`
    : "p.is_active DESC, c.rank DESC, p.display_order, p.code";
  const [limit, offset] = [bind(state.size), bind((state.page - 1) * state.size)];
  const rows = await query<ProgrammeLine & { total: number }>(
    `curriculum.programme-lines ${where.join(" ")} ${order}`,
    `SELECT p.id, p.code, p.name, p.name_km AS "nameKm", p.kind, p.award, c.name AS "cycleName",
            c.name_km AS "cycleNameKm", p.faculty_code AS "facultyCode", p.credits_required AS "creditsRequired",
            coalesce(r.requirements, 0) AS requirements, coalesce(r.credits, 0) AS credits, p.is_active AS "isActive",
            count(*) OVER ()::int AS total
       FROM programme p
       JOIN cycle c ON c.id = p.cycle_id
       LEFT JOIN (SELECT q.programme_id, count(*)::int AS requirements, sum(o.credits)::int AS credits
                    FROM programme_requirement q JOIN course o ON o.id = q.course_id
                   WHERE q.valid_from <= $1::date AND (q.valid_to IS NULL OR q.valid_to > $1::date)
                   GROUP BY 1) r ON r.programme_id = p.id
      ${where.length > 0 ? `WHERE ${where.join(" AND ")}` : ""}
      ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`,
    values,
  );
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    page: state.page,
    pageSize: state.size,
    total: rows[0]?.total ?? 0,
    totalIsExact: true,
  };
}

/** One programme by its code. @throws AppError not_found `curriculum.programme_not_found`; forbidden */
export const getProgramme = cache(async (actor: Actor, code: string): Promise<ProgrammeRecord> => {
  authorise(actor, "curriculum:read");
  const [row] = await query<ProgrammeRecord>(
    "curriculum.programme",
    `SELECT p.id, p.version, p.code, p.name, p.name_km AS "nameKm", p.short_name AS "shortName", p.kind, p.award,
            p.faculty_code AS "facultyCode", p.faculty_name AS "facultyName",
            p.credits_required AS "creditsRequired", p.display_order AS "displayOrder", p.is_active AS "isActive",
            json_build_object('code', c.code, 'name', c.name, 'nameKm', c.name_km, 'typicalTerms', c.typical_terms) AS cycle,
            json_build_object('name', d.name, 'nameKm', d.name_km) AS division
       FROM programme p JOIN cycle c ON c.id = p.cycle_id JOIN division d ON d.id = c.division_id
      WHERE p.code = $1`,
    [code.toUpperCase()],
  );
  if (!row) throw new AppError("not_found", "curriculum.programme_not_found");
  return row;
});

/** The course of each requirement that a programme has or had, by the id of its row. @throws AppError forbidden */
export async function listRequirementNames(actor: Actor, programmeId: number): Promise<Map<string, string>> {
  authorise(actor, "curriculum:read");
  const rows = await query<{ id: number; code: string }>(
    "curriculum.requirement-names",
    `SELECT r.id, c.code FROM programme_requirement r JOIN course c ON c.id = r.course_id
      WHERE r.programme_id = $1 LIMIT 5000`,
    [programmeId],
  );
  return new Map(rows.map(({ id, code }) => [`programme_requirement:${id}`, code]));
}

/**
 * The rows that make up a programme, for its history: itself, and every requirement that it has or ever had. Lines that
 * were taken back on their first day are gone from the table; the audit still knows whose they were.
 * @throws AppError forbidden
 */
export async function listProgrammeRows(actor: Actor, programmeId: number): Promise<RecordRows[]> {
  authorise(actor, "curriculum:read");
  authoriseAny(actor, "audit:read_history", "audit:read");
  return query<RecordRows>(
    "curriculum.programme-rows",
    `SELECT 'programme' AS "table", ARRAY[$1::integer] AS keys
     UNION ALL
     SELECT 'programme_requirement', array_agg(id) FROM (
       SELECT id FROM programme_requirement WHERE programme_id = $1
       UNION
       SELECT row_key::integer FROM audit.entry
        WHERE table_name = 'programme_requirement' AND operation = 'DELETE' AND (old->>'programme_id')::integer = $1) r
     HAVING count(*) > 0`,
    [programmeId],
  );
}

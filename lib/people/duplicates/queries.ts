import "server-only";
import { searchPeople } from "@/lib/people/queries/search-people";
import { sees } from "@/lib/people/visible-fields";
import { type Actor, authorise, can } from "@/lib/platform/access/actor";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query, queryPlanned } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import type { Reason } from "@/lib/platform/explained";
import type { ComparedPerson, DuplicatePair, DuplicateRow } from "./schemas";
import type { DuplicateListParams } from "./search-params";

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Somebody of a pair, with nothing personal: alias of person, student and programme. */
const side = (p: string, s: string, pr: string) => `json_build_object(
  'personId', ${p}.id, 'number', ${s}.number_label, 'familyName', ${p}.family_name, 'personalName', ${p}.personal_name,
  'khmerFamilyName', ${p}.khmer_family_name, 'khmerPersonalName', ${p}.khmer_personal_name, 'programme', ${pr}.code,
  'status', ${s}.status)`;

const JOINS = `JOIN person l ON l.id = d.left_id LEFT JOIN student ls ON ls.person_id = l.id
  LEFT JOIN programme lp ON lp.id = ls.current_programme_id
  JOIN person r ON r.id = d.right_id LEFT JOIN student rs ON rs.person_id = r.id
  LEFT JOIN programme rp ON rp.id = rs.current_programme_id`;

const LINE = `d.id, d.version, d.score::float8 AS score, d.risk, d.source, d.status, ${instant("d.found_at")} AS "foundAt",
  ${instant("d.decided_at")} AS "decidedAt", ${side("l", "ls", "lp")} AS left, ${side("r", "rs", "rp")} AS right`;

const ORDER = {
  default: "d.status, d.score DESC, d.id",
  score: { asc: "d.score, d.id DESC", desc: "d.score DESC, d.id" },
  foundAt: { asc: "d.found_at, d.id", desc: "d.found_at DESC, d.id DESC" },
} as const;

/** People whose name, number or telephone fits what was typed: both sides of a pair are looked at. */
const MEANT = 50;

/** A page of pairs, the open ones first. @throws AppError forbidden */
export async function listDuplicates(actor: Actor, filter: DuplicateListParams): Promise<Page<DuplicateRow>> {
  authorise(actor, "people:read_duplicates");
  const values: unknown[] = [];
  const conditions: string[] = [];
  for (const [column, type, chosen] of [
    ["status", "duplicate_status", filter.status],
    ["risk", "duplicate_risk", filter.risk],
    ["source", "duplicate_source", filter.source],
  ] as const) {
    if (chosen.length > 0) conditions.push(`d.${column} = ANY($${values.push(chosen)}::${type}[])`);
  }
  if (filter.q) {
    const meant = await searchPeople(actor, { q: filter.q, kind: "any", limit: MEANT });
    const ids = values.push(meant.map((hit) => hit.personId));
    conditions.push(`(d.left_id = ANY($${ids}::integer[]) OR d.right_id = ANY($${ids}::integer[]))`);
  }
  const where = conditions.join(" AND ") || "true";
  const order = filter.sort ? ORDER[filter.sort.column][filter.sort.direction] : ORDER.default;
  const { page, size } = filter;
  const [rows, counted] = await Promise.all([
    queryPlanned<DuplicateRow>(
      `WITH page AS (SELECT d.*, row_number() OVER (ORDER BY ${order}) AS place FROM duplicate_candidate d
                      WHERE ${where} ORDER BY ${order} LIMIT ${size} OFFSET ${(page - 1) * size})
       SELECT ${LINE} FROM page d ${JOINS} ORDER BY d.place`,
      values,
    ),
    queryPlanned<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM duplicate_candidate d WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) AS capped`,
      values,
    ),
  ]);
  return toPage(rows, counted[0]?.n ?? 0, page, size);
}

/** What a person is on file with, as JSON; each group of fields only for who sees it (visible-fields.ts). */
function compared(actor: Actor, p: string, s: string, pr: string): string {
  const groups = [
    sees(actor, "gender") && `'gender', ${p}.gender`,
    sees(actor, "birth") && `'dateOfBirth', ${p}.date_of_birth, 'birthProvince', ${p}.birth_province`,
    sees(actor, "identity") && `'citizenship', ${p}.citizenship`,
    sees(actor, "phones") &&
      `'phones', ARRAY(SELECT number FROM phone WHERE person_id = ${p}.id ORDER BY is_preferred DESC, id)`,
    sees(actor, "school_email") && `'schoolEmail', ${p}.school_email`,
    sees(actor, "emails") && `'personalEmail', ${p}.personal_email`,
    sees(actor, "admission") && `'admittedOn', ${s}.admitted_on`,
  ].filter(Boolean);
  return `${side(p, s, pr)}::jsonb || jsonb_build_object(${[
    ...groups,
    `'createdOn', (${p}.created_at AT TIME ZONE 'Asia/Phnom_Penh')::date`,
    `'isTeacher', EXISTS (SELECT FROM teacher WHERE person_id = ${p}.id)`,
    `'isStaff', EXISTS (SELECT FROM staff WHERE person_id = ${p}.id)`,
    `'programmes', (SELECT count(*) FROM programme_enrolment WHERE student_id = ${p}.id)`,
    `'results', (SELECT count(*) FROM course_result WHERE student_id = ${p}.id)`,
    `'enrolments', (SELECT count(*) FROM enrolment WHERE student_id = ${p}.id)`,
  ].join(", ")})`;
}

type PairRow = Omit<DuplicatePair, "because"> & {
  because: Reason[];
  left: ComparedPerson;
  right: ComparedPerson;
};

/** A pair with both records side by side. @throws AppError not_found `people.duplicate_not_found`, forbidden */
export async function getDuplicate(actor: Actor, id: number): Promise<DuplicatePair> {
  authorise(actor, "people:read_duplicates");
  const [row] = await queryPlanned<PairRow>(
    `SELECT d.id, d.version, d.score::float8 AS score, d.risk, d.source, d.status, ${instant("d.found_at")} AS "foundAt",
            ${instant("d.decided_at")} AS "decidedAt", d.reasons AS because, d.note, a.display_name AS "decidedBy",
            ${compared(actor, "l", "ls", "lp")} AS left, ${compared(actor, "r", "rs", "rp")} AS right
       FROM duplicate_candidate d ${JOINS} LEFT JOIN account a ON a.id = d.decided_by WHERE d.id = $1::integer`,
    [id],
  );
  if (!row) throw new AppError("not_found", "people.duplicate_not_found");
  return row;
}

/** The next open pair in the order of the queue, behind the given one; from the top again after the last. */
export async function nextDuplicate(
  actor: Actor,
  after: { id: number; score: number },
): Promise<number | null> {
  authorise(actor, "people:read_duplicates");
  const [row] = await query<{ id: number | null }>(
    "people.next-duplicate",
    `SELECT coalesce(
       (SELECT id FROM duplicate_candidate WHERE status = 'OPEN' AND id <> $1::integer
           AND (score < $2::numeric OR (score = $2::numeric AND id > $1::integer))
         ORDER BY score DESC, id LIMIT 1),
       (SELECT id FROM duplicate_candidate WHERE status = 'OPEN' AND id <> $1::integer
         ORDER BY score DESC, id LIMIT 1)) AS id`,
    [after.id, after.score],
  );
  return row?.id ?? null;
}

/** How many pairs wait for a decision, counted to one above 10,000; null for who may not see them. */
export async function countOpenDuplicates(actor: Actor): Promise<number | null> {
  if (!can(actor, "people:read_duplicates")) return null;
  const [row] = await query<{ n: number }>(
    "people.count-open-duplicates",
    `SELECT count(*) AS n FROM (SELECT 1 FROM duplicate_candidate WHERE status = 'OPEN' LIMIT ${COUNT_LIMIT + 1}) AS capped`,
  );
  return row?.n ?? 0;
}

/** The open pairs of one person, the surest first; none for who may not see them. */
export async function openDuplicatesOf(
  actor: Actor,
  personId: number,
): Promise<{ id: number; score: number }[]> {
  if (!can(actor, "people:read_duplicates") || !sees(actor, "duplicates")) return [];
  return query<{ id: number; score: number }>(
    "people.open-duplicates-of",
    `SELECT id, score::float8 AS score FROM (
       SELECT id, score FROM duplicate_candidate WHERE left_id = $1::integer AND status = 'OPEN'
       UNION ALL
       SELECT id, score FROM duplicate_candidate WHERE right_id = $1::integer AND status = 'OPEN') AS mine
      ORDER BY score DESC, id LIMIT 10`,
    [personId],
  );
}

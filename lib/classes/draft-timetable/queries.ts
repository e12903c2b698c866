import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import type { NameParts } from "@/lib/platform/i18n/names";
import { nameJson } from "../queries/get-class";
import type { ItemDecision, ProposalFacts } from "./schemas";
import type { ProposalItemsState } from "./search-params";

/** A search whose job ended without an answer is over, whatever the proposal says. */
const STATUS = `CASE WHEN p.status = 'RUNNING' AND j.status IN ('FAILED', 'CANCELLED') THEN j.status::text ELSE p.status::text END`;

const FACTS = `json_build_object('id', p.id, 'version', p.version, 'status', ${STATUS},
    'term', json_build_object('id', t.id, 'code', t.code, 'name', ${TERM_NAME}), 'options', p.options - 'jobRunId',
    'score', p.score, 'createdAt', p.created_at, 'finishedAt', p.finished_at, 'jobRunId', p.options ->> 'jobRunId',
    'createdBy', coalesce((SELECT a.display_name FROM account a WHERE p.created_by = 'account:' || a.id), p.created_by),
    'changeSetId', (SELECT max(c.id) FROM change_set c WHERE c.kind = 'classes.apply-proposal'
       AND (c.input ->> 'proposalId')::integer = p.id)) AS facts`;
const FROM = `FROM timetable_proposal p JOIN term t ON t.id = p.term_id
  LEFT JOIN job_run j ON j.id::text = p.options ->> 'jobRunId'`;

/** Proposals, newest first. @throws AppError forbidden */
export async function listProposals(
  actor: Actor,
  { page, size }: { page: number; size: number },
): Promise<Page<ProposalFacts>> {
  authorise(actor, "timetable:draft");
  const [rows, counted] = await Promise.all([
    query<{ facts: ProposalFacts }>(
      "draft-timetable.list",
      `SELECT ${FACTS} ${FROM} ORDER BY p.id DESC LIMIT $1 OFFSET $2`,
      [size, (page - 1) * size],
    ),
    query<{ n: number }>("draft-timetable.count", "SELECT count(*)::integer AS n FROM timetable_proposal"),
  ]);
  return toPage(
    rows.map(({ facts }) => facts),
    counted[0]?.n ?? 0,
    page,
    size,
  );
}

/** One proposal. @throws AppError not_found, forbidden */
export async function getProposal(actor: Actor, id: number): Promise<ProposalFacts> {
  authorise(actor, "timetable:draft");
  const [row] = await query<{ facts: ProposalFacts }>(
    "draft-timetable.get",
    `SELECT ${FACTS} ${FROM} WHERE p.id = $1`,
    [id],
  );
  if (!row) throw new AppError("not_found", "draft_timetable.not_found");
  return row.facts;
}

export type ItemTime = {
  itemId: number;
  version: number;
  weekday: number;
  startMin: number;
  endMin: number;
  roomId: number | null;
  room: string | null;
  teacherId: number | null;
};

/** One delivery of a proposal, with what is proposed, or why nothing is. */
export type ProposalRow = {
  deliveryId: number;
  classId: number;
  /** "GESL-05 A", or those taught as one. */
  label: string;
  title: string;
  titleKm: string | null;
  part: string | null;
  partKm: string | null;
  students: number;
  decision: ItemDecision;
  times: ItemTime[];
  teacher: NameParts | null;
  /** Notes of what is placed, obstacles of what is not. */
  reasons: { code: string; times?: number; of?: number; values: Record<string, string | number> }[];
  /** Where it stands now, as weekly times. */
  now: { weekday: number; startMin: number; endMin: number; room: string | null }[];
};

const GROUPED = `SELECT i.delivery_id, i.proposal_id, min(i.id) AS first, count(i.weekday) AS placed,
    CASE WHEN bool_or(i.decision = 'CHANGED') THEN 'CHANGED' ELSE min(i.decision::text) END AS decision
  FROM proposal_item i WHERE i.proposal_id = $1 GROUP BY i.delivery_id, i.proposal_id`;

const NAMED = `SELECT min(c.id) AS "classId", string_agg(DISTINCT co.code || ' ' || c.section, ' · ') AS label,
      min(co.title) AS title, min(co.title_km) AS "titleKm", min(cp.name) AS part, min(cp.name_km) AS "partKm",
      max((SELECT count(*) FROM class_part o JOIN class_session os ON os.id = o.session_id WHERE os.class_id = c.id)) AS parts
    FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id
    JOIN course co ON co.id = c.course_id WHERE cp.delivery_id = g.delivery_id`;

type Narrowed = Pick<ProposalItemsState, "q" | "show">;

function conditions({ q, show }: Narrowed, values: unknown[]): string {
  const list = ["true"];
  if (show === "placed") list.push("g.placed > 0");
  else if (show === "unplaced") list.push("g.placed = 0");
  else if (show) list.push(`g.placed > 0 AND g.decision = $${values.push(show)}`);
  for (const word of q.trim().split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `$${values.push(`%${word.replace(/[\\%_]/g, "\\$&")}%`)}`;
    list.push(`(k.label ILIKE ${like} OR k.title ILIKE ${like} OR k."titleKm" ILIKE ${like} OR EXISTS (
      SELECT FROM proposal_item qi LEFT JOIN room qr ON qr.id = qi.room_id LEFT JOIN person qh ON qh.id = qi.teacher_id
       WHERE qi.proposal_id = g.proposal_id AND qi.delivery_id = g.delivery_id
         AND (qr.code ILIKE ${like} OR qh.search_key ILIKE ${like})))`);
  }
  return list.join(" AND ");
}

/** The deliveries of a proposal that a search on its page finds. @throws AppError forbidden */
export async function listMatching(actor: Actor, id: number, narrowed: Narrowed): Promise<number[]> {
  authorise(actor, "timetable:draft");
  const values: unknown[] = [id];
  const where = conditions(narrowed, values);
  const rows = await query<{ id: number }>(
    "",
    `SELECT g.delivery_id AS id FROM (${GROUPED}) g CROSS JOIN LATERAL (${NAMED}) k WHERE ${where}`,
    values,
  );
  return rows.map((row) => row.id);
}

/** One delivery of a proposal; null when it is none of it. @throws AppError forbidden */
export async function findProposalItem(
  actor: Actor,
  id: number,
  deliveryId: number,
): Promise<ProposalRow | null> {
  const values: unknown[] = [id, deliveryId];
  const { rows } = await readItems(actor, values, "g.delivery_id = $2::integer", { page: 1, size: 1 });
  return rows[0] ?? null;
}

/** One numbered page of the deliveries of a proposal; those without a place first. @throws AppError forbidden */
export async function listProposalItems(
  actor: Actor,
  id: number,
  state: ProposalItemsState,
): Promise<Page<ProposalRow>> {
  const values: unknown[] = [id];
  const where = conditions(state, values);
  return readItems(actor, values, where, state);
}

async function readItems(
  actor: Actor,
  values: unknown[],
  where: string,
  state: { page: number; size: number },
): Promise<Page<ProposalRow>> {
  authorise(actor, "timetable:draft");
  const offset = values.push((state.page - 1) * state.size);
  const limit = values.push(state.size);
  const [found] = await query<{ counted: number; rows: ProposalRow[] }>(
    "",
    `WITH hit AS MATERIALIZED (
       SELECT g.*, k.*, row_number() OVER (ORDER BY g.placed > 0, k.label, k.part, g.delivery_id) AS place
         FROM (${GROUPED}) g CROSS JOIN LATERAL (${NAMED}) k
        WHERE ${where} LIMIT ${COUNT_LIMIT + 1}),
     shown AS MATERIALIZED (SELECT * FROM hit ORDER BY place OFFSET $${offset} LIMIT $${limit})
     SELECT (SELECT count(*) FROM hit)::integer AS counted, (SELECT coalesce(json_agg(line ORDER BY place), '[]') FROM (
       SELECT s.place, s.delivery_id AS "deliveryId", s."classId", s.label, s.title, s."titleKm",
              CASE WHEN s.parts > 1 THEN s.part END AS part, CASE WHEN s.parts > 1 THEN s."partKm" END AS "partKm",
              s.decision, coalesce(f.reasons, '[]') AS reasons, w.times,
              (SELECT ${nameJson("h")} FROM person h WHERE h.id = f.teacher_id) AS teacher,
              (SELECT coalesce(sum(p.taken + p.offered), 0)::integer FROM seat_pool p WHERE p.id IN (
                 SELECT c.seat_pool_id FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id
                   JOIN class c ON c.id = cs.class_id WHERE cp.delivery_id = s.delivery_id)) AS students,
              (SELECT coalesce(json_agg(json_build_object('weekday', o.weekday, 'startMin', o.start_min, 'endMin', o.end_min,
                 'room', r.code) ORDER BY o.weekday, o.start_min), '[]') FROM slot o LEFT JOIN room r ON r.id = o.room_id
                WHERE o.delivery_id = s.delivery_id AND o.live) AS now
         FROM shown s JOIN proposal_item f ON f.id = s.first
        CROSS JOIN LATERAL (
          SELECT coalesce(json_agg(json_build_object('itemId', i.id, 'version', i.version, 'weekday', i.weekday,
             'startMin', i.start_min, 'endMin', i.end_min, 'roomId', i.room_id, 'room', r.code, 'teacherId', i.teacher_id)
             ORDER BY i.weekday, i.start_min) FILTER (WHERE i.weekday IS NOT NULL), '[]') AS times
            FROM proposal_item i LEFT JOIN room r ON r.id = i.room_id
           WHERE i.proposal_id = s.proposal_id AND i.delivery_id = s.delivery_id) w) line) AS rows`,
    values,
  );
  return toPage(found?.rows ?? [], found?.counted ?? 0, state.page, state.size);
}

/** Deliveries of a proposal by what was decided, and those without a place. @throws AppError forbidden */
export async function countDecisions(
  actor: Actor,
  id: number,
): Promise<Record<ItemDecision | "unplaced", number>> {
  authorise(actor, "timetable:draft");
  const rows = await query<{ key: ItemDecision | "unplaced"; n: number }>(
    "draft-timetable.decisions",
    `SELECT CASE WHEN g.placed = 0 THEN 'unplaced' ELSE g.decision END AS key, count(*)::integer AS n
       FROM (${GROUPED}) g GROUP BY 1`,
    [id],
  );
  const counts = { PENDING: 0, ACCEPTED: 0, CHANGED: 0, REJECTED: 0, unplaced: 0 };
  for (const { key, n } of rows) counts[key] = n;
  return counts;
}

export type DraftTerm = {
  id: number;
  code: string;
  name: { en: string; km: string };
  deliveries: number;
  missing: number;
  incomplete: number;
};

/** Terms that are not over, with how much of their timetable is missing. @throws AppError forbidden */
export async function listDraftTerms(actor: Actor): Promise<DraftTerm[]> {
  authorise(actor, "timetable:draft");
  return query<DraftTerm>(
    "draft-timetable.terms",
    `SELECT t.id, t.code, ${TERM_NAME} AS name, k.deliveries, k.missing, k.incomplete FROM term t
      CROSS JOIN LATERAL (
        SELECT count(*)::integer AS deliveries, count(*) FILTER (WHERE s.n IS NULL)::integer AS missing,
               count(*) FILTER (WHERE s.n IS NULL OR NOT s.whole)::integer AS incomplete
          FROM delivery d LEFT JOIN LATERAL (
            SELECT nullif(count(*), 0) AS n, bool_and(o.room_id IS NOT NULL AND o.teacher_id IS NOT NULL) AS whole
              FROM slot o WHERE o.delivery_id = d.id AND o.live) s ON true
         WHERE d.term_id = t.id AND EXISTS (SELECT FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id
           JOIN class c ON c.id = cs.class_id WHERE cp.delivery_id = d.id AND c.status IN ('DRAFT', 'SCHEDULED', 'ACTIVE'))) k
      WHERE t.is_active AND t.end_date >= $1::date AND k.deliveries > 0 ORDER BY t.start_date, t.code LIMIT 60`,
    [campusToday()],
  );
}

/** Rooms and teachers that a changed item may take; both are bounded by the campus. @throws AppError forbidden */
export async function listPlacementChoices(actor: Actor): Promise<{
  rooms: { id: number; code: string; capacity: number }[];
  teachers: ({ id: number } & NameParts)[];
}> {
  authorise(actor, "timetable:draft");
  const [rooms, teachers] = await Promise.all([
    query<{ id: number; code: string; capacity: number }>(
      "draft-timetable.room-choices",
      "SELECT id, code, capacity FROM room WHERE is_active ORDER BY code LIMIT 1000",
    ),
    query<{ id: number } & NameParts>(
      "draft-timetable.teacher-choices",
      `SELECT te.person_id AS id, h.family_name AS "familyName", h.personal_name AS "personalName",
              h.khmer_family_name AS "khmerFamilyName", h.khmer_personal_name AS "khmerPersonalName"
         FROM teacher te JOIN person h ON h.id = te.person_id WHERE te.status = 'ACTIVE'
        ORDER BY h.family_name, h.personal_name, te.person_id LIMIT 2000`,
    ),
  ]);
  return { rooms, teachers };
}

import "server-only";
import { personScopeSql, reachOf } from "@/lib/people/access";
import { paperScan } from "@/lib/people/details/files";
import { searchPeople } from "@/lib/people/queries/search-people";
import { type Actor, authorise, can } from "@/lib/platform/access/actor";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query, queryPlanned } from "@/lib/platform/db/pool";
import { db } from "@/lib/platform/db/prisma";
import { AppError } from "@/lib/platform/errors";
import { findKeptFile, type KeptFile } from "@/lib/platform/storage/keep";
import { readCurrent } from "./current";
import { proofFile } from "./files";
import { type AskedTopic, type ChangeField, fieldState, TOPIC_FIELDS } from "./rules";
import type { OwnRequest, Proof, RequestDto, RequestRow } from "./schemas";
import type { RequestListParams } from "./search-params";

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const LINE = `q.id, q.person_id AS "personId", s.number_label AS number, p.family_name AS "familyName",
  p.personal_name AS "personalName", p.khmer_family_name AS "khmerFamilyName",
  p.khmer_personal_name AS "khmerPersonalName", q.topic, q.status, ${instant("q.created_at")} AS "createdAt",
  ${instant("q.decided_at")} AS "decidedAt", a.display_name AS "decidedBy"`;
const FROM = `data_change_request q JOIN person p ON p.id = q.person_id LEFT JOIN student s ON s.person_id = p.id
  LEFT JOIN account a ON a.id = q.decided_by`;

/** `paperId` stands among the changes: which paper a correction is about. */
const REQUEST = `q.id, q.version, q.topic, q.status, q.changes - 'paperId' AS changes, (q.changes ->> 'paperId')::integer AS "paperId",
  q.reason, q.decision, ${instant("q.created_at")} AS "createdAt", ${instant("q.decided_at")} AS "decidedAt"`;

const MEANT = 50;
/** Requests of one person that are shown; more nobody makes. */
const SHOWN = 50;

function orderOf({ sort, status }: RequestListParams): string {
  const oldestFirst = sort ? sort.direction === "asc" : status.join() === "PENDING";
  return oldestFirst ? "q.created_at, q.id" : "q.created_at DESC, q.id DESC";
}

/** A page of requests within the actor's reach; what waits longest stands first among what waits. @throws AppError forbidden */
export async function listRequests(actor: Actor, filter: RequestListParams): Promise<Page<RequestRow>> {
  authorise(actor, "people:read_requests");
  const values: unknown[] = [];
  const conditions = [personScopeSql(reachOf(actor), values)];
  if (filter.status.length > 0)
    conditions.push(`q.status = ANY($${values.push(filter.status)}::data_change_status[])`);
  if (filter.topic.length > 0)
    conditions.push(`q.topic = ANY($${values.push(filter.topic)}::data_change_topic[])`);
  if (filter.q) {
    const meant = await searchPeople(actor, { q: filter.q, kind: "any", limit: MEANT });
    conditions.push(`q.person_id = ANY($${values.push(meant.map((hit) => hit.personId))}::integer[])`);
  }
  const where = conditions.join(" AND ");
  const order = orderOf(filter);
  const { page, size } = filter;
  const [rows, counted] = await Promise.all([
    queryPlanned<RequestRow>(
      `SELECT ${LINE} FROM ${FROM} WHERE ${where} ORDER BY ${order} LIMIT ${size} OFFSET ${(page - 1) * size}`,
      values,
    ),
    queryPlanned<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM ${FROM} WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) AS capped`,
      values,
    ),
  ]);
  return toPage(rows, counted[0]?.n ?? 0, page, size);
}

type Stored = RequestRow & OwnRequest & { paperId: number | null; proofs: Proof[]; requestedBy: string };

/** One request with the values of today beside those of the time of asking. @throws AppError not_found, forbidden */
export async function getRequest(actor: Actor, id: number): Promise<RequestDto> {
  authorise(actor, "people:read_requests");
  const reach = reachOf(actor);
  const values: unknown[] = [id];
  const [row] = await query<Stored>(
    `people.request ${reach.kind}`,
    `SELECT ${LINE}, ${REQUEST}, m.display_name AS "requestedBy",
            ARRAY(SELECT json_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type)
                    FROM unnest(q.proof_ids) WITH ORDINALITY AS proof(id, place)
                    JOIN stored_file f ON f.id = proof.id ORDER BY place) AS proofs
       FROM ${FROM} JOIN account m ON m.id = q.requested_by
      WHERE q.id = $1::integer AND ${personScopeSql(reach, values)}`,
    values,
  );
  if (!row) throw new AppError("not_found", "people.change_request_not_found");
  const topic = row.topic as AskedTopic;
  const current = await readCurrent(db(), row.personId, topic, row.paperId);
  const fields = (TOPIC_FIELDS[topic] as readonly ChangeField[]).flatMap((field) => {
    const change = row.changes[field];
    const now = current?.values[field] ?? null;
    return change ? [{ field, ...change, now, state: fieldState(change, now) }] : [];
  });
  return { ...row, currentVersion: current?.version ?? 0, fields };
}

/**
 * Every request of one person, the newest first: to the person themselves, and to staff who see requests.
 * The caller has reached the person. @throws AppError forbidden
 */
export async function listRequestsOf(actor: Actor, personId: number): Promise<OwnRequest[]> {
  const own = actor.personId !== null && actor.personId === personId;
  if (!own) authorise(actor, "people:read_requests");
  return query<OwnRequest>(
    "people.requests-of",
    `SELECT ${REQUEST} FROM data_change_request q WHERE q.person_id = $1::integer
      ORDER BY q.created_at DESC, q.id DESC LIMIT ${SHOWN}`,
    [personId],
  );
}

/**
 * Opens a proof: the person's own, or that of somebody within reach for staff who see requests.
 * @throws AppError not_found `storage.file_not_found`, also for an id of somebody else
 */
export async function openProof(actor: Actor, fileId: string): Promise<KeptFile & { personId: number }> {
  const values: unknown[] = [fileId];
  const reach = reachOf(actor);
  const staff = can(actor, "people:read_requests") ? personScopeSql(reach, values) : "false";
  const own = values.push(actor.personId);
  const [row] = await query<{ personId: number }>(
    `people.proof ${reach.kind} ${staff === "false"}`,
    `SELECT p.id AS "personId" FROM data_change_request q JOIN person p ON p.id = q.person_id
      WHERE $1::uuid = ANY(q.proof_ids) AND (p.id = $${own}::integer OR ${staff}) LIMIT 1`,
    values,
  );
  // The proof of a paper becomes its scan when it is approved.
  const file = row && ((await findKeptFile(proofFile, fileId)) ?? (await findKeptFile(paperScan, fileId)));
  if (!row || !file) throw new AppError("not_found", "storage.file_not_found");
  return { ...file, personId: row.personId };
}

import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { pool, query } from "@/lib/platform/db/pool";
import { writeTx } from "@/lib/platform/db/transaction";
import { type Reader, readFacts } from "./facts";
import { matchesOf } from "./find-matches";
import { keepPairs } from "./store";

/** People compared with one statement; a batch takes about a third of a second on the demo campus. */
export const BATCH = 500;

/** Tables whose rows hold what is compared; the audit tells when they changed, and whose they are. */
const COMPARED = ["person", "phone", "student", "programme_enrolment"];

/**
 * Who changed since an instant. A list that was loaded past the audit's rows (the demo campus) has none: then everybody.
 * @param since ISO instant of the last comparison; null when there was none
 */
export async function whoChanged(actor: Actor, since: string | null): Promise<number[] | "everybody"> {
  authorise(actor, "people:decide_duplicates");
  if (since === null) return "everybody";
  const [loaded] = await query<{ there: boolean }>(
    "people.loaded-since",
    `SELECT EXISTS (SELECT FROM audit.entry
                     WHERE at >= $1::timestamptz AND operation = 'COPY' AND table_name = ANY($2::text[])) AS there`,
    [since, COMPARED],
  );
  if (loaded?.there) return "everybody";
  const rows = await query<{ id: number }>(
    "people.changed-since",
    `SELECT p.id FROM person p
      WHERE p.created_at >= $1::timestamptz
         OR p.id IN (SELECT subject_id FROM audit.entry WHERE at >= $1::timestamptz AND table_name = ANY($2::text[]))
      ORDER BY p.id`,
    [since, COMPARED],
  );
  return rows.map((row) => row.id);
}

/** When the last comparison that ended well began, ISO; what changed while it ran is compared again. */
export async function lastComparison(actor: Actor): Promise<string | null> {
  authorise(actor, "people:decide_duplicates");
  const [row] = await query<{ at: Date | null }>(
    "people.last-comparison",
    `SELECT max(started_at) AS at FROM job_run WHERE name = 'people.find-duplicates' AND status = 'SUCCEEDED'`,
  );
  return row?.at?.toISOString() ?? null;
}

/** The next people after `after` in the order of their ids, for a comparison of everybody. */
export async function nextPeople(actor: Actor, after: number): Promise<number[]> {
  authorise(actor, "people:decide_duplicates");
  const rows = await query<{ id: number }>(
    "people.next-people",
    `SELECT id FROM person WHERE id > $1::integer ORDER BY id LIMIT ${BATCH}`,
    [after],
  );
  return rows.map((row) => row.id);
}

/** How many people there are, for the progress of a comparison of everybody. */
export async function countPeople(actor: Actor): Promise<number> {
  authorise(actor, "people:decide_duplicates");
  const [row] = await query<{ n: number }>("people.count", "SELECT count(*) AS n FROM person");
  return row?.n ?? 0;
}

const overPool: Reader = async <Row>(sql: string, values: unknown[]) =>
  (await pool().query(sql, values)).rows as Row[];

/**
 * Compares some people with everybody who may be the same and keeps the pairs: candidates among the best ten of each,
 * and what became of the pairs found before.
 */
export async function comparePeople(
  actor: Actor,
  personIds: readonly number[],
): Promise<{ found: number; askedAgain: number; settled: number }> {
  authorise(actor, "people:decide_duplicates");
  const people = await readFacts(overPool, personIds);
  const probes = [...people.values()].map(({ facts, personId }) => ({ facts, self: personId }));
  const matches = await matchesOf(overPool, probes);
  const pairs = matches.flatMap(({ best, all }, place) => {
    const a = probes[place]?.self ?? 0;
    const top = new Set(best.map((match) => match.personId));
    // The weaker ones go along: an open pair that no longer looks alike is settled by it.
    return all
      .filter(({ personId, verdict }) => top.has(personId) || !verdict.value.isCandidate)
      .map(({ personId: b, verdict }) => ({ a, b, verdict }));
  });
  if (pairs.length === 0) return { found: 0, askedAgain: 0, settled: 0 };
  return writeTx(actor, {}, (tx) => keepPairs(tx, pairs, "NIGHTLY"));
}

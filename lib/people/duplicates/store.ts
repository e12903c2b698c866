import "server-only";
import type { DuplicateSource, DuplicateStatus } from "@/lib/platform/db/generated/enums";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Explained, Reason } from "@/lib/platform/explained";
import type { Reader } from "./facts";
import { asksAgain, type DuplicateVerdict } from "./rules";

/** Two people with what a comparison says about them; their order does not matter. */
export type JudgedPair = { a: number; b: number; verdict: Explained<DuplicateVerdict> };

type StoredPair = { id: number; leftId: number; rightId: number; status: DuplicateStatus; reasons: Reason[] };
type Writing = { leftId: number; rightId: number; score: number; risk: string; reasons: Reason[] };

export type StoreOutcome = { found: number; askedAgain: number; settled: number };

/** Reads inside the transaction, so that what it wrote itself is seen. */
export function readerOf(tx: Tx): Reader {
  return (sql, values) => tx.$queryRawUnsafe(sql, ...values);
}

function toWriting({ a, b, verdict }: JudgedPair): Writing {
  return {
    leftId: Math.min(a, b),
    rightId: Math.max(a, b),
    score: verdict.value.score,
    risk: verdict.value.risk,
    reasons: verdict.because,
  };
}

const key = (pair: { leftId: number; rightId: number }) => `${pair.leftId}/${pair.rightId}`;

/**
 * Keeps what a comparison found: new candidates, open ones as they are judged today, none for pairs that no longer look
 * alike. "Not the same" stands unless something strong agrees that did not when it was decided; "the same" always.
 */
export async function keepPairs(
  tx: Tx,
  pairs: readonly JudgedPair[],
  source: DuplicateSource,
): Promise<StoreOutcome> {
  const wanted = new Map(
    pairs.map((pair) => [key(toWriting(pair)), { ...toWriting(pair), verdict: pair.verdict }]),
  );
  const stored = await readStored(tx, [...wanted.values()]);
  const known = new Map(stored.map((pair) => [key(pair), pair]));
  const fresh: Writing[] = [];
  const judged: (Writing & { id: number })[] = [];
  const again: (Writing & { id: number })[] = [];
  const gone: number[] = [];
  for (const [name, { verdict, ...writing }] of wanted) {
    const before = known.get(name);
    if (!before) {
      if (verdict.value.isCandidate) fresh.push(writing);
    } else if (before.status === "OPEN") {
      if (verdict.value.isCandidate) judged.push({ ...writing, id: before.id });
      else gone.push(before.id);
    } else if (
      before.status === "DIFFERENT" &&
      verdict.value.isCandidate &&
      asksAgain(before.reasons, verdict.because)
    ) {
      again.push({ ...writing, id: before.id });
    }
  }
  const found = await insertPairs(tx, fresh, source);
  await updatePairs(tx, judged);
  await reopenPairs(tx, again);
  if (gone.length > 0)
    await tx.duplicateCandidate.deleteMany({ where: { id: { in: gone }, status: "OPEN" } });
  return { found, askedAgain: again.length, settled: gone.length };
}

/** The pairs that stand already, locked: a decision made meanwhile is waited for and then respected. */
async function readStored(tx: Tx, pairs: Writing[]): Promise<StoredPair[]> {
  if (pairs.length === 0) return [];
  const ids = JSON.stringify(pairs.map(({ leftId, rightId }) => ({ leftId, rightId })));
  return tx.$queryRaw<StoredPair[]>`
    SELECT d.id, d.left_id AS "leftId", d.right_id AS "rightId", d.status::text AS status, d.reasons
      FROM jsonb_to_recordset(${ids}::jsonb) AS g("leftId" int, "rightId" int)
      JOIN duplicate_candidate d ON d.left_id = g."leftId" AND d.right_id = g."rightId"
     ORDER BY d.id FOR NO KEY UPDATE OF d`;
}

async function insertPairs(tx: Tx, rows: Writing[], source: DuplicateSource): Promise<number> {
  if (rows.length === 0) return 0;
  return tx.$executeRaw`
    INSERT INTO duplicate_candidate (left_id, right_id, score, risk, reasons, source)
    SELECT g."leftId", g."rightId", g.score, g.risk, g.reasons, ${source}::duplicate_source
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             AS g("leftId" int, "rightId" int, score numeric, risk duplicate_risk, reasons jsonb)
    ON CONFLICT (left_id, right_id) DO NOTHING`;
}

async function updatePairs(tx: Tx, rows: (Writing & { id: number })[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE duplicate_candidate d
       SET score = g.score, risk = g.risk, reasons = g.reasons, version = d.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             AS g(id int, score numeric, risk duplicate_risk, reasons jsonb)
     WHERE d.id = g.id AND (d.score, d.reasons) IS DISTINCT FROM (g.score, g.reasons)`;
}

async function reopenPairs(tx: Tx, rows: (Writing & { id: number })[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE duplicate_candidate d
       SET score = g.score, risk = g.risk, reasons = g.reasons, status = 'OPEN', decided_at = NULL, decided_by = NULL,
           note = NULL, found_at = now(), version = d.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             AS g(id int, score numeric, risk duplicate_risk, reasons jsonb)
     WHERE d.id = g.id`;
}

/** Keeps what somebody said while entering a person: that these people on file are others. */
export async function keepDifferent(
  tx: Tx,
  pairs: readonly JudgedPair[],
  decidedBy: number | null,
): Promise<void> {
  if (pairs.length === 0) return;
  await tx.duplicateCandidate.createMany({
    data: pairs.map((pair) => ({
      ...toWriting(pair),
      risk: pair.verdict.value.risk,
      reasons: pair.verdict.because,
      source: "ENTRY" as const,
      status: "DIFFERENT" as const,
      decidedAt: new Date(),
      decidedBy,
    })),
  });
}

import "server-only";
import { sessionSpan } from "@/lib/classes/timetable/span";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";

type Days = { startDate: Day; endDate: Day };
type Row = { id: number; deliveryId: number; from: Day; to: Day; number: number; count: number };

/**
 * Weekly times of a term follow its first and last day: those that began with their session begin with it again, those
 * that ended with it likewise; dates in between that somebody chose stay, as far as they lie within. What would have no
 * day left is put out of use.
 * @returns the deliveries of the term that have weekly times
 */
export async function moveSlots(tx: Tx, before: Days & { id: number }, after: Days): Promise<number[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id, s.delivery_id AS "deliveryId", s.valid_from::text AS "from", s.valid_to::text AS "to",
           coalesce(x.number, 1) AS number, coalesce(x.count, 1) AS count
      FROM delivery d JOIN slot s ON s.delivery_id = d.id AND s.live
      LEFT JOIN LATERAL (
        SELECT min(cs.number) AS number, max((SELECT count(*)::integer FROM class_session o WHERE o.class_id = cs.class_id)) AS count
          FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id WHERE cp.delivery_id = d.id) x ON true
     WHERE d.term_id = ${before.id}::int ORDER BY s.id FOR NO KEY UPDATE OF s`;
  const changes = rows.flatMap((row) => {
    const old = sessionSpan({ from: before.startDate, to: before.endDate }, row.number, row.count);
    const next = sessionSpan({ from: after.startDate, to: after.endDate }, row.number, row.count);
    const from = row.from === old.from || row.from < next.from ? next.from : row.from;
    const to = row.to === old.to || row.to > next.to ? next.to : row.to;
    return from === row.from && to === row.to ? [] : [{ id: row.id, from, to }];
  });
  const kept = changes.filter(({ from, to }) => from <= to);
  const gone = changes.filter(({ from, to }) => from > to);
  await moveKept(tx, kept);
  if (gone.length > 0) {
    await tx.slot.updateMany({
      where: { id: { in: gone.map(({ id }) => id) } },
      data: { live: false, version: { increment: 1 } },
    });
  }
  return [...new Set(rows.map(({ deliveryId }) => deliveryId))];
}

/**
 * Where sessions follow each other the one reaches into the days that the other leaves, and the database looks at each
 * row by itself: first all give up what they lose, then all take what they gain.
 */
async function moveKept(tx: Tx, kept: readonly { id: number; from: Day; to: Day }[]): Promise<void> {
  if (kept.length === 0) return;
  const rows = JSON.stringify(kept);
  await tx.$executeRaw`
    UPDATE slot s SET live = c."from" <= s.valid_to AND s.valid_from <= c."to",
           valid_from = CASE WHEN c."from" <= s.valid_to AND s.valid_from <= c."to"
                             THEN greatest(s.valid_from, c."from") ELSE s.valid_from END,
           valid_to = CASE WHEN c."from" <= s.valid_to AND s.valid_from <= c."to"
                           THEN least(s.valid_to, c."to") ELSE s.valid_to END
      FROM jsonb_to_recordset(${rows}::jsonb) AS c(id int, "from" date, "to" date) WHERE s.id = c.id`;
  await tx.$executeRaw`
    UPDATE slot s SET valid_from = c."from", valid_to = c."to", live = true, version = s.version + 1
      FROM jsonb_to_recordset(${rows}::jsonb) AS c(id int, "from" date, "to" date) WHERE s.id = c.id`;
}

import { moveSlot } from "@/lib/classes/timetable/commands/move-slot";
import { makeMeetings } from "@/lib/classes/timetable/make-meetings";
import { systemActor } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import { tryTx, writeTx } from "@/lib/platform/db/transaction";
import { median } from "./measure";

const actor = systemActor("bench");
const ROUNDS = 5;

type Slot = {
  id: number;
  deliveryId: number;
  weekday: number;
  startMin: number;
  endMin: number;
  roomId: number | null;
  teacherId: number | null;
};

/** The coming term with the most to teach: nothing of it has begun, so that every move can be taken back. */
export async function comingTerm(): Promise<{
  id: number;
  code: string;
  start: string;
  deliveries: number[];
}> {
  const [term] = await query<{ id: number; code: string; start: string; deliveries: number[] }>(
    "bench.term",
    `SELECT t.id, t.code, t.start_date AS start, array_agg(d.id ORDER BY d.id) AS deliveries
       FROM term t JOIN delivery d ON d.term_id = t.id WHERE t.start_date > $1::date
      GROUP BY t.id ORDER BY count(*) DESC LIMIT 1`,
    [campusToday()],
  );
  if (!term) throw new Error("no term lies ahead: make the campus anew");
  return term;
}

/**
 * Meetings a second of the coming terms, made from their weekly times with every constraint and the audit in place, and
 * of the same rows inserted bare (reference); rolled back each time.
 */
export async function meetingsPerSecond(): Promise<{ made: number; perSecond: number[]; bare: number[] }> {
  const deliveries = await query<{ id: number }>(
    "bench.deliveries",
    "SELECT d.id FROM delivery d JOIN term t ON t.id = d.term_id WHERE t.start_date > $1::date",
    [campusToday()],
  );
  const ids = deliveries.map(({ id }) => id);
  const perSecond: number[] = [];
  const bare: number[] = [];
  let made = 0;
  const options = { timeoutMs: 60_000 };
  for (let round = 1; round <= ROUNDS; round += 1) {
    await tryTx(actor, options, async (tx) => {
      await tx.$executeRaw`CREATE TEMP TABLE bench_meeting ON COMMIT DROP AS
        SELECT delivery_id, slot_id, on_date, start_min, end_min, room_id, teacher_id FROM meeting
         WHERE delivery_id = ANY (${ids}::integer[]) AND NOT cancelled AND kind = 'REGULAR'`;
      await tx.$executeRaw`DELETE FROM meeting WHERE delivery_id = ANY (${ids}::integer[])`;
      const start = performance.now();
      const rows = await tx.$executeRaw`
        INSERT INTO meeting (delivery_id, slot_id, on_date, start_min, end_min, room_id, teacher_id)
        SELECT * FROM bench_meeting ORDER BY on_date, start_min, delivery_id`;
      bare.push((rows * 1000) / (performance.now() - start));
    });
    await tryTx(actor, options, async (tx) => {
      await tx.$executeRaw`DELETE FROM meeting WHERE delivery_id = ANY (${ids}::integer[])`;
      const start = performance.now();
      const result = await makeMeetings(tx, ids, campusToday());
      made = result.made;
      perSecond.push((made * 1000) / (performance.now() - start));
    });
    console.log(
      `round ${round}  meetings ${Math.round(perSecond.at(-1) ?? 0)}/s of ${made}   bare insert ${Math.round(bare.at(-1) ?? 0)}/s`,
    );
  }
  return { made, perSecond, bare };
}

/** Weekly times of the coming term, and for each a quiet hour in which no two of one room or teacher meet. */
async function plannedMoves(
  termId: number,
  count: number,
): Promise<{ slot: Slot; weekday: number; startMin: number }[]> {
  const slots = await query<Slot>(
    "bench.slots",
    `SELECT s.id, s.delivery_id AS "deliveryId", s.weekday, s.start_min AS "startMin", s.end_min AS "endMin",
            s.room_id AS "roomId", s.teacher_id AS "teacherId"
       FROM slot s JOIN delivery d ON d.id = s.delivery_id JOIN term t ON t.id = d.term_id
      WHERE s.live AND d.term_id = $1 ORDER BY md5(s.id::text)`,
    [termId],
  );
  const taken = new Set<string>();
  const moves: { slot: Slot; weekday: number; startMin: number }[] = [];
  for (const slot of slots) {
    if (moves.length === count) break;
    const length = slot.endMin - slot.startMin;
    const cells = Array.from({ length: 14 }, (_, cell) => ({
      weekday: 1 + (cell % 7),
      startMin: cell < 7 ? 0 : 210,
    }));
    const cell = cells.find(({ weekday, startMin }) => {
      const keys = [`r${slot.roomId}`, `t${slot.teacherId}`, `d${slot.deliveryId}`];
      return keys.every((key) => !taken.has(`${key} ${weekday} ${startMin}`));
    });
    if (!cell || length > 200) continue;
    for (const key of [`r${slot.roomId}`, `t${slot.teacherId}`, `d${slot.deliveryId}`])
      if (!key.endsWith("null")) taken.add(`${key} ${cell.weekday} ${cell.startMin}`);
    moves.push({ slot, ...cell });
  }
  return moves;
}

const versionOf = async (id: number) =>
  (await query<{ version: number }>("bench.version", "SELECT version FROM slot WHERE id = $1", [id]))[0]
    ?.version ?? 0;

/**
 * Milliseconds of each of `count` moves of weekly times with all of their checks, meetings and audit, and between them
 * of a transaction that writes one row (reference). Each round moves there and back.
 */
export async function moveTimes(count: number): Promise<{ moves: number[][]; reference: number[] }> {
  const term = await comingTerm();
  const planned = await plannedMoves(term.id, count);
  if (planned.length < count) throw new Error(`only ${planned.length} weekly times can be moved`);
  const moves: number[][] = [];
  const reference: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const times: number[] = [];
    for (const back of [false, true]) {
      for (const { slot, weekday, startMin } of planned) {
        const length = slot.endMin - slot.startMin;
        const to = back ? slot : { weekday, startMin, endMin: startMin + length };
        const input = {
          slotId: slot.id,
          from: term.start,
          weekday: to.weekday,
          startMin: to.startMin,
          endMin: to.endMin,
          roomId: slot.roomId,
          teacherId: slot.teacherId,
          acceptClashes: true,
        };
        const version = await versionOf(slot.id);
        const start = performance.now();
        await moveSlot(actor, input, version);
        // There is what is measured; back has nobody in its way and is as much work.
        if (!back) times.push(performance.now() - start);
        const began = performance.now();
        await writeTx(
          actor,
          {},
          (tx) => tx.$executeRaw`UPDATE delivery SET version = version WHERE id = ${slot.deliveryId}`,
        );
        reference.push(performance.now() - began);
      }
    }
    times.sort((a, b) => a - b);
    moves.push(times);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
    console.log(
      `round ${round}  ${times.length} moves p50 ${at(0.5)} ms p95 ${at(0.95)} ms   one row ${median(reference).toFixed(1)} ms`,
    );
  }
  return { moves, reference };
}

import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import { isRetryable, toAppError } from "@/lib/platform/db/constraint-errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, isAppError } from "@/lib/platform/errors";
import { placeDeliveryInTx } from "../timetable/commands/place-delivery";
import type { WeeklySlot } from "../timetable/schemas";
import type { ApplySummary } from "./schemas";

type Row = {
  deliveryId: number;
  version: number;
  label: string;
  /** It has weekly times, which make room for those of others first. */
  stands: boolean;
  slots: WeeklySlot[];
};

async function acceptedOf(tx: Tx, proposalId: number): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT i.delivery_id AS "deliveryId", d.version,
           (SELECT string_agg(DISTINCT co.code || ' ' || c.section, ', ') FROM class_part cp
              JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id
              JOIN course co ON co.id = c.course_id WHERE cp.delivery_id = i.delivery_id) AS label,
           EXISTS (SELECT FROM slot s WHERE s.delivery_id = i.delivery_id AND s.live) AS stands,
           json_agg(json_build_object('weekday', i.weekday, 'startMin', i.start_min, 'endMin', i.end_min,
             'roomId', i.room_id, 'teacherId', i.teacher_id) ORDER BY i.weekday, i.start_min) AS slots
      FROM proposal_item i JOIN delivery d ON d.id = i.delivery_id
     WHERE i.proposal_id = ${proposalId} AND i.weekday IS NOT NULL
     GROUP BY i.delivery_id, d.version
    HAVING bool_and(i.decision IN ('ACCEPTED', 'CHANGED'))
     ORDER BY i.delivery_id`;
}

/** Tries over and over again without what does not fit any more; every round leaves out at least one. */
const ROUNDS = 10;

/**
 * Gives the accepted deliveries of a proposal their times, through the same command as by hand: clashes with what came
 * since are refused there, and such a delivery is left as it is and listed.
 */
export async function run(
  tx: Tx,
  actor: Actor,
  { proposalId }: { proposalId: number },
  context: ChangeSetContext,
): Promise<ApplySummary> {
  await tx.$executeRaw`SELECT 1 FROM timetable_proposal WHERE id = ${proposalId} FOR NO KEY UPDATE`;
  const proposal = await tx.timetableProposal.findUnique({ where: { id: proposalId } });
  if (!proposal) throw new AppError("not_found", "draft_timetable.not_found");
  if (proposal.status !== "READY") throw new AppError("refused", "draft_timetable.not_ready");
  let rows = await acceptedOf(tx, proposalId);
  const left: ApplySummary["left"] = [];
  for (let round = 1; ; round += 1) {
    await tx.$executeRaw`SAVEPOINT draft_round`;
    const { meetings, refused } = await placeAll(tx, actor, rows, context);
    // What had a place must not lose it: then all begin again without it.
    const lost = refused.filter(({ row }) => row.stands);
    if (lost.length === 0 || round === ROUNDS) {
      if (lost.length > 0) throw new AppError("conflict", "draft_timetable.changed_since");
      left.push(...refused.map(told));
      await tx.timetableProposal.update({
        where: { id: proposalId },
        data: { status: "APPLIED", version: { increment: 1 } },
      });
      return { proposalId, placed: rows.length - refused.length, meetings, left };
    }
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT draft_round`;
    left.push(...lost.map(told));
    rows = rows.filter((row) => !lost.some((each) => each.row === row));
  }
}

type Refused = { row: Row; code: string };

const told = ({ row, code }: Refused) => ({ deliveryId: row.deliveryId, label: row.label, code });

async function placeAll(
  tx: Tx,
  actor: Actor,
  rows: readonly Row[],
  context: ChangeSetContext,
): Promise<{ meetings: number; refused: Refused[] }> {
  const versions = new Map(rows.map((row) => [row.deliveryId, row.version]));
  const refused: Refused[] = [];
  let meetings = 0;
  const place = async (row: Row, slots: WeeklySlot[]) => {
    await tx.$executeRaw`SAVEPOINT draft_delivery`;
    try {
      const input = { deliveryId: row.deliveryId, slots };
      const done = await placeDeliveryInTx(tx, actor, input, versions.get(row.deliveryId) ?? row.version);
      versions.set(row.deliveryId, done.version);
      meetings += done.meetings.made;
      await tx.$executeRaw`RELEASE SAVEPOINT draft_delivery`;
    } catch (error) {
      const known = toAppError(error);
      if (isRetryable(error) || !isAppError(known) || known.kind === "internal") throw error;
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT draft_delivery`;
      refused.push({ row, code: known.code });
    }
  };
  for (const row of rows) if (row.stands) await place(row, []);
  for (const [index, row] of rows.entries()) {
    if (!refused.some((each) => each.row === row)) await place(row, row.slots);
    await context.progress(index + 1, rows.length, context.mode === "preview" ? "checking" : "writing");
  }
  return { meetings, refused };
}

import "server-only";
import { requireStudentId } from "@/lib/people/access";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { CycleChangeEnd } from "@/lib/platform/db/generated/enums";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { EndCycleChangeInput } from "@/lib/studies/schemas";

/**
 * Notes what programme enrolments that just began mean for the fees (domain.md 5.1): NEW for the first programme ever,
 * L2B from languages to a bachelor's, B2M from there to a master's. Any other beginning changes no cycle. One statement
 * for a whole import.
 */
export async function detectCycleChanges(tx: Tx, enrolmentIds: readonly number[]): Promise<void> {
  if (enrolmentIds.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO cycle_change (student_id, kind, detected_on, source_programme_id, target_programme_id)
    SELECT n.student_id, found.kind::cycle_change_kind, n.start_date, before.newest, n.programme_id
      FROM programme_enrolment n
      JOIN programme p ON p.id = n.programme_id
      JOIN cycle c ON c.id = p.cycle_id
     CROSS JOIN LATERAL (
       SELECT max(bc.rank) AS highest,
              (array_agg(b.programme_id ORDER BY bc.rank DESC, b.start_date DESC, b.id DESC))[1] AS newest
         FROM programme_enrolment b
         JOIN programme bp ON bp.id = b.programme_id
         JOIN cycle bc ON bc.id = bp.cycle_id
        WHERE b.student_id = n.student_id AND (b.start_date, b.id) < (n.start_date, n.id)) before
     CROSS JOIN LATERAL (
       SELECT CASE WHEN before.highest IS NULL THEN 'NEW'
                   WHEN before.highest = 1 AND c.rank = 2 THEN 'L2B'
                   WHEN before.highest = 2 AND c.rank = 3 THEN 'B2M' END AS kind) found
     WHERE n.id = ANY(${enrolmentIds}::integer[]) AND found.kind IS NOT NULL
     ORDER BY n.student_id, n.start_date, n.id
    ON CONFLICT DO NOTHING`;
}

/** A programme ended: so did the change of cycle that led there. */
export async function endCycleChanges(
  tx: Tx,
  of: { studentId: number; programmeId: number },
  end: { on: Day; reason: CycleChangeEnd },
): Promise<void> {
  await tx.cycleChange.updateMany({
    where: {
      studentId: of.studentId,
      targetProgrammeId: of.programmeId,
      endedOn: null,
      detectedOn: { lte: dayToDb(end.on) },
    },
    data: { endedOn: dayToDb(end.on), endReason: end.reason, version: { increment: 1 } },
  });
}

/** The programme is taken up again on the same terms: what its end had ended goes on. */
export async function resumeCycleChanges(
  tx: Tx,
  of: { studentId: number; programmeId: number },
  endedOn: Day | null,
): Promise<void> {
  if (endedOn === null) return;
  await tx.cycleChange.updateMany({
    where: { studentId: of.studentId, targetProgrammeId: of.programmeId, endedOn: dayToDb(endedOn) },
    data: { endedOn: null, endReason: null, version: { increment: 1 } },
  });
}

/** Another major within the cycle: the change of cycle goes on, towards the new programme. */
export async function redirectCycleChanges(
  tx: Tx,
  studentId: number,
  move: { from: number; to: number; on: Day },
): Promise<void> {
  const open = await tx.cycleChange.findMany({
    where: { studentId, targetProgrammeId: move.from, endedOn: null },
    select: { id: true, kind: true, detectedOn: true, sourceProgrammeId: true },
  });
  for (const change of open) {
    const began = dayFromDb(change.detectedOn);
    await tx.cycleChange.update({
      where: { id: change.id },
      data: {
        endedOn: dayToDb(move.on < began ? began : move.on),
        endReason: "TRANSFERRED",
        version: { increment: 1 },
      },
    });
    const { kind, sourceProgrammeId } = change;
    const detectedOn = dayToDb(move.on);
    await tx.cycleChange.upsert({
      where: { studentId_kind_targetProgrammeId: { studentId, kind, targetProgrammeId: move.to } },
      create: { studentId, kind, sourceProgrammeId, targetProgrammeId: move.to, detectedOn },
      update: { detectedOn, endedOn: null, endReason: null, version: { increment: 1 } },
    });
  }
}

/**
 * Ends a change of cycle by hand, with a reason: from then on it brings no fee.
 * @throws AppError not_found `studies.cycle_change_not_found`; stale `studies.stale`; refused `studies.cycle_change_ended`;
 *   invalid `studies.ends_before_start`; forbidden
 */
export async function endCycleChangeCommand(
  actor: Actor,
  input: EndCycleChangeInput,
): Promise<{ version: number }> {
  authorise(actor, "studies:edit");
  const studentId = await requireStudentId(actor, input.number);
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const found = await tx.cycleChange.findFirst({ where: { id: input.id, studentId } });
    if (!found) throw new AppError("not_found", "studies.cycle_change_not_found");
    if (found.version !== input.version) throw new AppError("stale", "studies.stale");
    if (found.endedOn) throw new AppError("refused", "studies.cycle_change_ended");
    const beyond = input.endedOn > campusToday();
    if (beyond || input.endedOn < dayFromDb(found.detectedOn)) {
      const code = beyond ? "studies.ends_in_future" : "studies.ends_before_start";
      throw new AppError("invalid", code, { fields: { endedOn: [code] } });
    }
    const { count } = await tx.cycleChange.updateMany({
      where: { id: found.id, version: input.version },
      data: { endedOn: dayToDb(input.endedOn), endReason: input.endReason, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "studies.stale");
    return { version: input.version + 1 };
  });
}

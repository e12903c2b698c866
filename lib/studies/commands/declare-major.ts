import "server-only";
import { programmeScope, requireStudentId } from "@/lib/people/access";
import { type Actor, authoriseAny, can } from "@/lib/platform/access/actor";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { explain } from "@/lib/platform/explained";
import { checkMayEnter } from "@/lib/studies/rules";
import type { DeclareMajorInput } from "@/lib/studies/schemas";
import { redirectCycleChanges } from "./cycle-changes";

/** The major that is declared, and the programme of its cycle in which the student is active. */
export type MajorNow = { declared: Named | null; active: (Named & { enrolmentId: number }) | null };
type Named = { programmeId: number; code: string; name: string; nameKm: string; cycleId: number };
type Major = { id: number; code: string; name: string; nameKm: string; cycleId: number };

/**
 * A programme that may be declared as a major: academic, open to new students, and, for staff of a part of the campus,
 * within it. @throws AppError not_found `studies.programme_not_found`
 */
export async function requireMajor(tx: Tx, actor: Actor, code: string): Promise<Major> {
  const anywhere = can(actor, "studies:edit") || can(actor, "studies:read");
  const found = await tx.programme.findFirst({
    where: { code, kind: "ACADEMIC", isActive: true, ...(anywhere ? programmeScope(actor) : {}) },
    select: { id: true, code: true, name: true, nameKm: true, cycleId: true },
  });
  if (!found) {
    const field = "studies.programme_not_found";
    throw new AppError("not_found", field, { fields: { programmeCode: [field] } });
  }
  return found;
}

/** What the student has declared and studies now, in the cycle of the wanted major. */
export async function majorNow(tx: Tx, studentId: number, cycleId: number): Promise<MajorNow> {
  const programme = { select: { id: true, code: true, name: true, nameKm: true, cycleId: true } };
  const [declared, active] = await Promise.all([
    tx.majorDeclaration.findFirst({ where: { studentId, status: "CURRENT" }, select: { programme } }),
    tx.programmeEnrolment.findFirst({
      where: { studentId, status: "ACTIVE", programme: { cycleId } },
      select: { id: true, programme },
    }),
  ]);
  const named = ({ id, ...rest }: Major): Named => ({ programmeId: id, ...rest });
  return {
    declared: declared && named(declared.programme),
    active: active && { ...named(active.programme), enrolmentId: active.id },
  };
}

/** Whether declaring the major leaves another one of the same cycle, which a second person must approve. */
export function leavesAnother(now: MajorNow, major: { id: number; cycleId: number }): boolean {
  const { declared, active } = now;
  const other = declared && declared.cycleId === major.cycleId && declared.programmeId !== major.id;
  return Boolean(other) || (active !== null && active.programmeId !== major.id);
}

/** @throws AppError refused `studies.may_not_enter` with the why: only ACTIVE students declare and enter */
export async function requireMayEnter(tx: Tx, studentId: number): Promise<void> {
  const { status, statusSince } = await tx.student.findUniqueOrThrow({
    where: { personId: studentId },
    select: { status: true, statusSince: true },
  });
  const explained = checkMayEnter(status, dayFromDb(statusSince));
  if (!explained.value) throw new AppError("refused", "studies.may_not_enter", { explained });
}

/** The new major takes the place of the old declaration, which stays in the history. */
export async function supersedeMajor(
  tx: Tx,
  major: {
    studentId: number;
    programmeId: number;
    on: Day;
    reason?: string;
    approvalId?: number;
    isSelfDeclared?: boolean;
  },
): Promise<void> {
  const { on, ...data } = major;
  await tx.majorDeclaration.updateMany({
    where: { studentId: major.studentId, status: "CURRENT" },
    data: { status: "SUPERSEDED", version: { increment: 1 } },
  });
  await tx.majorDeclaration.create({
    data: { ...data, declaredOn: dayToDb(on), effectiveOn: dayToDb(on), status: "CURRENT" },
  });
}

/**
 * The first declaration of a major in a cycle, by the student or by staff: it holds at once (domain.md 5.1).
 * @throws AppError refused `studies.change_needs_approval` with the why where another major would be left,
 *   `studies.declared_already`, `studies.may_not_enter`; not_found; forbidden
 */
export async function declareMajorCommand(actor: Actor, input: DeclareMajorInput): Promise<{ code: string }> {
  authoriseAny(actor, "studies:ask", "studies:ask_own");
  const studentId = await requireStudentId(actor, input.number);
  return writeTx(actor, {}, async (tx) => {
    const major = await requireMajor(tx, actor, input.programmeCode);
    await requireMayEnter(tx, studentId);
    const now = await majorNow(tx, studentId, major.cycleId);
    if (now.declared?.programmeId === major.id) throw new AppError("refused", "studies.declared_already");
    if (leavesAnother(now, major)) {
      const left = now.active ?? now.declared;
      const inputs = { now: { en: left?.name ?? "", km: left?.nameKm ?? "" } };
      const explained = explain(false, [{ rule: "studies.major_is_left", inputs, source: "domain.md 5.1" }], {
        rule: "studies.ask_for_change",
      });
      throw new AppError("refused", "studies.change_needs_approval", { explained });
    }
    const isSelfDeclared = actor.personId === studentId;
    await supersedeMajor(tx, { studentId, programmeId: major.id, on: campusToday(), isSelfDeclared });
    return { code: major.code };
  });
}

/** What must be so before a change of major is asked for and before it is carried out. */
export type MajorChange = { studentId: number; programmeId: number };

/**
 * @throws AppError refused `studies.declared_already`, `studies.nothing_to_change` when no other major of the cycle is
 *   left, `studies.may_not_enter`; not_found `studies.programme_not_found`
 */
export async function requireMajorChange(
  tx: Tx,
  change: MajorChange,
): Promise<{ major: Major; now: MajorNow }> {
  const major = await tx.programme.findFirst({
    where: { id: change.programmeId, kind: "ACADEMIC", isActive: true },
    select: { id: true, code: true, name: true, nameKm: true, cycleId: true },
  });
  if (!major) throw new AppError("not_found", "studies.programme_not_found");
  await requireMayEnter(tx, change.studentId);
  const now = await majorNow(tx, change.studentId, major.cycleId);
  if (!leavesAnother(now, major)) {
    const same = now.declared?.programmeId === major.id;
    throw new AppError("refused", same ? "studies.declared_already" : "studies.nothing_to_change");
  }
  return { major, now };
}

/**
 * Carries out a change of major that was approved: the old declaration and programme are left, the new ones begin on
 * that day, and the change of cycle goes on towards the new programme.
 * @throws AppError as requireMajorChange; conflict `studies.already_in_programme`
 */
export async function changeMajor(
  tx: Tx,
  change: MajorChange & { reason: string; approvalId: number; isSelfDeclared: boolean },
  today: Day,
): Promise<void> {
  const { studentId, programmeId } = change;
  const { now } = await requireMajorChange(tx, change);
  await supersedeMajor(tx, { ...change, on: today });
  if (!now.active || now.active.programmeId === programmeId) return;
  const old = await tx.programmeEnrolment.findUniqueOrThrow({
    where: { id: now.active.enrolmentId },
    select: { startDate: true },
  });
  const began = dayFromDb(old.startDate);
  const on = today < began ? began : today;
  await tx.programmeEnrolment.update({
    where: { id: now.active.enrolmentId },
    data: {
      status: "TRANSFERRED",
      exitReason: "TRAN_INT",
      endDate: dayToDb(on),
      version: { increment: 1 },
    },
  });
  await tx.programmeEnrolment.create({
    data: { studentId, programmeId, startDate: dayToDb(on), catalogueDate: dayToDb(on) },
  });
  await redirectCycleChanges(tx, studentId, { from: now.active.programmeId, to: programmeId, on });
}

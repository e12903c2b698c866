import "server-only";
import { colleagueNotFound, requireColleagueId } from "@/lib/people/colleagues/access";
import type {
  ChangeStaffStatusInput,
  EditStaffInput,
  EditTeacherInput,
} from "@/lib/people/colleagues/schemas";
import { staleEdit } from "@/lib/people/commands/stale";
import type { ColleagueKind } from "@/lib/people/record-ref";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { departmentsOf, reachesAll } from "@/lib/platform/access/scope";
import { dayToDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/**
 * Changes degree, department or first day of a teacher, if nobody changed them since `version` was shown.
 * @throws AppError stale `people.stale` with both values; invalid `people.department_unknown`; not_found; forbidden
 */
export async function editTeacherCommand(
  actor: Actor,
  input: EditTeacherInput,
): Promise<{ version: number }> {
  authorise(actor, "people:edit");
  const { number, version, ...changes } = input;
  const personId = await requireColleagueId(actor, "teacher", number);
  if (changes.departmentCode !== undefined) requireReachedDepartment(actor, changes.departmentCode);
  return writeTx(actor, {}, async (tx) => {
    await requireDepartment(tx, changes.departmentCode);
    const { startDate, ...rest } = changes;
    const { count } = await tx.teacher.updateMany({
      where: { personId, version },
      data: { ...rest, ...(startDate ? { startDate: dayToDb(startDate) } : {}), version: { increment: 1 } },
    });
    if (count === 0) throw await staleColleague(tx, "teacher", personId, version, changes);
    return { version: version + 1 };
  });
}

/** The same for somebody in the offices: post, department, first day. @throws AppError as editTeacherCommand */
export async function editStaffCommand(actor: Actor, input: EditStaffInput): Promise<{ version: number }> {
  authorise(actor, "people:edit");
  const { number, version, ...changes } = input;
  const personId = await requireColleagueId(actor, "staff", number);
  if (changes.departmentCode !== undefined) requireReachedDepartment(actor, changes.departmentCode);
  return writeTx(actor, {}, async (tx) => {
    await requireDepartment(tx, changes.departmentCode);
    const { startDate, ...rest } = changes;
    const { count } = await tx.staff.updateMany({
      where: { personId, version },
      data: { ...rest, ...(startDate ? { startDate: dayToDb(startDate) } : {}), version: { increment: 1 } },
    });
    if (count === 0) throw await staleColleague(tx, "staff", personId, version, changes);
    return { version: version + 1 };
  });
}

/**
 * Changes the status of somebody in the offices, with a reason; who has left needs a last day.
 * @throws AppError stale; invalid `people.ends_before_it_begins`; not_found; forbidden
 */
export async function changeStaffStatusCommand(
  actor: Actor,
  input: ChangeStaffStatusInput,
): Promise<{ version: number }> {
  authorise(actor, "people:edit");
  const personId = await requireColleagueId(actor, "staff", input.number);
  return writeTx(actor, { reason: input.reason }, (tx) => writeStatus(tx, "staff", personId, input));
}

/**
 * Writes the status of a teacher or staff member in the caller's transaction; the caller has asked for permission and
 * reach, and for a teacher what it does to the timetable (lib/classes/commands/change-teacher-status.ts).
 * @throws AppError stale `people.stale`
 */
export async function writeStatus(
  tx: Tx,
  kind: ColleagueKind,
  personId: number,
  { version, status, endDate }: Pick<ChangeStaffStatusInput, "version" | "status" | "endDate">,
): Promise<{ version: number }> {
  const change = {
    where: { personId, version },
    data: { status, endDate: dayToDb(endDate), version: { increment: 1 } },
  } as const;
  const { count } =
    kind === "teacher" ? await tx.teacher.updateMany(change) : await tx.staff.updateMany(change);
  if (count === 0) throw await staleColleague(tx, kind, personId, version, { status, endDate });
  return { version: version + 1 };
}

async function staleColleague(
  tx: Tx,
  kind: ColleagueKind,
  personId: number,
  shown: number,
  changes: Record<string, unknown>,
): Promise<AppError> {
  const which = { where: { personId }, select: { version: true } } as const;
  const stored = kind === "teacher" ? await tx.teacher.findUnique(which) : await tx.staff.findUnique(which);
  if (!stored) return colleagueNotFound(kind);
  return staleEdit(kind, personId, shown, stored.version, changes);
}

/** A department in use, told at its field. */
export async function requireDepartment(tx: Tx, code: string | null | undefined): Promise<void> {
  if (!code) return;
  const found = await tx.department.findUnique({ where: { code }, select: { isActive: true } });
  const error = "people.department_unknown";
  if (!found?.isActive) throw new AppError("invalid", error, { fields: { departmentCode: [error] } });
}

/**
 * Whoever reaches one department only adds people to that one, and moves them nowhere else.
 * @throws AppError forbidden `people.outside_department`
 */
export function requireReachedDepartment(actor: Actor, code: string | null): void {
  if (reachesAll(actor) || (code !== null && departmentsOf(actor).includes(code))) return;
  throw new AppError("forbidden", "people.outside_department");
}

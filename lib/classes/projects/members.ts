import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { projectNotFound, requireProject } from "./access";
import { refuseOver, requireActiveStudent } from "./commands";
import type { AddMemberInput, RemoveMemberInput } from "./schemas";
import { LARGEST_GROUP } from "./states";

/** Moves the version of a group that still changes on. @throws AppError stale; refused `classes.project_over` */
async function claimGroup(tx: Tx, id: number, version: number): Promise<void> {
  const found = await tx.seniorProjectGroup.findUnique({ where: { id }, select: { status: true } });
  if (!found) throw projectNotFound();
  refuseOver(found.status);
  const { count } = await tx.seniorProjectGroup.updateMany({
    where: { id, version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale", "classes.stale");
}

function sizeAt(field: string): AppError {
  return new AppError("refused", "classes.project_size", { fields: { [field]: ["classes.project_size"] } });
}

/**
 * Takes a student into a group, by number.
 * @throws AppError refused `classes.project_size`, `classes.project_over`; conflict `classes.in_other_group`; invalid at
 *   the field; stale; not_found; forbidden
 */
export async function addMemberCommand(actor: Actor, input: AddMemberInput): Promise<{ version: number }> {
  authorise(actor, "classes:edit_projects");
  const { id, version, student } = input;
  await requireProject(actor, id);
  return writeTx(actor, {}, async (tx) => {
    await claimGroup(tx, id, version);
    const studentId = await requireActiveStudent(tx, student, "student");
    const members = await tx.seniorProjectMember.count({ where: { groupId: id, leftOn: null } });
    if (members >= LARGEST_GROUP) throw sizeAt("student");
    await tx.seniorProjectMember.create({
      data: { groupId: id, studentId, joinedOn: dayToDb(campusToday()) },
      select: { id: true },
    });
    return { version: version + 1 };
  });
}

/**
 * Lets a student leave a group; the last one stays, or the group withdraws.
 * @throws AppError refused `classes.project_size`, `classes.project_over`; not_found `classes.not_in_group`; stale
 */
export async function removeMemberCommand(
  actor: Actor,
  input: RemoveMemberInput,
): Promise<{ version: number }> {
  authorise(actor, "classes:edit_projects");
  const { id, version, memberId } = input;
  await requireProject(actor, id);
  return writeTx(actor, {}, async (tx) => {
    await claimGroup(tx, id, version);
    const live = await tx.seniorProjectMember.findMany({
      where: { groupId: id, leftOn: null },
      select: { id: true, joinedOn: true },
    });
    const member = live.find((each) => each.id === memberId);
    if (!member) throw new AppError("not_found", "classes.not_in_group");
    if (live.length === 1) throw sizeAt("memberId");
    const today = dayToDb(campusToday());
    await tx.seniorProjectMember.update({
      where: { id: memberId },
      data: { leftOn: today < member.joinedOn ? member.joinedOn : today, version: { increment: 1 } },
      select: { id: true },
    });
    return { version: version + 1 };
  });
}

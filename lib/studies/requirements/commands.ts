import "server-only";
import { courseOnDay } from "@/lib/curriculum/courses/course-choice";
import {
  changeDays,
  changedList,
  type ListChange,
  rowsOn,
  type Wanted,
} from "@/lib/curriculum/requirements/plan";
import type {
  AddRequirementInput,
  CancelRequirementsInput,
  EndRequirementInput,
  MoveRequirementInput,
  ReplaceRequirementInput,
} from "@/lib/curriculum/requirements/schemas";
import { type LockedProgramme, lockList, planChange, writePlan } from "@/lib/curriculum/requirements/write";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { addDays, type Day } from "@/lib/platform/dates/day";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { affectedIn } from "@/lib/studies/requirements/affected";

/**
 * Changes of the ordered list of a degree (domain.md 3.2). They stand here and not in `curriculum`, because whom they
 * concern is known by the studies; the rows are written by their owner. Every change holds for catalogue dates from a
 * day on. Whoever completed the programme by a list forbids changing it; students on the programme whose list changes
 * must have been shown to the person, who confirms their number.
 */
type Shared = { programme: string; from: Day; affected: number; reason: string };
export type ListChanged = { programme: string; written: number };

async function changeList(
  actor: Actor,
  shared: Shared,
  wantedOf: (tx: Tx, list: LockedProgramme) => Promise<Wanted[]> | Wanted[],
): Promise<ListChanged> {
  authorise(actor, "curriculum:edit");
  return writeTx(actor, { reason: shared.reason }, async (tx) => {
    const list = await lockList(tx, shared.programme);
    const plan = planChange(list, await wantedOf(tx, list), shared.from);
    await checkAffected(tx, list.id, shared.from, shared.affected);
    await writePlan(tx, list.id, plan, shared.from);
    const written = plan.remove.length + plan.close.length + plan.reopen.length + plan.add.length;
    return { programme: list.code, written };
  });
}

/**
 * @throws AppError refused `curriculum.requirement_completed` when somebody completed the programme by the list; stale
 *   `curriculum.affected_changed` when other students are concerned than the person confirmed
 */
export async function checkAffected(
  tx: Tx,
  programmeId: number,
  from: Day,
  confirmed: number,
): Promise<void> {
  const { changes, completed, completedOn } = await affectedIn(tx, programmeId, from);
  if (completedOn !== null) {
    const error = "curriculum.requirement_completed";
    const params = { count: completed, day: addDays(completedOn, 1) };
    throw new AppError("refused", error, { params, fields: { from: [error] } });
  }
  if (changes !== confirmed)
    throw new AppError("conflict", "curriculum.affected_changed", { params: { count: changes } });
}

/** A course as the list will name it, in the version that is in force on the day. */
async function wantedCourse(
  tx: Tx,
  { course, name, from }: { course: string; name: string; from: Day },
): Promise<Wanted> {
  const { id, code } = await courseOnDay(tx, course, from, "course");
  const { title } = await tx.course.findUniqueOrThrow({ where: { id }, select: { title: true } });
  return { courseId: id, courseCode: code, name: name || title };
}

/**
 * The list of the day after a change.
 * @param current the course that the person saw at the place, for changes of a line
 */
function change({ rows }: LockedProgramme, from: Day, by: ListChange, current?: string): Wanted[] {
  const list = rowsOn(rows, from);
  const wanted = changedList(list, by);
  const meant =
    by.kind === "add" || list.find(({ sequence }) => sequence === by.sequence)?.courseCode === current;
  if (wanted && meant) return wanted;
  throw new AppError("conflict", "curriculum.requirement_gone");
}

/** Puts a course into the list at a place; what follows moves down. @throws AppError as changeList and planChange */
export function addRequirementCommand(actor: Actor, input: AddRequirementInput): Promise<ListChanged> {
  return changeList(actor, input, async (tx, list) => {
    const course = await wantedCourse(tx, input);
    return change(list, input.from, { kind: "add", place: input.place, course });
  });
}

/** Moves a line to another place. @throws AppError as changeList and planChange, `curriculum.requirement_gone` */
export function moveRequirementCommand(actor: Actor, input: MoveRequirementInput): Promise<ListChanged> {
  const { from, sequence, place, current } = input;
  return changeList(actor, input, (_tx, list) =>
    change(list, from, { kind: "move", sequence, place }, current),
  );
}

/** Puts another course in the place of one. @throws AppError as changeList and planChange, `curriculum.requirement_gone` */
export function replaceRequirementCommand(
  actor: Actor,
  input: ReplaceRequirementInput,
): Promise<ListChanged> {
  return changeList(actor, input, async (tx, list) => {
    const course = await wantedCourse(tx, input);
    return change(list, input.from, { kind: "replace", sequence: input.sequence, course }, input.current);
  });
}

/** Takes a course out of the list; what follows closes up. @throws AppError as changeList and planChange */
export function endRequirementCommand(actor: Actor, input: EndRequirementInput): Promise<ListChanged> {
  return changeList(actor, input, (_tx, list) =>
    change(list, input.from, { kind: "end", sequence: input.sequence }, input.current),
  );
}

/**
 * Takes back what was changed on a day: the list of the day before goes on. The first list of all stays.
 * @throws AppError as changeList and planChange; conflict `curriculum.requirement_no_change` when nothing changes that day
 */
export function cancelRequirementsCommand(
  actor: Actor,
  input: CancelRequirementsInput,
): Promise<ListChanged> {
  return changeList(actor, input, (_tx, { rows }) => {
    const [first] = changeDays(rows);
    if (input.from === first || !changeDays(rows).includes(input.from))
      throw new AppError("conflict", "curriculum.requirement_no_change");
    return rowsOn(rows, addDays(input.from, -1));
  });
}

import "server-only";
import { requirePersonId } from "@/lib/people/access";
import { requireDepartment, requireReachedDepartment } from "@/lib/people/colleagues/commands";
import type { MakeStaffInput, MakeTeacherInput } from "@/lib/people/colleagues/schemas";
import { insertPerson } from "@/lib/people/commands/insert-person";
import { keepNotSame, requireNotSame } from "@/lib/people/duplicates/entry";
import type { ColleagueKind } from "@/lib/people/record-ref";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

type Made = { personId: number; number: number };

/**
 * Makes a teacher of a person on file, or of a new one, with a number from the sequence (domain.md 1.4, 2.1).
 * @throws AppError conflict `people.teacher_already`, `people.school_email_taken`; refused `people.similar_on_file`
 * while somebody who looks alike is not in `notSame`; invalid; not_found `people.person_not_found`; forbidden, also
 * `people.outside_department` for a department that the actor does not reach
 */
export async function makeTeacherCommand(actor: Actor, input: MakeTeacherInput): Promise<Made> {
  return make(actor, "teacher", input, async (tx, personId, number) => {
    const { terminalDegree, departmentCode, startDate, endDate } = input;
    const days = { startDate: dayToDb(startDate), endDate: dayToDb(endDate) };
    await tx.teacher.create({ data: { personId, number, terminalDegree, departmentCode, ...days } });
  });
}

/** The same for the offices. @throws AppError as makeTeacherCommand, with `people.staff_already` */
export async function makeStaffCommand(actor: Actor, input: MakeStaffInput): Promise<Made> {
  return make(actor, "staff", input, async (tx, personId, number) => {
    const { jobTitle, departmentCode, startDate, endDate } = input;
    const days = { startDate: dayToDb(startDate), endDate: dayToDb(endDate) };
    await tx.staff.create({ data: { personId, number, jobTitle, departmentCode, ...days } });
  });
}

async function make(
  actor: Actor,
  kind: ColleagueKind,
  input: MakeTeacherInput | MakeStaffInput,
  write: (tx: Tx, personId: number, number: number) => Promise<void>,
): Promise<Made> {
  authorise(actor, "people:edit");
  requireReachedDepartment(actor, input.departmentCode);
  if (input.personId !== null) await requirePersonId(actor, input.personId);
  if (input.endDate !== null && input.endDate < input.startDate) {
    const code = "people.ends_before_it_begins";
    throw new AppError("invalid", code, { fields: { endDate: [code] } });
  }
  return writeTx(actor, {}, async (tx) => {
    await requireDepartment(tx, input.departmentCode);
    const personId = await personOf(tx, actor, kind, input);
    const [next] = await tx.$queryRaw<{ number: number }[]>`
      SELECT people_next_colleague_number(${kind}) AS number`;
    if (!next) throw new Error("people_next_colleague_number returned nothing");
    await write(tx, personId, next.number);
    return { personId, number: next.number };
  });
}

async function personOf(
  tx: Tx,
  actor: Actor,
  kind: ColleagueKind,
  { personId, person, notSame }: MakeTeacherInput | MakeStaffInput,
): Promise<number> {
  if (person) {
    const others = await requireNotSame(tx, person, "", notSame);
    const made = await insertPerson(tx, actor, person);
    await keepNotSame(tx, actor, made, others);
    return made;
  }
  if (personId === null) throw new AppError("invalid", "positions.choose_person");
  // Two who make the same person a teacher meet here; the primary key is the guard behind it.
  await tx.$executeRaw`SELECT 1 FROM person WHERE id = ${personId} FOR NO KEY UPDATE`;
  const which = { where: { personId }, select: { number: true } } as const;
  const there = kind === "teacher" ? await tx.teacher.findUnique(which) : await tx.staff.findUnique(which);
  if (there)
    throw new AppError("conflict", kind === "teacher" ? "people.teacher_already" : "people.staff_already");
  return personId;
}

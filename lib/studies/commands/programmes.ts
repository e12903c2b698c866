import "server-only";
import { programmeScope, requireStudentId } from "@/lib/people/access";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { ProgrammeEnrolmentStatus, ProgrammeKind } from "@/lib/platform/db/generated/enums";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { explain } from "@/lib/platform/explained";
import {
  checkCatalogueDate,
  checkEnding,
  cycleEndOf,
  type Ending,
  type ExitReason,
} from "@/lib/studies/rules";
import type {
  AddProgrammeInput,
  EndProgrammeInput,
  MoveCatalogueInput,
  ReopenProgrammeInput,
} from "@/lib/studies/schemas";
import { beginProgramme } from "./begin-programme";
import { endCycleChanges, resumeCycleChanges } from "./cycle-changes";
import { majorNow, requireMayEnter } from "./declare-major";

type Stored = {
  id: number;
  programmeId: number;
  kind: ProgrammeKind;
  status: ProgrammeEnrolmentStatus;
  startDate: Day;
  endDate: Day | null;
  catalogueDate: Day;
};

/**
 * Enters a student into a further programme (domain.md 5.1: one active programme a cycle).
 * @throws AppError refused `studies.may_not_enter`, `studies.other_major_declared`; conflict `studies.active_in_cycle`;
 *   invalid; not_found; forbidden
 */
export async function addProgrammeCommand(actor: Actor, input: AddProgrammeInput): Promise<{ id: number }> {
  authorise(actor, "studies:edit");
  const studentId = await requireStudentId(actor, input.number);
  return writeTx(actor, {}, async (tx) => {
    const programme = await tx.programme.findFirst({
      where: { code: input.programmeCode, ...programmeScope(actor) },
      select: { id: true, kind: true, isActive: true, cycleId: true },
    });
    if (!programme?.isActive) {
      const code = "studies.programme_not_found";
      throw new AppError("not_found", code, { fields: { programmeCode: [code] } });
    }
    await requireMayEnter(tx, studentId);
    const { declared, active } = await majorNow(tx, studentId, programme.cycleId);
    if (active) throw activeAlready(active);
    const otherMajor = declared?.cycleId === programme.cycleId && declared.programmeId !== programme.id;
    if (programme.kind === "ACADEMIC" && otherMajor) {
      const inputs = { major: { en: declared.name, km: declared.nameKm } };
      const explained = explain(false, [{ rule: "studies.other_major_declared", inputs }], {
        rule: "studies.ask_for_change",
      });
      throw new AppError("refused", "studies.other_major_declared", { explained });
    }
    const { startDate, entryLevel } = input;
    return beginProgramme(tx, { studentId, programme, startDate, entryLevel });
  });
}

function activeAlready(active: { name: string; nameKm: string }): AppError {
  const inputs = { programme: { en: active.name, km: active.nameKm } };
  const explained = explain(false, [{ rule: "studies.active_in_cycle", inputs, source: "domain.md 5.1" }], {
    rule: "studies.end_first",
  });
  return new AppError("conflict", "studies.active_in_cycle", { explained });
}

/** @throws AppError not_found `studies.enrolment_not_found`; stale `studies.stale` */
async function requireShown(
  tx: Tx,
  studentId: number,
  { id, version }: { id: number; version: number },
): Promise<Stored> {
  const found = await tx.programmeEnrolment.findFirst({
    where: { id, studentId },
    include: { programme: { select: { kind: true } } },
  });
  if (!found) throw new AppError("not_found", "studies.enrolment_not_found");
  if (found.version !== version) throw new AppError("stale", "studies.stale");
  return {
    id: found.id,
    programmeId: found.programmeId,
    kind: found.programme.kind,
    status: found.status,
    startDate: dayFromDb(found.startDate),
    endDate: dayFromDb(found.endDate),
    catalogueDate: dayFromDb(found.catalogueDate),
  };
}

async function write(
  tx: Tx,
  shown: { id: number; version: number },
  data: {
    status?: ProgrammeEnrolmentStatus;
    endDate?: Date | null;
    exitReason?: string | null;
    catalogueDate?: Date;
  },
): Promise<{ version: number }> {
  const { count } = await tx.programmeEnrolment.updateMany({
    where: { id: shown.id, version: shown.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale", "studies.stale");
  return { version: shown.version + 1 };
}

/**
 * Ends programmes of a student inside the caller's transaction, each with its reason, and what hangs on them.
 * @throws AppError not_found, stale, refused `studies.ending_refused` with the why, `studies.ended_already`
 */
export async function endProgrammes(
  tx: Tx,
  studentId: number,
  endings: readonly { id: number; version: number; status: Ending; exitReason: ExitReason; endDate: Day }[],
): Promise<void> {
  for (const end of endings) {
    const stored = await requireShown(tx, studentId, end);
    if (stored.status !== "ACTIVE") throw new AppError("refused", "studies.ended_already");
    const explained = checkEnding(end, stored, campusToday());
    if (!explained.value) throw new AppError("refused", "studies.ending_refused", { explained });
    const { status, exitReason, endDate } = end;
    await write(tx, end, { status, exitReason, endDate: dayToDb(endDate) });
    const reason = cycleEndOf(status, exitReason);
    if (reason) {
      await endCycleChanges(tx, { studentId, programmeId: stored.programmeId }, { on: endDate, reason });
    }
  }
}

/** Ends one programme of a student. @throws AppError as endProgrammes; forbidden */
export async function endProgrammeCommand(
  actor: Actor,
  input: EndProgrammeInput,
): Promise<{ version: number }> {
  authorise(actor, "studies:edit");
  const studentId = await requireStudentId(actor, input.number);
  const { number: _, note, ...end } = input;
  return writeTx(actor, note ? { reason: note } : {}, async (tx) => {
    await endProgrammes(tx, studentId, [end]);
    return { version: input.version + 1 };
  });
}

/**
 * Takes an ended programme up again, by the degree rules it had.
 * @throws AppError refused `studies.not_ended`, `studies.may_not_enter`; conflict `studies.active_in_cycle`; stale; not_found
 */
export async function reopenProgrammeCommand(
  actor: Actor,
  input: ReopenProgrammeInput,
): Promise<{ version: number }> {
  authorise(actor, "studies:edit");
  const studentId = await requireStudentId(actor, input.number);
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const stored = await requireShown(tx, studentId, input);
    if (stored.status === "ACTIVE") throw new AppError("refused", "studies.not_ended");
    await requireMayEnter(tx, studentId);
    const { cycleId } = await tx.programme.findUniqueOrThrow({
      where: { id: stored.programmeId },
      select: { cycleId: true },
    });
    const { active } = await majorNow(tx, studentId, cycleId);
    if (active) throw activeAlready(active);
    const written = await write(tx, input, { status: "ACTIVE", endDate: null, exitReason: null });
    await resumeCycleChanges(tx, { studentId, programmeId: stored.programmeId }, stored.endDate);
    return written;
  });
}

/**
 * Takes over the degree rules of a later day; there is no way back (blueprints.md 6).
 * @throws AppError refused `studies.catalogue_refused` with the why; stale; not_found; forbidden
 */
export async function moveCatalogueCommand(
  actor: Actor,
  input: MoveCatalogueInput,
): Promise<{ version: number }> {
  authorise(actor, "studies:edit");
  const studentId = await requireStudentId(actor, input.number);
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const stored = await requireShown(tx, studentId, input);
    const explained = checkCatalogueDate(input.catalogueDate, stored, campusToday());
    if (!explained.value) throw new AppError("refused", "studies.catalogue_refused", { explained });
    return write(tx, input, { catalogueDate: dayToDb(input.catalogueDate) });
  });
}

import "server-only";
import { dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { ProgrammeKind } from "@/lib/platform/db/generated/enums";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { LANGUAGE_ENTRY_LEVELS } from "@/lib/studies/schemas";
import { detectCycleChanges } from "./cycle-changes";
import { supersedeMajor } from "./declare-major";

type Beginning = {
  studentId: number;
  programme: { id: number; kind: ProgrammeKind; cycleId: number };
  startDate: Day;
  entryLevel: number | null;
};

/**
 * Enters a student into a programme with what follows from it: a change of cycle, and the major where the programme is
 * academic and none of its cycle is declared yet. The caller has asked for the permission and the programme's scope.
 * @throws AppError invalid `studies.entry_level_missing`; conflict `studies.active_in_cycle`, `studies.already_in_programme`
 */
export async function beginProgramme(tx: Tx, beginning: Beginning): Promise<{ id: number }> {
  const { studentId, programme, startDate, entryLevel } = beginning;
  const isLanguage = programme.kind === "LANGUAGE";
  // A language student enters at a level (domain.md 5.1 § entry_level); an academic programme has none.
  if (isLanguage && entryLevel === null) {
    const code = "studies.entry_level_missing";
    throw new AppError("invalid", code, {
      fields: { entryLevel: [code] },
      params: { ...LANGUAGE_ENTRY_LEVELS },
    });
  }
  const level = isLanguage ? entryLevel : null;
  const enrolment = await tx.programmeEnrolment.create({
    data: {
      studentId,
      programmeId: programme.id,
      startDate: dayToDb(startDate),
      catalogueDate: dayToDb(startDate),
      entryLevel: level,
      currentLevel: level,
    },
    select: { id: true },
  });
  await detectCycleChanges(tx, [enrolment.id]);
  if (!isLanguage) await declareByEntering(tx, studentId, programme, startDate);
  return enrolment;
}

/** Who enters a degree has declared its major; a major of the same cycle that was declared before stays what it is. */
async function declareByEntering(
  tx: Tx,
  studentId: number,
  programme: Beginning["programme"],
  startDate: Day,
): Promise<void> {
  const current = await tx.majorDeclaration.findFirst({
    where: { studentId, status: "CURRENT" },
    select: { programme: { select: { cycleId: true } } },
  });
  if (current?.programme.cycleId === programme.cycleId) return;
  await supersedeMajor(tx, { studentId, programmeId: programme.id, on: startDate });
}

import "server-only";
import type { z } from "zod";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { isLanguageTerm, usualTests } from "./rules";
import type {
  CreateTestResetInput,
  EditTestResetInput,
  fillTestResetsInput,
  removeTestResetInput,
} from "./schemas";

/** Constraints that look at other rows are asked here, so that what they say belongs to this command. */
const settle = (tx: Tx) => tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;

async function requireTerm(tx: Tx, id: number) {
  const term = await tx.term.findUnique({
    where: { id },
    select: { id: true, termType: true, startDate: true, endDate: true },
  });
  if (!term) throw new AppError("not_found", "calendar.term_not_found");
  if (!isLanguageTerm(term.termType)) throw new AppError("refused", "classes.test_language_term");
  return term;
}

/** @throws AppError invalid `classes.test_needs_classes`, `classes.test_foreign_class` */
async function writeClasses(
  tx: Tx,
  resetId: number,
  termId: number,
  { forAll, classIds }: Pick<CreateTestResetInput, "forAll" | "classIds">,
): Promise<void> {
  await tx.testPeriodResetClass.deleteMany({ where: { resetId } });
  if (forAll) return;
  const refuse = (code: string) => new AppError("invalid", code, { fields: { classIds: [code] } });
  const chosen = [...new Set(classIds)];
  if (chosen.length === 0) throw refuse("classes.test_needs_classes");
  const there = await tx.class.count({
    where: { id: { in: chosen }, termId, course: { programmeCode: { not: null } } },
  });
  if (there < chosen.length) throw refuse("classes.test_foreign_class");
  await tx.testPeriodResetClass.createMany({ data: chosen.map((classId) => ({ resetId, classId })) });
}

/**
 * Writes down the day of a test of a term (domain.md 4.1).
 * @throws AppError invalid `classes.test_outside_term`, `…test_needs_classes`; conflict `classes.test_twice`; not_found; forbidden
 */
export async function createTestResetCommand(
  actor: Actor,
  { termId, resetDate, classIds, ...facts }: CreateTestResetInput,
): Promise<{ id: number }> {
  authorise(actor, "calendar:edit");
  return writeTx(actor, {}, async (tx) => {
    await requireTerm(tx, termId);
    const { id } = await tx.testPeriodReset.create({
      data: { termId, ...facts, resetDate: dayToDb(resetDate) },
      select: { id: true },
    });
    await writeClasses(tx, id, termId, { forAll: facts.forAll, classIds });
    await settle(tx);
    return { id };
  });
}

/** Changes the day of a test. @throws AppError stale; as createTestResetCommand */
export async function editTestResetCommand(
  actor: Actor,
  { id, version, resetDate, classIds, ...facts }: EditTestResetInput,
): Promise<{ version: number }> {
  authorise(actor, "calendar:edit");
  return writeTx(actor, {}, async (tx) => {
    const termId = await requireReset(tx, id);
    const { count } = await tx.testPeriodReset.updateMany({
      where: { id, version },
      data: { ...facts, resetDate: dayToDb(resetDate), version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "calendar.stale");
    await writeClasses(tx, id, termId, { forAll: facts.forAll, classIds });
    await settle(tx);
    return { version: version + 1 };
  });
}

/** Removes the day of a test: absences are counted on. @throws AppError stale; not_found; forbidden */
export async function removeTestResetCommand(
  actor: Actor,
  { id, version }: z.output<typeof removeTestResetInput>,
): Promise<{ id: number }> {
  authorise(actor, "calendar:edit");
  return writeTx(actor, {}, async (tx) => {
    await requireReset(tx, id);
    await tx.testPeriodResetClass.deleteMany({ where: { resetId: id } });
    const { count } = await tx.testPeriodReset.deleteMany({ where: { id, version } });
    if (count === 0) throw new AppError("stale", "calendar.stale");
    return { id };
  });
}

/** Puts in the usual days of a language term, those that are missing. @throws AppError not_found; forbidden */
export async function fillTestResetsCommand(
  actor: Actor,
  { termId }: z.output<typeof fillTestResetsInput>,
): Promise<{ added: number }> {
  authorise(actor, "calendar:edit");
  return writeTx(actor, {}, async (tx) => {
    const term = await requireTerm(tx, termId);
    const there = await tx.testPeriodReset.findMany({
      where: { termId, forAll: true },
      select: { testType: true },
    });
    const known = new Set(there.map(({ testType }) => testType));
    const days = { startDate: dayFromDb(term.startDate), endDate: dayFromDb(term.endDate) };
    const missing = usualTests(days).filter(({ testType }) => !known.has(testType));
    await tx.testPeriodReset.createMany({
      data: missing.map(({ testType, resetDate }) => ({ termId, testType, resetDate: dayToDb(resetDate) })),
    });
    return { added: missing.length };
  });
}

async function requireReset(tx: Tx, id: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ termId: number }[]>`
    SELECT term_id AS "termId" FROM test_period_reset WHERE id = ${id}::int FOR NO KEY UPDATE`;
  if (!row) throw new AppError("not_found", "classes.test_not_found");
  return row.termId;
}

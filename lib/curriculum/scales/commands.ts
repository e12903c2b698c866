import "server-only";
import type { z } from "zod";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { scaleProblems } from "./rules";
import type { ScaleKind } from "./scale-kinds";
import type { EditScaleInput, NewScaleInput, removeScaleInput, ScaleLetterInput } from "./schemas";

const CODES: Record<ScaleKind, string> = {
  LANGUAGE_STANDARD: "LANGUAGE",
  LANGUAGE_IEAP: "IEAP",
  ACADEMIC: "ACADEMIC",
};

/** Constraints that look at all letters are asked here, so that what they say belongs to this command. */
const settle = (tx: Tx) => tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;

/** @throws AppError invalid `curriculum.scale_invalid`, with what is wrong at each field */
function requireScale(grades: readonly ScaleLetterInput[]): void {
  const problems = scaleProblems(grades);
  if (problems.length === 0) return;
  throw new AppError("invalid", "curriculum.scale_invalid", {
    fields: Object.fromEntries(problems.map(({ field, code }) => [field, [code]])),
  });
}

async function writeLetters(tx: Tx, scaleId: number, grades: readonly ScaleLetterInput[]): Promise<void> {
  const sorted = [...grades].sort((a, b) => Number(b.minPercent) - Number(a.minPercent));
  await tx.scaleGrade.createMany({
    data: sorted.map((grade, index) => ({ scaleId, ...grade, displayOrder: index + 1 })),
  });
}

/**
 * A new version of a scale from a day on; the version in force until then ends the day before. Grades keep the version
 * that produced them (domain.md 0.2 row 4), so a day before which terms were graded by it already is refused.
 * @throws AppError invalid; conflict `curriculum.scale_days_taken`; refused `curriculum.scale_graded_since`; forbidden
 */
export async function createScaleCommand(
  actor: Actor,
  { kind, validFrom, name, grades }: NewScaleInput,
): Promise<{ id: number }> {
  authorise(actor, "curriculum:edit");
  requireScale(grades);
  return writeTx(actor, {}, async (tx) => {
    const validTo = await endCurrent(tx, kind, validFrom);
    const { id } = await tx.gradingScale.create({
      data: { kind, code: CODES[kind], name, validFrom: dayToDb(validFrom), validTo: dayToDb(validTo) },
      select: { id: true },
    });
    await writeLetters(tx, id, grades);
    await settle(tx);
    return { id };
  });
}

/** Ends the version in force on the day. @returns the end that the new one takes over */
async function endCurrent(tx: Tx, kind: ScaleKind, from: Day): Promise<Day | null> {
  const fail = (kindOf: "refused" | "conflict", code: string) =>
    new AppError(kindOf, code, { fields: { validFrom: [code] } });
  const [current] = await tx.$queryRaw<{ id: number; begins: Day; to: Day | null; graded: boolean }[]>`
    SELECT s.id, s.valid_from::text AS begins, s.valid_to::text AS "to",
           EXISTS (SELECT FROM course_result r JOIN term t ON t.id = r.term_id
                    WHERE r.scale_id = s.id AND t.start_date >= ${from}::date) AS graded
      FROM grading_scale s
     WHERE s.kind::text = ${kind} AND s.valid_from <= ${from}::date AND (s.valid_to IS NULL OR s.valid_to > ${from}::date)
       FOR NO KEY UPDATE OF s`;
  if (!current) return null;
  if (current.begins === from) throw fail("conflict", "curriculum.scale_days_taken");
  if (current.graded) throw fail("refused", "curriculum.scale_graded_since");
  await tx.gradingScale.update({
    where: { id: current.id },
    data: { validTo: dayToDb(from), version: { increment: 1 } },
  });
  return current.to;
}

async function requireUnused(tx: Tx, id: number, version: number) {
  await tx.$executeRaw`SELECT FROM grading_scale WHERE id = ${id}::int FOR NO KEY UPDATE`;
  const scale = await tx.gradingScale.findUnique({
    where: { id },
    select: { id: true, version: true, kind: true, validFrom: true, validTo: true },
  });
  if (!scale) throw new AppError("not_found", "curriculum.scale_not_found");
  if (scale.version !== version) throw new AppError("stale", "curriculum.stale");
  if (await tx.courseResult.findFirst({ where: { scaleId: id }, select: { id: true } }))
    throw new AppError("refused", "curriculum.scale_in_use");
  return scale;
}

/**
 * Changes the letters of a version by which no grade was given yet.
 * @throws AppError invalid; stale; not_found; refused `curriculum.scale_in_use`; forbidden
 */
export async function editScaleCommand(
  actor: Actor,
  { id, version, name, grades }: EditScaleInput,
): Promise<{ id: number; version: number }> {
  authorise(actor, "curriculum:edit");
  requireScale(grades);
  return writeTx(actor, {}, async (tx) => {
    await requireUnused(tx, id, version);
    await tx.gradingScale.update({ where: { id }, data: { name, version: { increment: 1 } } });
    await tx.scaleGrade.deleteMany({ where: { scaleId: id } });
    await writeLetters(tx, id, grades);
    await settle(tx);
    return { id, version: version + 1 };
  });
}

/**
 * Takes a version back by which no grade was given yet; the one before it is in force again as long as it was.
 * @throws AppError stale; not_found; refused `curriculum.scale_in_use`, `…scale_is_first`; forbidden
 */
export async function removeScaleCommand(
  actor: Actor,
  { id, version }: z.output<typeof removeScaleInput>,
): Promise<{ id: number }> {
  authorise(actor, "curriculum:edit");
  return writeTx(actor, {}, async (tx) => {
    const scale = await requireUnused(tx, id, version);
    const before = await tx.gradingScale.findFirst({
      where: { kind: scale.kind, validTo: scale.validFrom },
      select: { id: true },
    });
    if (!before) throw new AppError("refused", "curriculum.scale_is_first");
    await tx.scaleGrade.deleteMany({ where: { scaleId: id } });
    await tx.gradingScale.delete({ where: { id } });
    await tx.gradingScale.update({
      where: { id: before.id },
      data: { validTo: scale.validTo, version: { increment: 1 } },
    });
    return { id: before.id };
  });
}

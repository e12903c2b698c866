import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import { addDays, type Day } from "@/lib/platform/dates/day";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { findCountingCircle } from "../circles";
import { anyVersion } from "../course-choice";
import { equivalencesSql } from "../equivalences-sql";
import type { AddEquivalenceInput, EndEquivalenceInput } from "../schemas";

type Pair = { code: string; counts: string; validFrom: Day; validTo: Day | null };

/**
 * Lets another course count for this one, and with `isBidirectional` this one for the other too.
 * @throws AppError refused `curriculum.equivalence_cycle_path` with the way round; conflict `…equivalence_once`;
 *   invalid `…equivalence_itself`, `…approved_later`; not_found; forbidden
 */
export async function addEquivalenceCommand(
  actor: Actor,
  input: AddEquivalenceInput,
): Promise<{ id: number }> {
  authorise(actor, "curriculum:edit");
  const { code, other, from, approvedOn, isBidirectional, reason, approvedBy } = input;
  if (other === null) throw atField("other", "curriculum.choose_course");
  if (other === code) throw atField("other", "curriculum.equivalence_itself");
  if (approvedOn > campusToday()) throw atField("approvedOn", "curriculum.approved_later");
  return writeTx(actor, { reason }, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('course_equivalences_hold'))`;
    const [original, equivalent] = [await anyVersion(tx, code, "code"), await anyVersion(tx, other, "other")];
    const there = await tx.$queryRawUnsafe<Pair[]>(
      `SELECT q.code, q.counts, e.valid_from::text AS "validFrom", e.valid_to::text AS "validTo"
         FROM (${equivalencesSql("'infinity'::date")}) q JOIN course_equivalence e ON e.id = q.id
        WHERE e.valid_to IS NULL OR e.valid_to > $1::date`,
      from,
    );
    const same = (one: string, two: string) => there.some((each) => each.code === one && each.counts === two);
    if (same(code, other) || same(other, code)) throw atField("other", "curriculum.equivalence_once");
    const pair = { code, counts: other, validFrom: from, validTo: null };
    const circle = findCountingCircle(pair, isBidirectional, there);
    if (circle) {
      throw new AppError("refused", "curriculum.equivalence_cycle_path", {
        params: { path: circle.join(" → ") },
      });
    }
    return tx.courseEquivalence.create({
      data: {
        originalId: original.id,
        equivalentId: equivalent.id,
        isBidirectional,
        reason,
        approvedBy,
        approvedOn: dayToDb(approvedOn),
        validFrom: dayToDb(from),
      },
      select: { id: true },
    });
  });
}

/**
 * Ends an equivalence: what was taken in terms that began by the last day goes on counting.
 * @throws AppError stale; not_found; invalid `curriculum.last_day_before_first`; forbidden
 */
export async function endEquivalenceCommand(
  actor: Actor,
  { id, version, lastDay, reason }: EndEquivalenceInput,
): Promise<{ version: number }> {
  authorise(actor, "curriculum:edit");
  return writeTx(actor, { reason }, async (tx) => {
    const current = await tx.courseEquivalence.findUnique({ where: { id }, select: { validFrom: true } });
    if (!current) throw new AppError("not_found", "curriculum.equivalence_not_found");
    if (lastDay < dayFromDb(current.validFrom)) throw atField("lastDay", "curriculum.last_day_before_first");
    const { count } = await tx.courseEquivalence.updateMany({
      where: { id, version },
      data: { validTo: dayToDb(addDays(lastDay, 1)), version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "curriculum.stale");
    return { version: version + 1 };
  });
}

function atField(field: string, code: string): AppError {
  return new AppError("invalid", code, { fields: { [field]: [code] } });
}

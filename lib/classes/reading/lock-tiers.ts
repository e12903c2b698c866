import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import { writeTx } from "@/lib/platform/db/transaction";
import { writeClassEvent } from "../events";
import { tierOf } from "./rules";
import { readingTiers } from "./settings";

/** What a run found: locked classes, and those that have grown beyond the last tier. */
export type LockedTiers = { locked: number; tooLarge: { id: number; class: string }[] };

type Due = { id: number; code: string; section: string; deadline: Day };

/**
 * Locks the tiers of the reading classes whose add deadline is over, each in a transaction of its own: from then on the
 * price per head stays, whoever leaves (domain.md 0.2 row 7). The tiers are those of the deadline. A class without
 * students waits for the first; one beyond the last tier is left to somebody who converts it. Run again it finds nothing.
 * @param tell is told how many of how many are done
 */
export async function lockReadingTiersCommand(
  actor: Actor,
  tell: (done: number, total: number) => Promise<void> = async () => undefined,
): Promise<LockedTiers> {
  authorise(actor, "classes:edit");
  const due = await query<Due>(
    "classes.readings-to-lock",
    `SELECT c.id, co.code, c.section, t.add_deadline::text AS deadline
       FROM reading_class r JOIN class c ON c.id = r.class_id JOIN course co ON co.id = c.course_id
       JOIN term t ON t.id = c.term_id
      WHERE r.locked_tier IS NULL AND r.status = 'OPEN' AND c.class_type = 'READING'
        AND c.status IN ('SCHEDULED', 'ACTIVE') AND t.add_deadline < $1::date
      ORDER BY c.id`,
    [campusToday()],
  );
  const found: LockedTiers = { locked: 0, tooLarge: [] };
  for (const [index, each] of due.entries()) {
    const outcome = await lockOne(actor, each);
    if (outcome === "locked") found.locked += 1;
    if (outcome === "too_large") found.tooLarge.push({ id: each.id, class: `${each.code} ${each.section}` });
    await tell(index + 1, due.length);
  }
  return found;
}

async function lockOne(actor: Actor, { id, deadline }: Due): Promise<"locked" | "too_large" | "waits"> {
  const limits = await readingTiers(deadline);
  return writeTx(actor, {}, async (tx) => {
    // Whoever enrols holds the pool: nobody comes between the count and the lock.
    await tx.$queryRaw`SELECT id FROM seat_pool WHERE id = (SELECT seat_pool_id FROM class WHERE id = ${id}::integer)
      FOR NO KEY UPDATE`;
    const { seatPool, reading } = await tx.class.findUniqueOrThrow({
      where: { id },
      select: { seatPool: { select: { taken: true } }, reading: { select: { lockedTier: true } } },
    });
    if (!reading || reading.lockedTier !== null) return "waits";
    const tier = tierOf(seatPool.taken, limits).value;
    if (tier === null) return seatPool.taken > limits.third ? "too_large" : "waits";
    const lockedOn = campusToday();
    await tx.readingClass.update({
      where: { classId: id },
      data: {
        lockedTier: tier,
        lockedCount: seatPool.taken,
        lockedOn: dayToDb(lockedOn),
        status: "CLOSED",
        version: { increment: 1 },
      },
      select: { classId: true },
    });
    await writeClassEvent(tx, actor, id, "reading_locked", { tier, students: seatPool.taken, on: lockedOn });
    return "locked";
  });
}

import "server-only";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Tx } from "@/lib/platform/db/transaction";
import { makeMeetings } from "../timetable/make-meetings";
import type { Member } from "./rules";

type Part = Member["parts"][number];

/**
 * Gives the parts of two classes one delivery each: that of the class that stays, or where it has no times yet that of
 * the one that joins. What nobody is taught by any more goes with its times; judgeCombine saw that it never met.
 */
export async function shareDeliveries(tx: Tx, keeps: Member, joins: Member): Promise<void> {
  const theirs = new Map(joins.parts.map((part) => [`${part.session}.${part.code}`, part]));
  const gone: number[] = [];
  for (const part of keeps.parts) {
    const other = theirs.get(`${part.session}.${part.code}`);
    if (!other) throw new Error(`class ${joins.id} has no part ${part.session}.${part.code}`);
    const takesOver = part.times.length === 0 && other.times.length > 0;
    const [stays, goes] = takesOver ? [other, part] : [part, other];
    await tx.classPart.updateMany({
      where: { deliveryId: goes.deliveryId },
      data: { deliveryId: stays.deliveryId, version: { increment: 1 } },
    });
    gone.push(goes.deliveryId);
  }
  await removeDeliveries(tx, gone);
}

/** Removes deliveries that no part refers to, with their times and the meetings that are still to come. */
export async function removeDeliveries(tx: Tx, deliveryIds: readonly number[]): Promise<void> {
  const ids = [...deliveryIds];
  if (ids.length === 0) return;
  await tx.proposalItem.deleteMany({ where: { deliveryId: { in: ids } } });
  // A make-up names the meeting that it makes up for.
  await tx.meeting.updateMany({ where: { deliveryId: { in: ids } }, data: { makesUpForId: null } });
  await tx.meeting.deleteMany({ where: { deliveryId: { in: ids } } });
  await tx.slot.deleteMany({ where: { deliveryId: { in: ids } } });
  await tx.delivery.deleteMany({ where: { id: { in: ids }, parts: { none: {} } } });
}

/**
 * Gives a part a delivery of its own with the same weekly times, without room and teacher: those are taken by the class
 * that it leaves.
 */
export async function ownDeliveries(tx: Tx, termId: number, parts: readonly Part[]): Promise<void> {
  const made: number[] = [];
  for (const part of parts) {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO delivery (term_id, weekdays, minutes, room_need)
      SELECT ${termId}::integer, weekdays, minutes, room_need FROM delivery WHERE id = ${part.deliveryId}::integer RETURNING id`;
    if (!row) throw new Error(`no delivery ${part.deliveryId}`);
    await tx.$executeRaw`
      INSERT INTO slot (delivery_id, weekday, start_min, end_min, valid_from, valid_to)
      SELECT ${row.id}::integer, weekday, start_min, end_min, valid_from, valid_to FROM slot
       WHERE delivery_id = ${part.deliveryId}::integer AND live`;
    await tx.classPart.update({
      where: { id: part.id },
      data: { deliveryId: row.id, version: { increment: 1 } },
      select: { id: true },
    });
    made.push(row.id);
  }
  await makeMeetings(tx, made, campusToday());
}

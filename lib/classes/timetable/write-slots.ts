import "server-only";
import { writeClassEvent } from "@/lib/classes/events";
import type { Actor } from "@/lib/platform/access/actor";
import { campusNow } from "@/lib/platform/dates/campus";
import { addDays, type Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import type { DeliveryRow, SlotRow } from "./read-delivery";
import type { WeeklySlot } from "./schemas";

/**
 * Changes a weekly time from a day on: in place when it has not begun by then, else the old one ends the day before and
 * a new one takes over, with its meetings to come.
 * @returns the weekly time that holds from the day on
 */
export async function changeSlot(
  tx: Tx,
  slot: SlotRow,
  deliveryId: number,
  to: WeeklySlot,
  from: Day,
): Promise<{ id: number; version: number }> {
  const { weekday, startMin, endMin, roomId, teacherId } = to;
  if (from <= slot.validFrom) {
    await tx.$executeRaw`
      UPDATE slot SET weekday = ${weekday}, start_min = ${startMin}, end_min = ${endMin}, room_id = ${roomId},
             teacher_id = ${teacherId}, version = version + 1 WHERE id = ${slot.id}`;
    return { id: slot.id, version: slot.version + 1 };
  }
  // The old one first: the new one may stand in its place.
  await tx.$executeRaw`
    UPDATE slot SET valid_to = ${addDays(from, -1)}::date, version = version + 1 WHERE id = ${slot.id}`;
  const id = await addSlot(tx, deliveryId, to, { from, to: slot.validTo });
  const now = campusNow();
  await tx.$executeRaw`
    UPDATE meeting SET slot_id = ${id}, version = version + 1
     WHERE slot_id = ${slot.id} AND on_date >= ${from}::date
       AND (on_date > ${now.day}::date OR (on_date = ${now.day}::date AND start_min >= ${now.minutes}))`;
  return { id, version: 1 };
}

/** Adds a weekly time; both days count. @returns its id */
export async function addSlot(
  tx: Tx,
  deliveryId: number,
  slot: WeeklySlot,
  span: { from: Day; to: Day },
): Promise<number> {
  const { weekday, startMin, endMin, roomId, teacherId } = slot;
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO slot (delivery_id, weekday, start_min, end_min, room_id, teacher_id, valid_from, valid_to)
    VALUES (${deliveryId}, ${weekday}, ${startMin}, ${endMin}, ${roomId}, ${teacherId}, ${span.from}::date, ${span.to}::date)
    RETURNING id`;
  if (!row) throw new Error("a weekly time was not written");
  return row.id;
}

/** Ends a weekly time the day before; one that has not begun by then counts no more. */
export async function endSlot(tx: Tx, slot: SlotRow, from: Day): Promise<void> {
  if (from <= slot.validFrom)
    await tx.$executeRaw`UPDATE slot SET live = false, version = version + 1 WHERE id = ${slot.id}`;
  else
    await tx.$executeRaw`
      UPDATE slot SET valid_to = ${addDays(from, -1)}::date, version = version + 1 WHERE id = ${slot.id}`;
}

/**
 * What follows every change of weekly times: the delivery and its classes get a new version, so that a registration
 * judged by the old times is judged again (blueprints 4), and the domains to the right hear of it.
 */
export async function noteNewTimes(tx: Tx, actor: Actor, delivery: DeliveryRow, from: Day): Promise<void> {
  await tx.$executeRaw`UPDATE delivery SET version = version + 1 WHERE id = ${delivery.id}`;
  await tx.$executeRaw`
    UPDATE class SET version = version + 1
     WHERE id IN (SELECT id FROM class WHERE id = ANY (${delivery.classIds}::integer[]) ORDER BY id FOR NO KEY UPDATE)`;
  for (const classId of delivery.classIds)
    await writeClassEvent(tx, actor, classId, "timetable_changed", { deliveryId: delivery.id, from });
}

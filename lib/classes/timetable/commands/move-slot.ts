import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { tellTaken } from "../check-placement";
import { type MadeMeetings, makeMeetings } from "../make-meetings";
import { readPlacementInTx } from "../placement-facts";
import { judgePlacement } from "../placement-rules";
import { deliveryNotFound, lockDelivery } from "../read-delivery";
import { refusePlacement } from "../refuse-placement";
import type { MoveSlotInput } from "../schemas";
import { changeSlot, noteNewTimes } from "../write-slots";

/** The weekly time after the move, and what became of its meetings. */
export type MovedSlot = { slotId: number; version: number; deliveryVersion: number; meetings: MadeMeetings };

/**
 * Moves a weekly time to another day, hour, room or teacher from a day on; what is over and what was changed for a day
 * stays (blueprints 5). Clashes are told before, and refused by the database at the end.
 *
 * @param version of the weekly time, as it was shown
 * @throws AppError refused `timetable.in_the_way` with what is in the way, `timetable.students_would_clash`,
 * `timetable.slot_over`, `timetable.class_over`; invalid `timetable.from_in_past`; stale `timetable.stale`; not_found
 * `timetable.delivery_not_found`; forbidden
 */
export async function moveSlot(actor: Actor, input: MoveSlotInput, version: number): Promise<MovedSlot> {
  authorise(actor, "classes:edit");
  if (input.from < campusToday())
    throw new AppError("invalid", "timetable.from_in_past", { fields: { from: ["timetable.from_in_past"] } });
  return tellTaken(actor, input, () => writeTx(actor, {}, (tx) => moveSlotInTx(tx, actor, input, version)));
}

/** The same inside a transaction, for commands that move many; the actor is authorised by them. */
export async function moveSlotInTx(
  tx: Tx,
  actor: Actor,
  input: MoveSlotInput,
  version: number,
): Promise<MovedSlot> {
  const owner = await tx.slot.findUnique({ where: { id: input.slotId }, select: { deliveryId: true } });
  if (!owner) throw deliveryNotFound();
  const delivery = await lockDelivery(tx, actor, owner.deliveryId);
  const slot = delivery.slots.find(({ id }) => id === input.slotId);
  if (!slot || slot.validTo < input.from) throw new AppError("refused", "timetable.slot_over");
  if (slot.version !== version) throw new AppError("stale", "timetable.stale");
  const from = input.from > slot.validFrom ? input.from : slot.validFrom;
  const { weekday, startMin, endMin, roomId, teacherId } = input;
  const wanted = {
    deliveryId: delivery.id,
    slotId: slot.id,
    meetingId: null,
    dated: false,
    weekday,
    startMin,
    endMin,
    roomId,
    teacherId,
    from,
    to: slot.validTo,
  };
  const facts = await readPlacementInTx(tx, wanted);
  if (!facts) throw deliveryNotFound();
  refusePlacement(judgePlacement(facts, wanted), input.acceptClashes ?? false);
  const moved = await changeSlot(tx, slot, delivery.id, input, from);
  const meetings = await makeMeetings(tx, [delivery.id], from);
  await noteNewTimes(tx, actor, delivery, from);
  return { slotId: moved.id, version: moved.version, deliveryVersion: delivery.version + 1, meetings };
}

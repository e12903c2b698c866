import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { tellTaken } from "../check-placement";
import { type MadeMeetings, makeMeetings } from "../make-meetings";
import { pairSlots } from "../pair-slots";
import { readPlacementInTx } from "../placement-facts";
import { judgePlacement, type PlacementFinding } from "../placement-rules";
import { deliveryNotFound, lockDelivery, type SlotRow } from "../read-delivery";
import { refusePlacement } from "../refuse-placement";
import type { PlaceDeliveryInput, WeeklySlot } from "../schemas";
import { type Span, spanFrom } from "../span";
import { addSlot, changeSlot, endSlot, noteNewTimes } from "../write-slots";

export type PlacedDelivery = { deliveryId: number; version: number; meetings: MadeMeetings };

/**
 * Gives a delivery all of its weekly times from a day on: those that differ are moved, further ones added, those left
 * out end. What is over and what was changed for a day stays (blueprints 5).
 *
 * @param version of the delivery, as it was shown
 * @throws AppError as moveSlot, and refused `timetable.times_overlap` when two of the times do
 */
export async function placeDelivery(
  actor: Actor,
  input: PlaceDeliveryInput,
  version: number,
): Promise<PlacedDelivery> {
  authorise(actor, "classes:edit");
  if (input.from && input.from < campusToday())
    throw new AppError("invalid", "timetable.from_in_past", { fields: { from: ["timetable.from_in_past"] } });
  const attempts = input.slots.map((slot) => ({ ...slot, deliveryId: input.deliveryId }));
  return tellTaken(actor, attempts, () =>
    writeTx(actor, {}, (tx) => placeDeliveryInTx(tx, actor, input, version)),
  );
}

/** The same inside a transaction, for commands that place many; the actor is authorised by them. */
export async function placeDeliveryInTx(
  tx: Tx,
  actor: Actor,
  input: PlaceDeliveryInput,
  version: number,
): Promise<PlacedDelivery> {
  const delivery = await lockDelivery(tx, actor, input.deliveryId);
  if (delivery.version !== version) throw new AppError("stale", "timetable.stale");
  if (overlapping(input.slots)) throw new AppError("refused", "timetable.times_overlap");
  const today = campusToday();
  const asked = input.from ?? today;
  const from = asked > today ? asked : today;
  if (from > delivery.span.to) throw new AppError("refused", "timetable.term_over");
  const running = delivery.slots.filter(({ validTo }) => validTo >= from);
  const { kept, pairs, added, ended } = pairSlots(running, input.slots);
  const span = spanFrom(spanOfSlots(running) ?? delivery.span, from);

  for (const slot of ended) await endSlot(tx, slot, from);
  const findings: PlacementFinding[] = [];
  for (const [slot, to] of pairs)
    findings.push(...(await look(tx, delivery.id, to, slot.id, spanFrom(spanOf(slot), from))));
  for (const to of added) findings.push(...(await look(tx, delivery.id, to, null, span)));
  refusePlacement(findings, input.acceptClashes ?? false);
  for (const [slot, to] of pairs)
    await changeSlot(tx, slot, delivery.id, to, spanFrom(spanOf(slot), from).from);
  for (const to of added) await addSlot(tx, delivery.id, to, span);

  const changed = kept.length < running.length || added.length > 0;
  const meetings = await makeMeetings(tx, [delivery.id], from);
  if (changed) await noteNewTimes(tx, actor, delivery, from);
  return { deliveryId: delivery.id, version: delivery.version + (changed ? 1 : 0), meetings };
}

/** What a weekly time meets, without the delivery's own times: they are replaced in this command. */
async function look(
  tx: Tx,
  deliveryId: number,
  slot: WeeklySlot,
  slotId: number | null,
  span: Span,
): Promise<PlacementFinding[]> {
  const wanted = { ...slot, deliveryId, slotId, meetingId: null, dated: false, from: span.from, to: span.to };
  const facts = await readPlacementInTx(tx, wanted);
  if (!facts) throw deliveryNotFound();
  return judgePlacement({ ...facts, own: [] }, wanted);
}

const spanOf = ({ validFrom, validTo }: SlotRow): Span => ({ from: validFrom, to: validTo });

/** The days of the weekly times that are there: new ones hold as long. */
function spanOfSlots(slots: readonly SlotRow[]): Span | null {
  const days = (pick: (slot: SlotRow) => Day) => slots.map(pick).sort();
  const from = days(({ validFrom }) => validFrom)[0];
  const to = days(({ validTo }) => validTo).at(-1);
  return from && to ? { from, to } : null;
}

function overlapping(slots: readonly WeeklySlot[]): boolean {
  return slots.some((one, index) =>
    slots
      .slice(index + 1)
      .some(
        (other) =>
          one.weekday === other.weekday && one.startMin < other.endMin && other.startMin < one.endMin,
      ),
  );
}

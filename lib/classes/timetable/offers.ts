import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { weekday } from "@/lib/platform/dates/day";
import { checkMeeting } from "./check-meeting";
import { checkPlacement } from "./check-placement";
import { type FoundRoom, type FoundTeacher, findRooms, findTeachers, type When } from "./find-free";
import type { PlacementFinding } from "./placement-rules";
import { findDelivery } from "./queries/find-delivery";
import { deliveryNotFound } from "./read-delivery";
import type { CheckPlaceQuery, OffersQuery } from "./route-schemas";
import { spanFrom } from "./span";

/** What a form offers for a place: those that are free and fit first. */
export type Offers = { rooms: FoundRoom[]; teachers: FoundTeacher[] };

/**
 * Rooms that hold the students of a delivery and teachers, free and qualified ones first, for a day or every week.
 * @throws AppError not_found `timetable.delivery_not_found`; forbidden
 */
export async function listOffers(actor: Actor, query: OffersQuery): Promise<Offers> {
  authorise(actor, "classes:read");
  const delivery = await findDelivery(actor, query.deliveryId);
  if (!delivery) throw deliveryNotFound();
  const { startMin, endMin, onDate, q } = query;
  const today = campusToday();
  const span = spanFrom(
    { from: query.from ?? delivery.from, to: query.to ?? delivery.to },
    today < delivery.to ? today : delivery.to,
  );
  const when: When = onDate
    ? {
        weekly: false,
        weekday: weekday(onDate),
        startMin,
        endMin,
        from: onDate,
        to: onDate,
        deliveryId: delivery.id,
      }
    : { weekly: true, weekday: query.weekday ?? 1, startMin, endMin, ...span, deliveryId: delivery.id };
  const [rooms, teachers] = await Promise.all([
    findRooms(actor, when, {
      seats: Math.max(1, delivery.people),
      roomType: null,
      building: null,
      projector: false,
      computers: false,
    }),
    findTeachers(actor, when, { departmentCode: null, q }, 200),
  ]);
  const need = delivery.roomNeed;
  // The kind of room that the part needs comes first among the free ones.
  const misfit = (room: FoundRoom) =>
    Number(room.busy !== null) * 2 + Number(need !== null && room.roomType !== need);
  return { rooms: rooms.sort((a, b) => misfit(a) - misfit(b)), teachers };
}

/** What stands in the way of a place in a form. @throws AppError as checkPlacement and checkMeeting */
export async function checkPlace(actor: Actor, query: CheckPlaceQuery): Promise<PlacementFinding[]> {
  authorise(actor, "classes:read");
  const { deliveryId, startMin, endMin } = query;
  const where = { roomId: query.roomId ?? null, teacherId: query.teacherId ?? null };
  if (query.onDate)
    return checkMeeting(actor, {
      deliveryId,
      meetingId: query.meetingId ?? null,
      onDate: query.onDate,
      startMin,
      endMin,
      ...where,
    });
  return checkPlacement(actor, {
    deliveryId,
    slotId: query.slotId,
    weekday: query.weekday ?? 1,
    startMin,
    endMin,
    ...where,
    validFrom: query.from,
    validTo: query.to,
  });
}

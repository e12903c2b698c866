import "server-only";
import { writeRoomUse } from "@/lib/organization/rooms/commands";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { explain } from "@/lib/platform/explained";
import { countRoomMeetingsInTx } from "../rooms/room-use";
import type { SetRoomUseInput } from "../rooms/schemas";

/**
 * Takes a room out of use, or back into it. Meetings that stand there are told first: who has seen them says whether
 * they stay until somebody moves them, or stand without a room from today on (then the timetable is incomplete and
 * listed as such).
 * @throws AppError refused `classes.room_still_used` with how many; stale; not_found; forbidden
 */
export async function setRoomUseCommand(
  actor: Actor,
  { id, version, isActive, leftovers, reason }: SetRoomUseInput,
): Promise<{ version: number; freed: number }> {
  authorise(actor, "organization:edit_rooms");
  const today = campusToday();
  return writeTx(actor, { reason }, async (tx) => {
    const { version: next } = await writeRoomUse(tx, { id, version }, isActive);
    if (isActive) return { version: next, freed: 0 };
    const { meetings, first, last } = await countRoomMeetingsInTx(tx, id, today);
    if (meetings > 0 && leftovers === null) {
      throw new AppError("refused", "classes.room_still_used", {
        params: { count: meetings },
        fields: { leftovers: [`classes.room_still_used?count=${meetings}`] },
        explained: explain(false, [
          { rule: "classes.room_meetings_left", inputs: { count: meetings, first, last } },
        ]),
      });
    }
    return { version: next, freed: leftovers === "free" ? await freeRoom(tx, id, today) : 0 };
  });
}

/**
 * Takes the room away from everything that stands in it from a day on. The classes' versions move, so that nobody is
 * enrolled by a timetable that is no longer this one. @returns how many meetings are without a room now
 */
async function freeRoom(tx: Tx, roomId: number, from: Day): Promise<number> {
  await tx.$executeRaw`
    WITH touched AS (
      SELECT c.id FROM class c WHERE c.id IN (
        SELECT cs.class_id FROM slot s JOIN class_part cp ON cp.delivery_id = s.delivery_id
          JOIN class_session cs ON cs.id = cp.session_id
         WHERE s.room_id = ${roomId} AND s.live AND s.valid_to >= ${from}::date
        UNION
        SELECT cs.class_id FROM meeting m JOIN class_part cp ON cp.delivery_id = m.delivery_id
          JOIN class_session cs ON cs.id = cp.session_id
         WHERE m.room_id = ${roomId} AND m.on_date >= ${from}::date AND NOT m.cancelled)
      ORDER BY c.id FOR NO KEY UPDATE)
    UPDATE class SET version = version + 1 FROM touched WHERE class.id = touched.id`;
  await tx.$executeRaw`
    UPDATE slot SET room_id = NULL, version = version + 1
     WHERE room_id = ${roomId} AND live AND valid_to >= ${from}::date`;
  return tx.$executeRaw`
    UPDATE meeting SET room_id = NULL, version = version + 1
     WHERE room_id = ${roomId} AND on_date >= ${from}::date AND NOT cancelled`;
}

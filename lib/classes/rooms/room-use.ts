import "server-only";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";
import type { NameParts } from "@/lib/platform/i18n/names";
import { nameJson } from "../queries/get-class";
import type { WeeklyTime } from "../schemas";

/** A weekly time that stands in a room, today or later. */
export type RoomTime = WeeklyTime & {
  id: number;
  from: Day;
  to: Day;
  teacher: NameParts | null;
  /** The classes that are taught there: several where they are taught as one. */
  classes: { id: number; code: string; section: string; termCode: string }[];
};

/** What still stands in a room. */
export type RoomUse = {
  times: RoomTime[];
  /** Meetings from today on that are not cancelled, and the days of the first and last of them. */
  meetings: number;
  first: Day | null;
  last: Day | null;
};

/** Weekly times of one room that are not over: more than a week holds. */
const MOST = 200;

/** The weekly times of a room and the meetings that are to be held in it. @throws AppError forbidden */
export async function getRoomUse(actor: Actor, roomId: number): Promise<RoomUse> {
  authoriseAny(actor, "classes:read", "organization:edit_rooms");
  const today = campusToday();
  const [times, left] = await Promise.all([
    query<RoomTime>(
      "classes.room-times",
      `SELECT s.id, s.weekday, s.start_min AS "startMin", s.end_min AS "endMin", s.valid_from::text AS "from",
              s.valid_to::text AS "to", ${nameJson("h")} AS teacher,
              coalesce((SELECT json_agg(DISTINCT jsonb_build_object('id', c.id, 'code', co.code, 'section', c.section,
                        'termCode', t.code))
                 FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id
                 JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
                WHERE cp.delivery_id = s.delivery_id), '[]') AS classes
         FROM slot s LEFT JOIN person h ON h.id = s.teacher_id
        WHERE s.room_id = $1 AND s.live AND s.valid_to >= $2::date
        ORDER BY s.valid_from > $2::date, s.weekday, s.start_min, s.valid_from, s.id LIMIT ${MOST}`,
      [roomId, today],
    ),
    query<MeetingsThere>("classes.room-meetings", LEFT_SQL, [roomId, today]),
  ]);
  return { times, ...(left[0] ?? { meetings: 0, first: null, last: null }) };
}

type MeetingsThere = Pick<RoomUse, "meetings" | "first" | "last">;
const LEFT_SQL = `SELECT count(*)::integer AS meetings, min(m.on_date)::text AS first, max(m.on_date)::text AS last
  FROM meeting m WHERE m.room_id = $1::integer AND m.on_date >= $2::date AND NOT m.cancelled`;

/** The meetings that are to be held in a room, inside the transaction that closes it. */
export async function countRoomMeetingsInTx(tx: Tx, roomId: number, from: Day): Promise<MeetingsThere> {
  const [row] = await tx.$queryRawUnsafe<MeetingsThere[]>(LEFT_SQL, roomId, from);
  return row ?? { meetings: 0, first: null, last: null };
}

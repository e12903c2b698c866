import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";
import { classReach, classReachSql } from "../access";
import type { Member } from "./rules";

/**
 * A class as judgeCombine looks at it, over the aliases c, co and p. `$1` is today. Seats are those of the pool: of a
 * class that is alone these are its own.
 */
const MEMBER = `json_build_object('id', c.id, 'version', c.version, 'code', co.code, 'section', c.section,
  'termId', c.term_id, 'timeOfDay', c.time_of_day, 'classType', c.class_type, 'status', c.status,
  'combinedClassId', c.combined_class_id, 'seatPoolId', c.seat_pool_id,
  'seats', json_build_object('capacity', p.capacity, 'overAuthorised', p.over_authorised, 'taken', p.taken,
    'offered', p.offered, 'waiting', p.waiting),
  'parts', (SELECT coalesce(json_agg(json_build_object('id', cp.id, 'session', cs.number, 'code', cp.code,
      'deliveryId', cp.delivery_id, 'times', (SELECT coalesce(json_agg(json_build_object('weekday', s.weekday,
        'startMin', s.start_min, 'endMin', s.end_min) ORDER BY s.weekday, s.start_min), '[]')
        FROM slot s WHERE s.delivery_id = cp.delivery_id AND s.live)) ORDER BY cs.number, cp.code), '[]')
    FROM class_session cs JOIN class_part cp ON cp.session_id = cs.id WHERE cs.class_id = c.id),
  'met', (SELECT count(*) FROM class_session cs JOIN class_part cp ON cp.session_id = cs.id
     JOIN meeting m ON m.delivery_id = cp.delivery_id
    WHERE cs.class_id = c.id AND NOT m.cancelled AND m.on_date < $1::date))`;
const TABLES = `class c JOIN course co ON co.id = c.course_id JOIN seat_pool p ON p.id = c.seat_pool_id`;

/** Some classes inside the transaction of a command that reached them, by id. */
export async function loadMembers(tx: Tx, classIds: readonly number[]): Promise<Map<number, Member>> {
  const rows = await tx.$queryRawUnsafe<{ member: Member }[]>(
    `SELECT ${MEMBER} AS member FROM ${TABLES} WHERE c.id = ANY ($2::integer[])`,
    campusToday(),
    [...classIds],
  );
  return new Map(rows.map(({ member }) => [member.id, member]));
}

/** A class that could join another, with what it is called. */
export type Candidate = Member & { title: string; titleKm: string | null };

/** What the page of a combined class shows: the class itself, those that it is taught with, and those that could join. */
export type CombinedView = {
  own: Candidate;
  with: Candidate[];
  candidates: Candidate[];
  name: string | null;
};

/**
 * The classes of the same term and time of day beside one, at most a hundred, by course; null outside the actor's reach.
 * @throws AppError forbidden without classes:read
 */
export async function findCombinedView(actor: Actor, classId: number): Promise<CombinedView | null> {
  authorise(actor, "classes:read");
  const reach = classReach(actor);
  const values: unknown[] = [campusToday(), classId];
  const rows = await query<{ member: Candidate; name: string | null }>(
    `classes.combined-view.${reach.kind}`,
    `WITH own AS (SELECT c.id, c.term_id, c.time_of_day, c.combined_class_id FROM class c JOIN course co ON co.id = c.course_id
                   WHERE c.id = $2 AND ${classReachSql(reach, values)}),
          near AS (SELECT c.id FROM own o JOIN class c ON c.term_id = o.term_id AND c.time_of_day = o.time_of_day
                    WHERE c.status IN ('DRAFT', 'SCHEDULED', 'ACTIVE') OR c.id = o.id
                    ORDER BY c.id <> o.id, c.combined_class_id IS DISTINCT FROM o.combined_class_id, c.course_id, c.section LIMIT 101)
     SELECT (${MEMBER})::jsonb || jsonb_build_object('title', co.title, 'titleKm', co.title_km) AS member, k.name
       FROM near n JOIN ${TABLES.replace("class c", "class c ON c.id = n.id")}
       LEFT JOIN combined_class k ON k.id = c.combined_class_id
      ORDER BY co.code, c.section`,
    values,
  );
  const own = rows.find(({ member }) => member.id === classId);
  if (!own) return null;
  const others = rows.map(({ member }) => member).filter(({ id }) => id !== classId);
  const group = own.member.combinedClassId;
  return {
    own: own.member,
    name: own.name,
    with: others.filter(({ combinedClassId }) => group !== null && combinedClassId === group),
    candidates: others.filter(({ combinedClassId }) => group === null || combinedClassId !== group),
  };
}

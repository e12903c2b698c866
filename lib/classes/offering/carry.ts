import "server-only";
import type { Day, Weekday } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Reason } from "@/lib/platform/explained";
import type { Bilingual } from "@/lib/platform/i18n/names";

/** A weekly time that is to stand in the other term. Minutes since midnight, campus time. */
export type WantedTime = {
  /** Its place in the list. */
  n: number;
  deliveryId: number;
  /** The class that it belongs to, in words. */
  label: string;
  weekday: Weekday;
  startMin: number;
  endMin: number;
  roomId: number | null;
  teacherId: number | null;
};

/** The same with what it may keep. */
export type CarriedTime = WantedTime & { findings: Reason[] };

type Looked = {
  n: number;
  room: string | null;
  roomOpen: boolean;
  roomBy: string | null;
  teacher: Bilingual | null;
  teacherThere: boolean;
  teacherBy: string | null;
};

const hours = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/**
 * Takes room and teacher from the times that would clash with what stands in the other term already, with one another,
 * or whose room is out of use or whose teacher has left, and says so (domain.md 4.3: incomplete ones are accepted). The
 * exclusion constraints of the database would refuse them otherwise.
 * @param days first and last day on which the times hold
 */
export async function carryTimes(
  tx: Tx,
  times: readonly WantedTime[],
  days: { from: Day; to: Day },
): Promise<CarriedTime[]> {
  if (times.length === 0) return [];
  const looked = new Map((await lookAt(tx, times, days)).map((row) => [row.n, row]));
  return times.map((time) => {
    const found = looked.get(time.n);
    if (!found) throw new Error(`nobody looked at time ${time.n}`);
    const at = { weekday: time.weekday, start: hours(time.startMin), end: hours(time.endMin) };
    const findings: Reason[] = [];
    const find = (rule: string, inputs: Reason["inputs"]) =>
      findings.push({ rule: `classes.${rule}`, inputs: { ...inputs, ...at } });
    if (time.roomId !== null && !found.roomOpen) find("copy_room_closed", { room: found.room });
    else if (found.roomBy !== null) find("copy_room_taken", { room: found.room, class: found.roomBy });
    if (time.teacherId !== null && !found.teacherThere) find("copy_teacher_left", { teacher: found.teacher });
    else if (found.teacherBy !== null)
      find("copy_teacher_taken", { teacher: found.teacher, class: found.teacherBy });
    return {
      ...time,
      roomId: found.roomOpen && found.roomBy === null ? time.roomId : null,
      teacherId: found.teacherThere && found.teacherBy === null ? time.teacherId : null,
      findings,
    };
  });
}

/** The class of a delivery in words, such as "ENGL-101 A, 261019B-T4". */
const labelOf = (deliveryId: string) => `(
  SELECT co.code || ' ' || c.section || ', ' || t.code
    FROM class_part q JOIN class_session s ON s.id = q.session_id JOIN class c ON c.id = s.class_id
    JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
   WHERE q.delivery_id = ${deliveryId} ORDER BY c.id LIMIT 1)`;

/** Who holds `what` (room or teacher) at the time `w`: the pattern, a meeting of one day, or another time of the list. */
const holder = (column: "room_id" | "teacher_id", field: "roomId" | "teacherId") => `(
  SELECT coalesce(
    (SELECT x.label FROM wanted x
      WHERE x.n < w.n AND x."${field}" = w."${field}" AND x.weekday = w.weekday AND x."deliveryId" <> w."deliveryId"
        AND x."startMin" < w."endMin" AND w."startMin" < x."endMin" LIMIT 1),
    (SELECT ${labelOf("o.delivery_id")} FROM slot o
      WHERE o.live AND o.${column} = w."${field}" AND o.weekday = w.weekday
        AND o.start_min < w."endMin" AND w."startMin" < o.end_min
        AND o.valid_from <= $3::date AND o.valid_to >= $2::date LIMIT 1),
    (SELECT ${labelOf("o.delivery_id")} FROM meeting o
      WHERE NOT o.cancelled AND o.${column} = w."${field}" AND o.on_date BETWEEN $2::date AND $3::date
        AND extract(isodow FROM o.on_date) = w.weekday
        AND o.start_min < w."endMin" AND w."startMin" < o.end_min LIMIT 1)))`;

function lookAt(
  tx: Tx,
  times: readonly WantedTime[],
  { from, to }: { from: Day; to: Day },
): Promise<Looked[]> {
  return tx.$queryRawUnsafe<Looked[]>(
    `WITH wanted AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS w(n int, "deliveryId" int, label text, weekday int,
         "startMin" int, "endMin" int, "roomId" int, "teacherId" int))
     SELECT w.n, r.code AS room, coalesce(r.is_active, false) AS "roomOpen", ${holder("room_id", "roomId")} AS "roomBy",
            json_build_object('en', concat_ws(' ', p.family_name, p.personal_name), 'km', coalesce(
              nullif(concat_ws(' ', p.khmer_family_name, p.khmer_personal_name), ''),
              concat_ws(' ', p.family_name, p.personal_name))) AS teacher,
            coalesce(h.status = 'ACTIVE' AND (h.end_date IS NULL OR h.end_date >= $2::date), false) AS "teacherThere",
            ${holder("teacher_id", "teacherId")} AS "teacherBy"
       FROM wanted w LEFT JOIN room r ON r.id = w."roomId"
       LEFT JOIN teacher h ON h.person_id = w."teacherId" LEFT JOIN person p ON p.id = h.person_id
      ORDER BY w.n`,
    JSON.stringify(times),
    from,
    to,
  );
}

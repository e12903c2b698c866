import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { Day, Weekday } from "@/lib/platform/dates/day";
import type { RoomType } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";

/** A part that a class gets from its template. */
export type TemplatePart = {
  /** Id of the part of the template; null for the one part of a degree course. */
  id: number | null;
  session: number;
  code: number;
  partType: string;
  name: string;
  nameKm: string;
  weekdays: Weekday[];
  /** Minutes of one meeting. */
  minutes: number;
  roomNeed: RoomType | null;
  /** Share of its session, as decimal text such as "0.400"; the parts of a session make 1. */
  weight: string;
  textbookIds: number[];
};

/** From which sessions and parts a class of a course is made. */
export type ClassTemplate =
  | { kind: "set"; setId: number; name: string; nameKm: string; sessions: number; parts: TemplatePart[] }
  /** A course of no language programme: one part with the whole weight (domain.md 4.2). */
  | { kind: "single"; sessions: 1; parts: TemplatePart[] }
  /** A language course for which no set is in force: such a class is refused (domain.md 4.1 ClassHeader). */
  | { kind: "missing"; programmeCode: string; level: number | null };

/** The one part of a class of a degree course. */
const SINGLE: ClassTemplate = {
  kind: "single",
  sessions: 1,
  parts: [
    {
      id: null,
      session: 1,
      code: 1,
      partType: "MAIN",
      name: "Main",
      nameKm: "ផ្នែកចម្បង",
      weekdays: [],
      minutes: 90,
      roomNeed: null,
      weight: "1.000",
      textbookIds: [],
    },
  ],
};

type Row = {
  programmeCode: string | null;
  level: number | null;
  setId: number | null;
  name: string;
  nameKm: string;
  sessions: number;
  parts: TemplatePart[];
};

/** The course $1 with the set in force on the day $2: of its programme, whose levels hold the course's. */
const SQL = `SELECT c.programme_code AS "programmeCode", c.level, s.id AS "setId", s.name, s.name_km AS "nameKm", s.sessions,
    coalesce((SELECT json_agg(json_build_object('id', p.id, 'session', p.session_number, 'code', p.code,
        'partType', p.part_type, 'name', p.name, 'nameKm', p.name_km, 'weekdays', p.weekdays, 'minutes', p.minutes,
        'roomNeed', p.room_need, 'weight', p.weight::text, 'textbookIds',
        (SELECT coalesce(json_agg(b.textbook_id ORDER BY b.textbook_id), '[]') FROM part_template_textbook b
          WHERE b.part_template_id = p.id)) ORDER BY p.session_number, p.code)
      FROM part_template p WHERE p.set_id = s.id), '[]') AS parts
   FROM course c
   LEFT JOIN programme g ON g.code = c.programme_code AND g.kind = 'LANGUAGE'
   LEFT JOIN LATERAL (
     SELECT * FROM part_template_set t
      WHERE t.programme_id = g.id AND t.valid_from <= $2::date AND (t.valid_to IS NULL OR t.valid_to > $2::date)
        AND ((t.level_from IS NULL AND c.level IS NULL) OR c.level BETWEEN t.level_from AND t.level_to)
      LIMIT 1) s ON true
  WHERE c.id = $1`;

function told([row]: Row[]): ClassTemplate | null {
  if (!row) return null;
  const { programmeCode, level, setId, name, nameKm, sessions, parts } = row;
  if (programmeCode === null) return SINGLE;
  if (setId === null || parts.length === 0) return { kind: "missing", programmeCode, level };
  return { kind: "set", setId, name, nameKm, sessions, parts };
}

/**
 * The template of a class of the course that is made on a day (YYYY-MM-DD, the term's start), inside the transaction of
 * the command that makes it. Null: no such course (domain.md 4.1, 4.2).
 */
export async function findTemplateFor(tx: Tx, courseId: number, onDay: Day): Promise<ClassTemplate | null> {
  return told(await tx.$queryRawUnsafe<Row[]>(SQL, courseId, onDay));
}

/** The same for whoever looks before making a class. @throws AppError forbidden */
export async function showTemplateFor(
  actor: Actor,
  courseId: number,
  onDay: Day,
): Promise<ClassTemplate | null> {
  authorise(actor, "curriculum:read");
  return told(await query<Row>("curriculum.template-for", SQL, [courseId, onDay]));
}

import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import { showTemplateFor } from "@/lib/curriculum/part-templates/find-template";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { TermType } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual } from "@/lib/platform/i18n/names";
import type { TimeOfDay } from "../schemas";
import { evenWeights } from "../structure";
import { firstFreeLetter, termTypesOf } from "./rules";
import type { PlanQuery } from "./schemas";

/** What will be made of a class that is being typed in, and what stands in its way. */
export type ClassPlan = {
  /** `ready`, or why it would be refused: course or term do not fit, or there is no template. */
  state: "ready" | "no_course" | "term_type" | "no_template";
  /** The first free section letter; null when all are taken. */
  section: string | null;
  sessions: { number: number; weight: string; parts: { name: Bilingual; weight: string }[] }[];
  /** By an active combined template: with which courses, and the classes that are there already, by section. */
  combined: {
    name: string;
    courses: string[];
    members: { id: number; code: string; section: string }[];
  } | null;
};

type Row = {
  courseId: number | null;
  rank: number | null;
  termType: TermType;
  start: Day;
  taken: string[];
  combined: ClassPlan["combined"];
};

const SQL = `SELECT co.id AS "courseId", y.rank, t.term_type AS "termType", t.start_date::text AS start,
    (SELECT coalesce(json_agg(c.section), '[]') FROM class c
      WHERE c.course_id = co.id AND c.term_id = t.id AND c.time_of_day = $3::time_of_day) AS taken,
    (SELECT json_build_object('name', k.name,
        'courses', (SELECT json_agg(o.code ORDER BY o.code) FROM combined_template_course x
                      JOIN course o ON o.id = x.course_id WHERE x.template_id = k.id AND o.code <> $1),
        'members', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'code', o.code, 'section', m.section)
                        ORDER BY m.section, o.code), '[]')
                      FROM combined_class m JOIN class c ON c.combined_class_id = m.id JOIN course o ON o.id = c.course_id
                     WHERE m.template_id = k.id AND m.term_id = t.id AND m.time_of_day = $3::time_of_day
                       AND c.status <> 'CANCELLED'))
       FROM combined_course_template k JOIN combined_template_course x ON x.template_id = k.id
       JOIN course o ON o.id = x.course_id WHERE k.is_active AND o.code = $1 LIMIT 1) AS combined
   FROM term t
   LEFT JOIN course co ON co.code = $1 AND co.is_active AND co.valid_from <= t.start_date
         AND (co.valid_to IS NULL OR co.valid_to > t.start_date)
   LEFT JOIN cycle y ON y.id = co.cycle_id
  WHERE t.id = $2::integer`;

/** What createClass would make of a course, a term and a time of day; null when there is no such term. */
export async function planClass(actor: Actor, wanted: PlanQuery): Promise<ClassPlan | null> {
  authorise(actor, "classes:edit");
  const [row] = await query<Row>("classes.plan", SQL, [wanted.course, wanted.termId, wanted.timeOfDay]);
  if (!row) return null;
  const plan = { section: firstFreeLetter(row.taken), sessions: [], combined: row.combined };
  if (row.courseId === null || row.rank === null) return { ...plan, state: "no_course" };
  if (!termTypesOf(row.rank).includes(row.termType)) return { ...plan, state: "term_type" };
  const template = await showTemplateFor(actor, row.courseId, row.start);
  if (!template || template.kind === "missing") return { ...plan, state: "no_template" };
  const weights = evenWeights(template.sessions);
  return {
    ...plan,
    state: "ready",
    sessions: weights.map((weight, index) => ({
      number: index + 1,
      weight,
      parts: template.parts
        .filter(({ session }) => session === index + 1)
        .map((part) => ({ name: { en: part.name, km: part.nameKm }, weight: part.weight })),
    })),
  };
}

/** A term in which classes can be made. */
export type OpenTerm = { id: number; code: string; name: Bilingual; termType: TermType };

/** The terms that are not over, by their start. */
export async function listOpenTerms(actor: Actor): Promise<OpenTerm[]> {
  authorise(actor, "calendar:read");
  return query<OpenTerm>(
    "classes.open-terms",
    `SELECT t.id, t.code, ${TERM_NAME} AS name, t.term_type AS "termType" FROM term t
      WHERE t.is_active AND t.end_date >= $1::date ORDER BY t.start_date, t.code LIMIT 60`,
    [campusToday()],
  );
}

/** A course that the address of the form names, for the picker; null when there is none. */
export async function findCourseByCode(
  actor: Actor,
  code: string,
): Promise<{ code: string; title: string; titleKm: string | null } | null> {
  authorise(actor, "curriculum:read");
  const rows = await query<{ code: string; title: string; titleKm: string | null }>(
    "classes.course-by-code",
    `SELECT code, title, title_km AS "titleKm" FROM course WHERE code = $1 ORDER BY valid_from DESC LIMIT 1`,
    [code.toUpperCase()],
  );
  return rows[0] ?? null;
}

/** Times of day that a form offers first: most classes are in the evening (domain.md 1.3). */
export const USUAL_TIME: TimeOfDay = "EVE";

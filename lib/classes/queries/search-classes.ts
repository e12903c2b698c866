import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual } from "@/lib/platform/i18n/names";
import { classReach, classReachSql } from "../access";

export type ClassHit = {
  id: number;
  code: string;
  section: string;
  title: string;
  titleKm: string | null;
  termName: Bilingual;
  /** Whether the term is not over. */
  open: boolean;
};

/** Words of a query that are looked at, and how far back classes are found; the list knows the older ones. */
const WORDS = 4;
const DAYS_BACK = 366;

/**
 * Classes within the actor's reach by course code (with or without dashes), title in either language, section or
 * term; those of terms that are not over first. Nobody's classes are an empty answer: this is one part of a search.
 * @param limit rows, at most 20
 */
export async function searchClasses(actor: Actor, q: string, limit: number): Promise<ClassHit[]> {
  const reach = classReach(actor);
  const words = q.trim().split(/\s+/).filter(Boolean).slice(0, WORDS);
  if (reach.kind === "none" || words.join("").length < 2) return [];
  const values: unknown[] = [campusToday()];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = words.map((word) => {
    const text = word.replace(/[\\%_]/g, "\\$&");
    const inside = bind(`%${text}%`);
    const code = bind(`${text.replace(/[-\s]/g, "")}%`);
    return `(replace(co.code, '-', '') ILIKE ${code} OR co.code ILIKE ${inside} OR co.title ILIKE ${inside}
      OR co.title_km LIKE ${inside} OR c.section ILIKE ${bind(text)} OR t.code ILIKE ${code})`;
  });
  const within = classReachSql(reach, values);
  const most = bind(Math.min(limit, 20));
  return query<ClassHit>(
    `classes.search ${words.length} ${reach.kind}`,
    `SELECT c.id, co.code, c.section, co.title, co.title_km AS "titleKm", ${TERM_NAME} AS "termName",
            t.end_date >= $1::date AS open
       FROM class c JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
      WHERE t.end_date > $1::date - ${DAYS_BACK} AND ${conditions.join(" AND ")} AND ${within}
      ORDER BY t.end_date >= $1::date DESC, t.start_date DESC, co.code, c.section LIMIT ${most}`,
    values,
  );
}

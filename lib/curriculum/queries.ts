import "server-only";
import { equivalencesSql } from "@/lib/curriculum/courses/equivalences-sql";
import type { Equivalence } from "@/lib/curriculum/requisites";
import { type Actor, authorise, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import { db } from "@/lib/platform/db/prisma";

export type ProgrammeOption = {
  isActive: boolean;
  id: number;
  code: string;
  name: string;
  nameKm: string;
  kind: "ACADEMIC" | "LANGUAGE";
};

/** Programmes in the order of the university's own lists; those without new students included, since old ones keep them. */
export async function listProgrammes(actor: Actor): Promise<ProgrammeOption[]> {
  authorise(actor, "curriculum:read");
  return db().programme.findMany({
    select: { id: true, code: true, name: true, nameKm: true, kind: true, isActive: true },
    orderBy: [{ cycle: { rank: "desc" } }, { displayOrder: "asc" }, { code: "asc" }],
  });
}

export type RequirementLine = {
  sequence: number;
  courseCode: string;
  title: string;
  titleKm: string | null;
  credits: number;
};

/**
 * The courses that a programme asks for on a day, in order, and what counts for which course today: the degree rules of
 * a student are those of the catalogue date (blueprints.md 6; domain.md 3.2), an equivalence serves everybody from the
 * day on which it begins. No lines for language programmes.
 * @throws AppError forbidden
 */
export async function readDegree(
  actor: Actor,
  programmeId: number,
  day: Day,
): Promise<{ requirements: RequirementLine[]; equivalences: Equivalence[] }> {
  authorise(actor, "curriculum:read");
  const [degree] = await query<{ requirements: RequirementLine[]; equivalences: Equivalence[] }>(
    "curriculum.degree",
    `SELECT (SELECT coalesce(json_agg(json_build_object('sequence', r.sequence, 'courseCode', c.code, 'title', c.title,
                      'titleKm', c.title_km, 'credits', c.credits) ORDER BY r.sequence), '[]')
               FROM programme_requirement r JOIN course c ON c.id = r.course_id
              WHERE r.programme_id = $1 AND r.valid_from <= $2::date AND (r.valid_to IS NULL OR r.valid_to > $2::date)
            ) AS requirements,
            (SELECT coalesce(json_agg(json_build_object('id', q.id, 'code', q.code, 'counts', q.counts,
                      'since', q.since, 'until', q.until) ORDER BY q.id, q.counts), '[]')
               FROM (${equivalencesSql("$3::date")}) q) AS equivalences`,
    [programmeId, day, campusToday()],
  );
  return degree ?? { requirements: [], equivalences: [] };
}

/**
 * The courses that belong to a programme on a day, as a SELECT of `code` over the alias `programme` and the SQL
 * expression `day`: its requirements; of an academic programme without requirement rows the courses of its cycle; of a
 * language programme its levels. The GPA, and whether a class fits the student, are limited to them (domain.md 7.3).
 */
export function programmeCoursesSql(programme: string, day: string): string {
  const inForce = `q.programme_id = ${programme}.id AND q.valid_from <= ${day} AND (q.valid_to IS NULL OR q.valid_to > ${day})`;
  return `SELECT c.code FROM programme_requirement q JOIN course c ON c.id = q.course_id WHERE ${inForce}
    UNION
    SELECT c.code FROM course c
     WHERE CASE WHEN ${programme}.kind = 'LANGUAGE' THEN c.programme_code = ${programme}.code
                ELSE c.cycle_id = ${programme}.cycle_id
                     AND NOT EXISTS (SELECT FROM programme_requirement q WHERE ${inForce}) END`;
}

/** Codes of all courses that belong to a programme on a day (YYYY-MM-DD); see programmeCoursesSql. */
export async function listProgrammeCourseCodes(
  actor: Actor,
  programmeId: number,
  day: string,
): Promise<string[]> {
  authorise(actor, "curriculum:read");
  const rows = await query<{ code: string }>(
    "curriculum.programme-courses",
    `SELECT l.code FROM programme g CROSS JOIN LATERAL (${programmeCoursesSql("g", "$2::date")}) l WHERE g.id = $1`,
    [programmeId, day],
  );
  return rows.map((row) => row.code);
}

export type CourseHit = { code: string; title: string; titleKm: string | null; credits: number };

/**
 * Courses in force by code (with or without dashes) or title in either language. Who may not read the curriculum gets
 * none: this is one part of a search.
 * @param limit rows, at most 20
 */
export async function searchCourses(actor: Actor, q: string, limit: number): Promise<CourseHit[]> {
  const words = q.trim().split(/\s+/).filter(Boolean).slice(0, 4);
  if (!can(actor, "curriculum:read") || words.join("").length < 2) return [];
  const values: unknown[] = [campusToday(), Math.min(limit, 20)];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = words.map((word) => {
    const text = word.replace(/[\\%_]/g, "\\$&");
    const inside = bind(`%${text}%`);
    return `(replace(code, '-', '') ILIKE ${bind(`${text.replaceAll("-", "")}%`)} OR code ILIKE ${inside}
      OR title ILIKE ${inside} OR title_km LIKE ${inside})`;
  });
  return query<CourseHit>(
    `curriculum.search-courses ${words.length}`,
    `SELECT code, title, title_km AS "titleKm", credits FROM course
      WHERE is_active AND valid_from <= $1::date AND (valid_to IS NULL OR valid_to > $1::date)
        AND ${conditions.join(" AND ")}
      ORDER BY code LIMIT $2`,
    values,
  );
}

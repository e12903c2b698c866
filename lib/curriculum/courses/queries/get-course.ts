import "server-only";
import { cache } from "react";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import type { TextbookHit } from "../../textbooks/schemas";
import type { CourseVersion, EquivalenceRow, RequisiteRow } from "../schemas";

const VERSION = `c.id, c.version, c.code, c.title, c.title_km AS "titleKm", c.short_title AS "shortTitle", c.description,
  json_build_object('id', y.id, 'code', y.code, 'name', y.name, 'nameKm', y.name_km) AS cycle, c.credits, c.level,
  c.programme_code AS "programmeCode", c.is_foundation_year AS "isFoundationYear",
  c.is_senior_project AS "isSeniorProject", c.recommended_term AS "recommendedTerm", c.earliest_term AS "earliestTerm",
  c.latest_term AS "latestTerm", c.retry_priority AS "retryPriority", c.is_active AS "isActive",
  c.valid_from AS "validFrom", c.valid_to AS "validTo"`;

/** The one answer for a course that does not exist. */
export function courseNotFound(): AppError {
  return new AppError("not_found", "curriculum.course_not_found");
}

/** All versions of a course in the order of their days. @throws AppError not_found `curriculum.course_not_found` */
export const getVersions = cache(async (actor: Actor, code: string): Promise<CourseVersion[]> => {
  authorise(actor, "curriculum:read");
  const rows = await query<CourseVersion>(
    "curriculum.course-versions",
    `SELECT ${VERSION} FROM course c JOIN cycle y ON y.id = c.cycle_id WHERE c.code = $1 ORDER BY c.valid_from LIMIT 100`,
    [code],
  );
  if (rows.length === 0) throw courseNotFound();
  return rows;
});

/** What a course asks for today and from later days on, and what held before, in the order of groups. */
export async function listRequisites(actor: Actor, code: string): Promise<RequisiteRow[]> {
  authorise(actor, "curriculum:read");
  return query<RequisiteRow>(
    "curriculum.course-requisites",
    `SELECT p.id, p.version, p.kind, p.group_number AS "group", r.code, r.title, r.title_km AS "titleKm",
            p.minimum_letter AS "minimumLetter", p.valid_from AS "validFrom", p.valid_to AS "validTo"
       FROM course_prerequisite p JOIN course o ON o.id = p.course_id JOIN course r ON r.id = p.required_course_id
      WHERE o.code = $1 ORDER BY p.valid_from, p.group_number, p.id LIMIT 500`,
    [code],
  );
}

export type UnlockRow = Pick<RequisiteRow, "id" | "kind" | "code" | "title" | "titleKm" | "minimumLetter"> & {
  /** How many other courses would do instead. */
  alternatives: number;
};

/** The courses that ask for this one today. */
export async function listUnlocks(actor: Actor, code: string): Promise<UnlockRow[]> {
  authorise(actor, "curriculum:read");
  return query<UnlockRow>(
    "curriculum.course-unlocks",
    `SELECT p.id, p.kind, o.code, o.title, o.title_km AS "titleKm", p.minimum_letter AS "minimumLetter",
            (SELECT count(*) FROM course_prerequisite a WHERE a.course_id = p.course_id AND a.group_number = p.group_number
                AND a.id <> p.id AND a.valid_from <= $2::date AND (a.valid_to IS NULL OR a.valid_to > $2::date))::integer AS alternatives
       FROM course_prerequisite p JOIN course o ON o.id = p.course_id JOIN course r ON r.id = p.required_course_id
      WHERE r.code = $1 AND p.valid_from <= $2::date AND (p.valid_to IS NULL OR p.valid_to > $2::date)
      ORDER BY p.kind, o.code LIMIT 300`,
    [code, campusToday()],
  );
}

/** Equivalences in which a course stands on either side, those in force first. */
export async function listEquivalences(actor: Actor, code: string): Promise<EquivalenceRow[]> {
  authorise(actor, "curriculum:read");
  return query<EquivalenceRow>(
    "curriculum.course-equivalences",
    `SELECT e.id, e.version, e.reason, e.approved_by AS "approvedBy", e.approved_on AS "approvedOn",
            e.valid_from AS "validFrom", e.valid_to AS "validTo", x.code, x.title, x.title_km AS "titleKm",
            CASE WHEN e.is_bidirectional THEN 'both' WHEN o.code = $1 THEN 'counts_here' ELSE 'counts_there' END AS direction
       FROM course_equivalence e JOIN course o ON o.id = e.original_id JOIN course n ON n.id = e.equivalent_id
       JOIN course x ON x.id = CASE WHEN o.code = $1 THEN n.id ELSE o.id END
      WHERE $1 IN (o.code, n.code)
      ORDER BY (e.valid_to IS NULL OR e.valid_to > $2::date) DESC, e.valid_from DESC, e.id LIMIT 100`,
    [code, campusToday()],
  );
}

export type RequiringProgramme = {
  code: string;
  name: string;
  nameKm: string;
  sequence: number;
  validFrom: string;
  validTo: string | null;
};

/** The programmes that require a course today or from a later day on. */
export async function listRequiringProgrammes(actor: Actor, code: string): Promise<RequiringProgramme[]> {
  authorise(actor, "curriculum:read");
  return query<RequiringProgramme>(
    "curriculum.requiring-programmes",
    `SELECT g.code, g.name, g.name_km AS "nameKm", q.sequence, q.valid_from AS "validFrom", q.valid_to AS "validTo"
       FROM programme_requirement q JOIN course c ON c.id = q.course_id JOIN programme g ON g.id = q.programme_id
      WHERE c.code = $1 AND (q.valid_to IS NULL OR q.valid_to > $2::date) ORDER BY g.code, q.valid_from LIMIT 100`,
    [code, campusToday()],
  );
}

/** The textbooks of a version of a course. */
export async function listCourseTextbooks(actor: Actor, courseId: number): Promise<TextbookHit[]> {
  authorise(actor, "curriculum:read");
  return query<TextbookHit>(
    "curriculum.course-textbooks",
    `SELECT b.id, b.title, b.author, b.isbn, b.edition, b.year FROM course_textbook x JOIN textbook b ON b.id = x.textbook_id
      WHERE x.course_id = $1 ORDER BY b.title, b.id LIMIT 100`,
    [courseId],
  );
}

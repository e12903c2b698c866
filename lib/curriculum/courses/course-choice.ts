import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { CourseChoice } from "./schemas";

const WORDS = 4;

/**
 * Courses for a picker by code (with or without dashes) or title in either language; codes that begin so first. Each
 * code once, in the version that is in force or, where none is yet, the next one; courses that have ended are left out.
 * @throws AppError forbidden
 */
export async function findCourseChoices(actor: Actor, q: string, limit: number): Promise<CourseChoice[]> {
  authorise(actor, "curriculum:read");
  const words = q.trim().split(/\s+/).filter(Boolean).slice(0, WORDS);
  if (words.length === 0) return [];
  const values: unknown[] = [campusToday(), limit, `${words.join("").replace(/[\\%_-]/g, "")}%`];
  const conditions = words.map((word) => {
    const inside = `$${values.push(`%${word.replace(/[\\%_]/g, "\\$&")}%`)}`;
    const code = `$${values.push(`${word.replace(/[\\%_]/g, "\\$&").replaceAll("-", "")}%`)}`;
    return `(code ILIKE ${inside} OR replace(code, '-', '') ILIKE ${code} OR title ILIKE ${inside} OR title_km LIKE ${inside})`;
  });
  return query<CourseChoice>(
    `curriculum.course-choices ${words.length}`,
    `SELECT id, code, title, title_km AS "titleKm", credits FROM (
       SELECT DISTINCT ON (code) id, code, title, title_km, credits FROM course
        WHERE is_active AND (valid_to IS NULL OR valid_to > $1::date) AND ${conditions.join(" AND ")}
        ORDER BY code, valid_from) c
      ORDER BY replace(code, '-', '') ILIKE $3 DESC, code LIMIT $2`,
    values,
  );
}

/**
 * The version of a course that is in force on a day.
 * @throws AppError not_found `curriculum.course_not_on_day`, told at `field` when one is given
 */
export async function courseOnDay(
  tx: Tx,
  code: string,
  day: Day,
  field?: string,
): Promise<{ id: number; code: string }> {
  const on = dayToDb(day);
  const found = await tx.course.findFirst({
    where: { code, validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gt: on } }] },
    select: { id: true, code: true },
  });
  if (found) return found;
  const error = "curriculum.course_not_on_day";
  throw new AppError("not_found", error, {
    params: { course: code },
    ...(field ? { fields: { [field]: [error] } } : {}),
  });
}

/**
 * A course by its code, whatever its days: the version in force today, else the newest.
 * @throws AppError not_found `curriculum.course_not_found`, told at `field`
 */
export async function anyVersion(tx: Tx, code: string, field: string): Promise<{ id: number }> {
  const today = dayToDb(campusToday());
  const versions = await tx.course.findMany({
    where: { code },
    select: { id: true, validFrom: true, validTo: true },
    orderBy: { validFrom: "desc" },
  });
  const current = versions.find((each) => each.validFrom <= today && (!each.validTo || each.validTo > today));
  const found = current ?? versions[0];
  if (found) return found;
  const error = "curriculum.course_not_found";
  throw new AppError("not_found", error, { fields: { [field]: [error] } });
}

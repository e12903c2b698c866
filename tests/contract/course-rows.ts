import type { ActionRow, PageRow, RouteRow } from "./access-matrix";

/** Rows of the access matrix about courses, their requisites and equivalences, and textbooks. */

/** Who may read what can be studied. */
const CATALOGUE = [
  "student",
  "teacher",
  "substitute",
  "registrar",
  "academic_director",
  "admissions_officer",
  "auditor",
] as const;

export const COURSE_PAGES: Record<string, PageRow> = {};

export const COURSE_ROUTES: Record<string, RouteRow> = {
  "GET /api/v1/curriculum/courses": { who: CATALOGUE, at: "/api/v1/curriculum/courses?q=ENGL" },
};

export const COURSE_ACTIONS: Record<string, ActionRow> = {};

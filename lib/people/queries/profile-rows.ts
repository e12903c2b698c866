import "server-only";
import { type Reach, reachOf } from "@/lib/people/access";
import { findHits, hitsOf } from "@/lib/people/queries/find-hits";
import type { ProfileListParams } from "@/lib/people/search-params";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { COUNT_LIMIT } from "@/lib/platform/db/paging";

/** Filters and sort of a list of teachers or staff, without its page. */
export type ProfileFilter = Omit<ProfileListParams, "page" | "size">;

export type ProfileSelection = { key: string; ctes: string; from: string; where: string; orderBy: string };

const ORDER = {
  number: ["t.number"],
  name: ["p.family_name", "p.personal_name", "p.id"],
  status: ["t.status", "t.number"],
  department: ["t.department_code", "t.number"],
  degree: ["t.terminal_degree", "t.number"],
  jobTitle: ["t.job_title", "t.number"],
  since: ["t.start_date", "t.number"],
} as const;

/**
 * The teachers or staff whom a reader of people reaches, as SQL over the alias `t`: who reads a part of the campus
 * sees those of the own departments.
 */
export function profileScopeSql(reach: Reach, values: unknown[]): string {
  if (reach.kind === "all") return "true";
  if (reach.kind === "own") return `t.person_id = $${values.push(reach.personId)}`;
  if (reach.kind === "none") return "false";
  return `t.department_code = ANY($${values.push(reach.departments)}::text[])`;
}

const inOrNone = (column: string, codes: string[], bind: (value: unknown) => string) =>
  codes.includes("none")
    ? `(${column} IS NULL OR ${column} = ANY(${bind(codes)}::text[]))`
    : `${column} = ANY(${bind(codes)}::text[])`;

function qualifiedIn(codes: string[], bind: (value: unknown) => string): string {
  const valid = `q.teacher_id = t.person_id AND q.valid_from <= ${bind(campusToday())}::date
    AND (q.valid_to IS NULL OR q.valid_to >= ${bind(campusToday())}::date)`;
  const some = `EXISTS (SELECT FROM teaching_qualification q JOIN department qd ON qd.id = q.department_id
    WHERE ${valid} AND qd.code = ANY(${bind(codes)}::text[]))`;
  if (!codes.includes("none")) return some;
  return `(${some} OR NOT EXISTS (SELECT FROM teaching_qualification q WHERE ${valid}))`;
}

/**
 * Which teachers or staff, and in what order, over the aliases t (profile) and p (person).
 * @throws AppError forbidden without people:read
 */
export function selectProfiles(
  actor: Actor,
  list: "teachers" | "staff",
  filter: ProfileFilter,
  values: unknown[],
  atMost = COUNT_LIMIT + 1,
): ProfileSelection {
  authorise(actor, "people:read");
  const reach = reachOf(actor);
  const bind = (value: unknown) => `$${values.push(value)}`;
  const key: string[] = [list, reach.kind];
  const where: string[] = [profileScopeSql(reach, values)];
  const add = (name: string, condition: string) => {
    key.push(name);
    where.push(condition);
  };
  const hits = filter.q ? findHits(actor, filter.q, values, hitsOf(atMost), "employees") : null;
  const number =
    filter.q && /^\d{1,9}$/.test(filter.q) ? `t.number = ${bind(Number(filter.q))}::integer` : null;
  if (filter.q) {
    const found = hits ? "t.person_id IN (SELECT person_id FROM hit)" : "false";
    add(`${hits?.key ?? "nothing"}${number ? "-number" : ""}`, number ? `(${found} OR ${number})` : found);
  }
  if (filter.status.length > 0) add("status", `t.status = ANY(${bind(filter.status)}::teacher_status[])`);
  if (filter.department.length > 0) {
    add(
      filter.department.includes("none") ? "department-none" : "department",
      inOrNone("t.department_code", filter.department, bind),
    );
  }
  if (list === "teachers" && filter.degree.length > 0)
    add("degree", `t.terminal_degree = ANY(${bind(filter.degree)}::terminal_degree[])`);
  if (list === "teachers" && filter.qualification.length > 0) {
    add(
      filter.qualification.includes("none") ? "qualified-none" : "qualified",
      qualifiedIn(filter.qualification, bind),
    );
  }
  const sort = filter.sort ?? ({ column: "name", direction: "asc" } as const);
  const direction = sort.direction === "desc" ? "DESC" : "ASC";
  key.push(`${sort.column}-${direction}`);
  return {
    key: key.join(" "),
    ctes: hits?.ctes ?? "",
    from: `${list === "teachers" ? "teacher" : "staff"} t JOIN person p ON p.id = t.person_id`,
    where: where.join(" AND "),
    orderBy: ORDER[sort.column].map((column) => `${column} ${direction} NULLS LAST`).join(", "),
  };
}

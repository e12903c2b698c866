import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import type { CourseFileRow, CourseListRow } from "../schemas";
import type { CourseListState } from "../search-params";

/** Holds on the day $1, as SQL over an alias with valid_from and valid_to. */
const holds = (alias: string) =>
  `${alias}.valid_from <= $1::date AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > $1::date)`;

const UNLOCKS = `(SELECT count(DISTINCT uo.code) FROM course_prerequisite u JOIN course ur ON ur.id = u.required_course_id
  JOIN course uo ON uo.id = u.course_id WHERE ur.code = c.code AND ${holds("u")})`;

const REQUISITES = `course_prerequisite p JOIN course po ON po.id = p.course_id AND po.code = c.code
  JOIN course pr ON pr.id = p.required_course_id`;

const REQUIRED_BY = `programme_requirement q JOIN course qc ON qc.id = q.course_id AND qc.code = c.code
  JOIN programme g ON g.id = q.programme_id`;

function orderOf({ column, direction }: CourseListState["sort"]): string {
  const way = direction === "desc" ? "DESC" : "ASC";
  const columns: Record<typeof column, string> = {
    code: `c.code ${way}`,
    title: `c.title ${way}, c.code`,
    cycle: `y.rank ${way}, c.code`,
    credits: `c.credits ${way}, c.code`,
    unlocks: `${UNLOCKS} ${way}, c.code`,
  };
  return `${columns[column]}, c.valid_from DESC`;
}

const PERIODS: Record<CourseListState["when"], string> = {
  now: holds("c"),
  coming: "c.valid_from > $1::date",
  ended: "c.valid_to <= $1::date",
  all: "$1::date IS NOT NULL",
};
const MARKS: Record<NonNullable<CourseListState["mark"]>, string> = {
  foundation: "c.is_foundation_year",
  senior: "c.is_senior_project",
  language: "c.programme_code IS NOT NULL",
};

function conditions(state: CourseListState, values: unknown[]): string[] {
  const bind = (value: unknown) => `$${values.push(value)}`;
  const list = [PERIODS[state.when]];
  if (state.cycle.length > 0) list.push(`y.code = ANY (${bind(state.cycle)}::text[])`);
  if (state.programme) {
    const code = bind(state.programme);
    list.push(
      `(c.programme_code = ${code} OR EXISTS (SELECT FROM ${REQUIRED_BY} WHERE g.code = ${code} AND ${holds("q")}))`,
    );
  }
  if (state.mark) list.push(MARKS[state.mark]);
  if (state.offered) list.push(state.offered === "yes" ? "c.is_active" : "NOT c.is_active");
  if (state.needs) {
    const some = `EXISTS (SELECT FROM ${REQUISITES} WHERE ${holds("p")})`;
    list.push(state.needs === "with" ? some : `NOT ${some}`);
  }
  for (const word of state.q.trim().split(/\s+/).filter(Boolean).slice(0, 5)) {
    const plain = word.replace(/[\\%_]/g, "\\$&");
    const like = bind(`%${plain}%`);
    list.push(`(c.code ILIKE ${like} OR replace(c.code, '-', '') ILIKE ${bind(`${plain.replaceAll("-", "")}%`)}
      OR c.title ILIKE ${like} OR c.title_km LIKE ${like})`);
  }
  return list;
}

const TABLES = "course c JOIN cycle y ON y.id = c.cycle_id";

/** The lines of some courses `c`, each with what it asks for, who requires it and how many ask for it. */
const LINE = `c.id, c.code, c.title, c.title_km AS "titleKm", c.short_title AS "shortTitle", y.code AS "cycleCode",
  y.name AS "cycleName", y.name_km AS "cycleNameKm", c.credits, c.programme_code AS "programmeCode", c.level,
  c.is_foundation_year AS "isFoundationYear", c.is_senior_project AS "isSeniorProject", c.is_active AS "isActive",
  c.valid_from AS "validFrom", c.valid_to AS "validTo",
  (SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'group', p.group_number, 'code', pr.code,
     'minimumLetter', p.minimum_letter) ORDER BY p.group_number, p.id), '[]') FROM ${REQUISITES} WHERE ${holds("p")}) AS requisites,
  (SELECT coalesce(json_agg(DISTINCT g.code), '[]') FROM ${REQUIRED_BY} WHERE ${holds("q")}) AS programmes,
  ${UNLOCKS}::integer AS unlocks`;

/** One numbered page of courses, page and count in one statement. @throws AppError forbidden */
export async function listCourses(actor: Actor, state: CourseListState): Promise<Page<CourseListRow>> {
  authorise(actor, "curriculum:read");
  const values: unknown[] = [campusToday()];
  const where = conditions(state, values).join(" AND ");
  const offset = values.push((state.page - 1) * state.size);
  const limit = values.push(state.size);
  const [found] = await query<{ counted: number; rows: CourseListRow[] }>(
    "",
    `WITH hit AS MATERIALIZED (
       SELECT c.id, row_number() OVER (ORDER BY ${orderOf(state.sort)}) AS place FROM ${TABLES} WHERE ${where}
        LIMIT ${COUNT_LIMIT + 1}
     ), shown AS MATERIALIZED (SELECT * FROM hit ORDER BY place OFFSET $${offset} LIMIT $${limit})
     SELECT (SELECT count(*) FROM hit)::integer AS counted,
            (SELECT coalesce(json_agg(line ORDER BY place), '[]') FROM (
               SELECT shown.place, ${LINE} FROM shown JOIN course c ON c.id = shown.id
                 JOIN cycle y ON y.id = c.cycle_id) line) AS rows`,
    values,
  );
  return toPage(found?.rows ?? [], found?.counted ?? 0, state.page, state.size);
}

/** Courses that a file may hold, at most: ten times the catalogue. */
const FILE_ROWS = 5_000;

/** All courses of a list, without pages, for a file. @throws AppError forbidden */
export async function allCourses(actor: Actor, state: CourseListState): Promise<CourseFileRow[]> {
  authorise(actor, "curriculum:read");
  const values: unknown[] = [campusToday()];
  const where = conditions(state, values).join(" AND ");
  return query<CourseFileRow>(
    "",
    `SELECT ${LINE}, c.description, c.earliest_term AS "earliestTerm", c.recommended_term AS "recommendedTerm",
            c.latest_term AS "latestTerm", c.retry_priority AS "retryPriority"
       FROM ${TABLES} WHERE ${where} ORDER BY ${orderOf(state.sort)} LIMIT ${FILE_ROWS}`,
    values,
  );
}

/** Cycles and programmes that a list can be narrowed to. */
export async function listCourseChoices(actor: Actor): Promise<{ cycles: Choice[]; programmes: Choice[] }> {
  authorise(actor, "curriculum:read");
  const [found] = await query<{ cycles: Choice[]; programmes: Choice[] }>(
    "curriculum.course-filters",
    `SELECT (SELECT json_agg(json_build_object('id', id, 'code', code, 'name', name, 'nameKm', name_km) ORDER BY rank DESC, code) FROM cycle) AS cycles,
            (SELECT json_agg(json_build_object('id', g.id, 'code', g.code, 'name', g.name, 'nameKm', g.name_km, 'kind', g.kind)
                      ORDER BY y.rank DESC, g.display_order, g.code)
               FROM programme g JOIN cycle y ON y.id = g.cycle_id) AS programmes`,
  );
  return { cycles: found?.cycles ?? [], programmes: found?.programmes ?? [] };
}

export type Choice = {
  id: number;
  code: string;
  name: string;
  nameKm: string;
  kind?: "ACADEMIC" | "LANGUAGE";
};

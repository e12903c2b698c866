import "server-only";
import { reachOf, scopeSql } from "@/lib/people/access";
import { findHits, hitsOf } from "@/lib/people/queries/find-hits";
import type { StudentListParams } from "@/lib/people/search-params";
import { type Actor, can } from "@/lib/platform/access/actor";
import { COUNT_LIMIT } from "@/lib/platform/db/paging";

/** Filters and sort of the list, without its page. */
export type StudentFilter = Omit<StudentListParams, "page" | "size" | "term"> & StudentLimits;

/** Limits that come from domains to the right. */
export type StudentLimits = {
  /** Person ids that the result is limited to, such as those of a term; null: no limit. */
  among: number[] | null;
  /** Person ids that are left out, such as those who are in a class; null: nobody. */
  except: number[] | null;
};

/** The part of a statement that the list and its export share. The text depends on `key` alone. */
export type StudentSelection = {
  key: string;
  ctes: string;
  from: string;
  where: string;
  orderBy: string;
  byName: boolean;
  /**
   * How many it finds hangs on the values: one plan for all of them is a hundred times too slow for some, so that it is
   * planned anew. The common filters are as fast with one plan, and planning would cost more than reading a page.
   */
  isRare: boolean;
};

const ORDER = {
  number: ["s.number"],
  name: ["p.family_name", "p.personal_name", "p.id"],
  status: ["s.status", "s.number"],
  programme: ["pr.code", "s.number"],
  studyTime: ["s.study_time", "s.number"],
} as const;

const WITHOUT = {
  programme: "s.current_programme_id IS NULL",
  phone: "NOT s.has_phone",
  photo: "NOT EXISTS (SELECT FROM person_photo pp WHERE pp.person_id = s.person_id AND pp.is_current)",
  // As the partial index person_without_khmer_name says it.
  khmerName: "p.khmer_family_name IS NULL AND p.khmer_personal_name IS NULL",
  dateOfBirth: "p.date_of_birth IS NULL",
} as const;

const LEVEL = `EXISTS (SELECT FROM programme_enrolment pe WHERE pe.student_id = s.person_id
  AND pe.programme_id = s.current_programme_id AND pe.status = 'ACTIVE' AND pe.current_level = ANY($levels::integer[]))`;

/** Conditions on the person: gender, province, year of birth. */
function personConditions(
  { gender, province, born }: Pick<StudentFilter, "gender" | "province" | "born">,
  bind: (value: unknown) => string,
): [string, string][] {
  const found: [string, string][] = [];
  if (gender.length > 0) found.push(["gender", `p.gender = ANY(${bind(gender)}::gender[])`]);
  if (province.length > 0) found.push(["province", `p.birth_province = ANY(${bind(province)}::text[])`]);
  if (born && born.from !== null)
    found.push(["born-from", `p.date_of_birth >= make_date(${bind(born.from)}::integer, 1, 1)`]);
  if (born && born.to !== null)
    found.push(["born-to", `p.date_of_birth < make_date(${bind(born.to)}::integer + 1, 1, 1)`]);
  return found;
}

/**
 * Which students, and in what order: `FROM … WHERE … ORDER BY …` over the aliases s, p (by name) and pr (by programme).
 * @param atMost hits of a search that are looked at; a list counts no further
 */
export function selectStudents(
  actor: Actor,
  filter: StudentFilter,
  values: unknown[],
  atMost = COUNT_LIMIT + 1,
): StudentSelection {
  // Who may only find people filters by nothing personal.
  const full = can(actor, "people:read");
  const reach = reachOf(actor, full ? "people:read" : "people:search");
  const bind = (value: unknown) => `$${values.push(value)}`;
  const key: string[] = [reach.kind];
  const where: string[] = [];
  const add = (name: string, condition: string) => {
    key.push(name);
    where.push(condition);
  };
  if (reach.kind !== "all") where.push(scopeSql(reach, values));
  const hits = filter.q ? findHits(actor, filter.q, values, hitsOf(atMost), "students") : null;
  if (filter.q) add(hits?.key ?? "nothing", hits ? "true" : "false");
  if (filter.status.length > 0) add("status", `s.status = ANY(${bind(filter.status)}::student_status[])`);
  if (filter.programme.length > 0) {
    add(
      "programme",
      `s.current_programme_id IN (SELECT id FROM programme WHERE code = ANY(${bind(filter.programme)}::text[]))`,
    );
  }
  if (filter.studyTime.length > 0) add("time", `s.study_time = ANY(${bind(filter.studyTime)}::study_time[])`);
  if (full && filter.monk !== null) add(`monk-${filter.monk}`, filter.monk ? "s.is_monk" : "NOT s.is_monk");
  if (full && filter.transfer !== null)
    add(`transfer-${filter.transfer}`, filter.transfer ? "s.is_transfer" : "NOT s.is_transfer");
  if (full && filter.without && filter.without !== "class")
    add(`without-${filter.without}`, WITHOUT[filter.without]);
  if (full && filter.level.length > 0) add("level", LEVEL.replace("$levels", bind(filter.level.map(Number))));
  if (full && filter.admitted) {
    const { from, to } = filter.admitted;
    if (from !== null) add("admitted-from", `s.admitted_on >= make_date(${bind(from)}::integer, 1, 1)`);
    if (to !== null) add("admitted-to", `s.admitted_on < make_date(${bind(to)}::integer + 1, 1, 1)`);
  }
  const ofPerson = full ? personConditions(filter, bind) : [];
  for (const [name, condition] of ofPerson) add(name, condition);
  if (filter.among) add("among", `s.person_id = ANY(${bind(filter.among)}::integer[])`);
  if (filter.except) add("except", `s.person_id <> ALL(${bind(filter.except)}::integer[])`);

  const sort = filter.sort ?? (hits ? null : ({ column: "number", direction: "desc" } as const));
  const direction = sort?.direction === "desc" ? "DESC" : "ASC";
  const byName =
    !sort ||
    sort.column === "name" ||
    ofPerson.length > 0 ||
    filter.without === "khmerName" ||
    filter.without === "dateOfBirth";
  const columns = sort ? ORDER[sort.column] : (["hit.rank", "s.status", ...ORDER.name] as const);
  key.push(sort ? `${sort.column}-${direction}` : "best");
  return {
    key: key.join(" "),
    ctes: hits?.ctes ?? "",
    from: `student s ${hits ? "JOIN hit ON hit.person_id = s.person_id" : ""}
      ${byName ? "JOIN person p ON p.id = s.person_id" : ""}
      ${sort?.column === "programme" ? "LEFT JOIN programme pr ON pr.id = s.current_programme_id" : ""}`,
    where: where.join(" AND ") || "true",
    orderBy: columns.map((column) => `${column} ${direction}`).join(", "),
    byName,
    isRare: ofPerson.length > 0 || (full && (filter.without !== null || filter.admitted !== null)),
  };
}

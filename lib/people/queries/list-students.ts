import "server-only";
import { readColumns } from "@/lib/people/lists/columns";
import { type StudentFilter, selectStudents } from "@/lib/people/queries/student-rows";
import type { StudentRow } from "@/lib/people/schemas";
import { sees } from "@/lib/people/visible-fields";
import { type Actor, authoriseAny, can } from "@/lib/platform/access/actor";
import { isLongList, noteCount } from "@/lib/platform/db/long-lists";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query, queryPlanned } from "@/lib/platform/db/pool";

/** Groups of fields that a row holds beyond finding somebody. */
const SEEN = ["gender", "monk", "admission"] as const;

type Row = StudentRow & { total: number };

/**
 * A page of students with the total up to 10,000, in one statement. Reads through the actor's scope; with
 * people:search alone (a cashier) the rows hold nothing personal. Columns beyond those of every row are read when they
 * are among `columns`, the ones that the reader shows.
 * @throws AppError forbidden without people:read and people:search
 */
export async function listStudents(
  actor: Actor,
  filter: StudentFilter & { page: number; size: number; columns?: readonly string[] | null },
): Promise<Page<StudentRow>> {
  authoriseAny(actor, "people:read", "people:search");
  const full = can(actor, "people:read");
  const values: unknown[] = [];
  const chosen = selectStudents(actor, filter, values);
  const list = `people.students ${chosen.key} ${JSON.stringify(values)}`;
  const isLong = isLongList(list);
  const offset = values.push((filter.page - 1) * filter.size);
  // The size as a number and the offset unseen by the planner: PostgreSQL then keeps one plan instead of planning each
  // page anew, which took longer than reading it.
  const size = Math.trunc(filter.size);
  const further = full
    ? readColumns("students", filter.columns ?? []).filter(({ field }) => sees(actor, field))
    : [];
  const names = further.map(({ key }) => key).join("-");
  const name = `people.list ${size} ${full ? `full ${SEEN.filter((field) => sees(actor, field)).join("-")}` : "found"}${names && ` ${names}`} ${isLong ? "long " : ""}${chosen.key}`;
  const text = `WITH ${chosen.ctes ? `${chosen.ctes},` : ""}
     total AS (${isLong ? `SELECT ${COUNT_LIMIT + 1} AS n` : `SELECT count(*) AS n FROM (SELECT 1 FROM ${chosen.from} WHERE ${chosen.where} LIMIT ${COUNT_LIMIT + 1}) AS capped`}),
     page AS (SELECT person_id, row_number() OVER () AS place
                FROM (SELECT s.person_id FROM ${chosen.from} WHERE ${chosen.where} ORDER BY ${chosen.orderBy}
                       LIMIT ${size} OFFSET (SELECT $${offset}::integer)) AS ordered)
     SELECT total.n AS total, p.id, s.number_label AS number, p.family_name AS "familyName",
            p.personal_name AS "personalName", p.khmer_family_name AS "khmerFamilyName",
            p.khmer_personal_name AS "khmerPersonalName", p.khmer_name_source = 'APPROXIMATED' AS approximated,
            s.status, pr.code AS programme, s.study_time AS "studyTime",
            ${full && sees(actor, "gender") ? "p.gender" : "NULL AS gender"}
            ${full && sees(actor, "monk") ? ', s.is_monk AS "isMonk"' : ""}
            ${full && sees(actor, "admission") ? ', s.is_transfer AS "isTransfer"' : ""}
            ${further.map(({ key, sql }) => `, ${sql} AS "${key}"`).join("")}
       FROM total
       LEFT JOIN (page
         JOIN student s ON s.person_id = page.person_id
         JOIN person p ON p.id = s.person_id
         LEFT JOIN programme pr ON pr.id = s.current_programme_id) ON true
      ORDER BY page.place`;
  const rows = chosen.isRare ? await queryPlanned<Row>(text, values) : await query<Row>(name, text, values);
  const found = rows.filter((row) => row.id !== null);
  const page = toPage(
    found.map(({ total: _, ...row }) => row),
    rows[0]?.total ?? 0,
    filter.page,
    filter.size,
  );
  noteCount(list, !page.totalIsExact);
  return page;
}

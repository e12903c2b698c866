import "server-only";
import { cache } from "react";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { RecordRows } from "@/lib/platform/audit/queries";
import { campusToday } from "@/lib/platform/dates/campus";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import type { TextbookHit, TextbookListRow, TextbookRow } from "./schemas";
import type { TextbookListState } from "./search-params";

const COLUMNS = `b.id, b.version, b.title, b.author, b.isbn, b.publisher, b.edition, b.year, b.notes, b.is_active AS "isActive"`;
const USED = `(EXISTS (SELECT FROM course_textbook u WHERE u.textbook_id = b.id)
  OR EXISTS (SELECT FROM part_template_textbook u WHERE u.textbook_id = b.id))`;

/** Words of a search as conditions over the textbook `b`; digits are looked for in the ISBN. */
function matching(q: string, values: unknown[]): string[] {
  return q
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 5)
    .map((word) => {
      const plain = word.replace(/[\\%_]/g, "\\$&");
      const inside = `$${values.push(`%${plain}%`)}`;
      const isbn = `$${values.push(`%${plain.replaceAll("-", "")}%`)}`;
      return `(b.title ILIKE ${inside} OR b.author ILIKE ${inside} OR b.publisher ILIKE ${inside} OR b.isbn LIKE ${isbn})`;
    });
}

function orderOf({ column, direction }: TextbookListState["sort"]): string {
  const way = direction === "desc" ? "DESC" : "ASC";
  const columns = { title: "lower(b.title)", author: "lower(b.author)", year: "b.year" };
  return `${columns[column]} ${way} NULLS LAST, lower(b.title), b.id`;
}

/** One numbered page of textbooks with the courses that use each. @throws AppError forbidden */
export async function listTextbooks(actor: Actor, state: TextbookListState): Promise<Page<TextbookListRow>> {
  authorise(actor, "curriculum:read");
  const values: unknown[] = [campusToday()];
  const where = ["$1::date IS NOT NULL", ...matching(state.q, values)];
  if (state.use) where.push(state.use === "used" ? USED : `NOT ${USED}`);
  if (state.kept) where.push(state.kept === "yes" ? "b.is_active" : "NOT b.is_active");
  const offset = values.push((state.page - 1) * state.size);
  const limit = values.push(state.size);
  const [found] = await query<{ counted: number; rows: TextbookListRow[] }>(
    "",
    `WITH hit AS MATERIALIZED (
       SELECT b.id, row_number() OVER (ORDER BY ${orderOf(state.sort)}) AS place FROM textbook b
        WHERE ${where.join(" AND ")} LIMIT ${COUNT_LIMIT + 1}
     ), shown AS MATERIALIZED (SELECT * FROM hit ORDER BY place OFFSET $${offset} LIMIT $${limit})
     SELECT (SELECT count(*) FROM hit)::integer AS counted,
            (SELECT coalesce(json_agg(line ORDER BY place), '[]') FROM (
               SELECT shown.place, ${COLUMNS},
                      (SELECT coalesce(json_agg(DISTINCT c.code), '[]') FROM course_textbook x JOIN course c ON c.id = x.course_id
                        WHERE x.textbook_id = b.id AND (c.valid_to IS NULL OR c.valid_to > $1::date)) AS courses,
                      (SELECT count(*) FROM part_template_textbook x WHERE x.textbook_id = b.id)::integer AS templates
                 FROM shown JOIN textbook b ON b.id = shown.id) line) AS rows`,
    values,
  );
  return toPage(found?.rows ?? [], found?.counted ?? 0, state.page, state.size);
}

/** A textbook. @throws AppError not_found `curriculum.textbook_not_found` */
export const getTextbook = cache(async (actor: Actor, id: number): Promise<TextbookRow> => {
  authorise(actor, "curriculum:read");
  const [row] = await query<TextbookRow>(
    "curriculum.textbook",
    `SELECT ${COLUMNS} FROM textbook b WHERE b.id = $1`,
    [id],
  );
  if (!row) throw new AppError("not_found", "curriculum.textbook_not_found");
  return row;
});

/** Textbooks in use for a picker: by title, author or ISBN. @throws AppError forbidden */
export async function findTextbooks(actor: Actor, q: string): Promise<TextbookHit[]> {
  authorise(actor, "curriculum:read");
  const values: unknown[] = [];
  const where = ["b.is_active", ...matching(q, values)].join(" AND ");
  return query<TextbookHit>(
    "",
    `SELECT b.id, b.title, b.author, b.isbn, b.edition, b.year FROM textbook b WHERE ${where}
      ORDER BY lower(b.title), b.id LIMIT 8`,
    values,
  );
}

export type TextbookUses = {
  courses: { code: string; title: string; titleKm: string | null; ended: boolean }[];
  templates: { id: number; name: string; nameKm: string; part: string; partKm: string; programme: string }[];
};

/** The courses and the templates of parts that use a textbook; ended courses last. */
export async function listTextbookUses(actor: Actor, id: number): Promise<TextbookUses> {
  authorise(actor, "curriculum:read");
  const [found] = await query<TextbookUses>(
    "curriculum.textbook-uses",
    `SELECT (SELECT coalesce(json_agg(l ORDER BY l.ended, l.code), '[]') FROM (
               SELECT DISTINCT ON (c.code) c.code, c.title, c.title_km AS "titleKm",
                      coalesce(c.valid_to <= $2::date, false) AS ended
                 FROM course_textbook x JOIN course c ON c.id = x.course_id WHERE x.textbook_id = $1
                ORDER BY c.code, c.valid_from DESC LIMIT 200) l) AS courses,
            (SELECT coalesce(json_agg(l ORDER BY l.programme, l.id), '[]') FROM (
               SELECT s.id, s.name, s.name_km AS "nameKm", p.name AS part, p.name_km AS "partKm", g.code AS programme
                 FROM part_template_textbook x JOIN part_template p ON p.id = x.part_template_id
                 JOIN part_template_set s ON s.id = p.set_id JOIN programme g ON g.id = s.programme_id
                WHERE x.textbook_id = $1 LIMIT 200) l) AS templates`,
    [id, campusToday()],
  );
  return found ?? { courses: [], templates: [] };
}

/** The rows that make up a textbook, for its history. */
export async function listTextbookRows(actor: Actor, id: number): Promise<RecordRows[]> {
  authorise(actor, "curriculum:read");
  const [found] = await query<{ keys: string[] }>(
    "curriculum.textbook-rows",
    `SELECT coalesce(json_agg(DISTINCT row_key), '[]') AS keys FROM audit.entry
      WHERE table_name = 'course_textbook' AND row_key LIKE '%/' || $1::text`,
    [id],
  );
  return [
    { table: "textbook", keys: [id] },
    ...(found && found.keys.length > 0 ? [{ table: "course_textbook", keys: found.keys }] : []),
  ];
}

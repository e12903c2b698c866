import "server-only";
import { PEOPLE_COLUMNS, readColumns } from "@/lib/people/lists/columns";
import { type ProfileFilter, selectProfiles } from "@/lib/people/queries/profile-rows";
import type { ProfileRow } from "@/lib/people/schemas";
import { sees } from "@/lib/people/visible-fields";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";

type Row = ProfileRow & { total: number };
type Asked = ProfileFilter & { page: number; size: number; columns?: readonly string[] | null };

/**
 * A page of teachers or staff with the total, in one statement, through the actor's scope; of the columns those that the
 * actor may see, and of the rarer ones those that the reader shows.
 * @throws AppError forbidden without people:read
 */
export async function listProfiles(
  actor: Actor,
  list: "teachers" | "staff",
  asked: Asked,
): Promise<Page<ProfileRow>> {
  authorise(actor, "people:read");
  const values: unknown[] = [];
  const chosen = selectProfiles(actor, list, asked, values);
  const columns = [
    ...PEOPLE_COLUMNS[list].filter((column) => column.always),
    ...readColumns(list, asked.columns ?? []),
  ].filter(({ field }) => sees(actor, field));
  const size = Math.trunc(asked.size);
  const offset = values.push((asked.page - 1) * asked.size);
  const rows = await query<Row>(
    `people.list-${list} ${size} ${columns.map(({ key }) => key).join("-")} ${chosen.key}`,
    `WITH ${chosen.ctes ? `${chosen.ctes},` : ""}
     total AS (SELECT count(*) AS n FROM (SELECT 1 FROM ${chosen.from} WHERE ${chosen.where}
                                           LIMIT ${COUNT_LIMIT + 1}) AS capped),
     page AS (SELECT ordered.person_id, row_number() OVER () AS place
                FROM (SELECT t.person_id FROM ${chosen.from} WHERE ${chosen.where} ORDER BY ${chosen.orderBy}
                       LIMIT ${size} OFFSET (SELECT $${offset}::integer)) AS ordered)
     SELECT total.n AS total, p.id, p.khmer_name_source = 'APPROXIMATED' AS approximated,
            ${columns.map(({ key, sql }) => `${sql} AS "${key}"`).join(", ")}
       FROM total
       LEFT JOIN (page
         JOIN ${list === "teachers" ? "teacher" : "staff"} t ON t.person_id = page.person_id
         JOIN person p ON p.id = t.person_id) ON true
      ORDER BY page.place`,
    values,
  );
  const found = rows.filter((row) => row.id !== null).map(({ total: _, ...row }) => row);
  return toPage(found, rows[0]?.total ?? 0, asked.page, asked.size);
}

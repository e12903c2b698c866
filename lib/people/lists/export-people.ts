import "server-only";
import { chooseFrom } from "@/lib/people/lists/choose";
import { PEOPLE_COLUMNS, type PeopleColumn } from "@/lib/people/lists/columns";
import type { PeopleList } from "@/lib/people/lists/kinds";
import type { ExportAsk } from "@/lib/people/lists/schemas";
import { sees } from "@/lib/people/visible-fields";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { recordEvent } from "@/lib/platform/audit/event";
import { queryPlanned } from "@/lib/platform/db/pool";
import { streamRows } from "@/lib/platform/db/stream-rows";
import { writeTx } from "@/lib/platform/db/transaction";

/** A file holds everybody who was found, however many. */
const EVERYBODY = 10_000_000;

export type ExportRow = Record<string, string | number | boolean | null>;
export type PeopleExport = { columns: PeopleColumn[]; rows: AsyncGenerator<ExportRow> };

/** The columns of a file: those asked for that the actor may see, in the order of the list's file. */
export function exportColumns(
  actor: Actor,
  list: PeopleList,
  shown: readonly string[] | null,
): PeopleColumn[] {
  return PEOPLE_COLUMNS[list].filter(
    (column) => (shown === null || shown.includes(column.of ?? column.key)) && sees(actor, column.field),
  );
}

type Statement = { text: string; values: unknown[] };

async function statementOf(actor: Actor, ask: ExportAsk, what: string, limit: string): Promise<Statement> {
  const values: unknown[] = [];
  const chosen = await chooseFrom(actor, ask.list, ask.ids ? {} : ask.params, values, EVERYBODY);
  const alias = ask.list === "students" ? "s" : "t";
  const among = ask.ids ? `AND ${alias}.person_id = ANY ($${values.push(ask.ids)}::integer[])` : "";
  const table = { students: "student", teachers: "teacher", staff: "staff" }[ask.list];
  const programme = ask.list === "students" ? "LEFT JOIN programme pr ON pr.id = s.current_programme_id" : "";
  const text = `WITH ${chosen.ctes ? `${chosen.ctes},` : ""}
     chosen AS (SELECT ${alias}.person_id, row_number() OVER (ORDER BY ${chosen.orderBy}) AS place
                  FROM ${chosen.from} WHERE ${chosen.where} ${among} ${limit})
     SELECT ${what} FROM chosen
       JOIN ${table} ${alias} ON ${alias}.person_id = chosen.person_id
       JOIN person p ON p.id = ${alias}.person_id
       ${programme}`;
  return { text, values };
}

/** Whether a list holds more people than a number. @throws AppError forbidden without people:export */
export async function isLongerThan(actor: Actor, ask: ExportAsk, rows: number): Promise<boolean> {
  authorise(actor, "people:export");
  if (ask.ids) return ask.ids.length > rows;
  const { text, values } = await statementOf(actor, ask, "count(*) AS n", `LIMIT ${rows + 1}`);
  const [found] = await queryPlanned<{ n: number }>(text, values);
  return (found?.n ?? 0) > rows;
}

/** Writes into the audit that somebody takes people out of a list. @throws AppError forbidden; read_only */
export async function noteExport(actor: Actor, ask: ExportAsk): Promise<void> {
  authorise(actor, "people:export");
  authorise(actor, "people:read");
  const { list, params, ids, columns, format } = ask;
  await writeTx(actor, {}, (tx) =>
    recordEvent(tx, `people.${list}_exported`, null, {
      filter: params,
      format,
      ...(columns ? { columns } : {}),
      ...(ids ? { people: ids.length } : {}),
    }),
  );
}

/**
 * The people of a list with the columns asked for that the actor may see, streamed in the order of the list. That
 * somebody takes them out, with which filter, stands in the audit before the first row leaves (`noteExport`).
 * @throws AppError forbidden without people:export
 */
export async function exportPeople(actor: Actor, ask: ExportAsk): Promise<PeopleExport> {
  authorise(actor, "people:export");
  authorise(actor, "people:read");
  const columns = exportColumns(actor, ask.list, ask.columns);
  const what = columns.map(({ key, sql }) => `${sql} AS "${key}"`).join(", ");
  const { text, values } = await statementOf(actor, ask, what, "");
  return { columns, rows: streamRows<ExportRow>(`${text} ORDER BY chosen.place`, values) };
}

import { readdirSync, readFileSync } from "node:fs";
import type { Pool } from "pg";
import { readMarks } from "@/lib/platform/audit/marks";

/** Tables whose rows are facts: everything but the logs. */
function factTables(): string[] {
  const schema = readdirSync("prisma/schema")
    .map((file) => readFileSync(`prisma/schema/${file}`, "utf8"))
    .join("\n");
  return readMarks(schema)
    .filter(({ kind }) => kind !== "log")
    .map(({ table }) => table)
    .sort();
}

/** Number of rows and a hash of all of them, per table that is no log, and the number of audited changes (a noted reading is none). */
export async function fingerprint(database: Pool): Promise<Record<string, string>> {
  const tables = factTables();
  const parts = tables.map(
    (table) =>
      `SELECT '${table}' AS table, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS print FROM public.${table} t`,
  );
  parts.push(`SELECT 'audit.entry', count(*)::text FROM audit.entry WHERE operation <> 'EVENT'`);
  const { rows } = await database.query<{ table: string; print: string }>(parts.join(" UNION ALL "));
  return Object.fromEntries(rows.map((row) => [row.table, row.print]));
}

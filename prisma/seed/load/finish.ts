import type { ClientBase } from "pg";

/** Moves every sequence behind a column, and the one of student numbers, above what was loaded. */
export async function setSequences(client: ClientBase): Promise<void> {
  const { rows } = await client.query(`
    SELECT format('%I.%I', n.nspname, t.relname) AS table_name, a.attname AS column_name,
           format('%I.%I', n.nspname, s.relname) AS sequence_name
      FROM pg_depend d
      JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
      JOIN pg_class t ON t.oid = d.refobjid
      JOIN pg_namespace n ON n.oid = t.relnamespace
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
     WHERE d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND n.nspname = 'public'`);
  for (const { table_name, column_name, sequence_name } of rows) {
    await client.query(
      `SELECT setval('${sequence_name}', highest) FROM (SELECT max("${column_name}") AS highest FROM ${table_name}) t WHERE highest IS NOT NULL`,
    );
  }
  const { rows: found } = await client.query("SELECT to_regclass('public.student_number_sequence') AS name");
  if (found[0]?.name)
    await client.query("SELECT setval('student_number_sequence', max(number)) FROM student");
}

/** Statistics for the planner, so that the first page is as fast as the thousandth. */
export async function refreshDatabase(client: ClientBase): Promise<void> {
  const { rows } = await client.query(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  await client.query(`VACUUM (ANALYZE) ${rows.map((row) => row.name).join(", ")}`);
}

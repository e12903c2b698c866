import type { Pool } from "pg";

/**
 * Columns whose words are vocabulary of the system: roles, kinds, codes, keys, hashes. A person cannot put text there, and
 * with another word in them the pages would show nothing.
 */
const VOCABULARY =
  /^(id|kind|code|key|role|role_.*|scope_ref|locale|digits|theme|density|subject|subject_key|password_hash|provider.*|id_token|revoked_why|action|input_hash|fingerprint|lane|path|sha256|checksum|migration_name|logs|storage_key|content_type|purpose|token|search_key|word|permission|rule|target_.*|result|what|source|.*letter|.*_code|environment|part_type|actor|granted_by|citizenship)$/;
const NEVER = new Set(["account.email", "job_run.name"]);

export type Poisoned = { done: string[]; refused: string[] };

/**
 * Puts a text into every text column that people can fill, in every row, past triggers and audit. Where a constraint
 * refuses a text the next one is tried. The database is lost for anything else.
 */
export async function poison(database: Pool, texts: readonly string[]): Promise<Poisoned> {
  const { rows } = await database.query<{ table: string; column: string }>(
    `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
        AND c.table_name !~ '^(_|naga_)' AND c.udt_name IN ('text', 'varchar', 'citext') ORDER BY 1, 2`,
  );
  const result: Poisoned = { done: [], refused: [] };
  const client = await database.connect();
  try {
    await client.query("SET session_replication_role = replica");
    for (const { table, column } of rows) {
      const name = `${table}.${column}`;
      if (VOCABULARY.test(column) || NEVER.has(name)) continue;
      let done = false;
      for (const text of texts) {
        if (done) break;
        // The rest keeps apart what must be unique.
        done = await client
          .query(`UPDATE public."${table}" t SET "${column}" = $1 || left(md5(t::text), 6)`, [text])
          .then(
            () => true,
            () => false,
          );
      }
      result[done ? "done" : "refused"].push(name);
    }
    const entry = JSON.stringify(Object.fromEntries(texts.map((text, index) => [`${text}${index}`, text])));
    await client.query("UPDATE audit.entry SET reason = $1, old = $2, new = $2", [texts[0], entry]);
    result.done.push("audit.entry");
  } finally {
    await client.query("RESET session_replication_role");
    client.release();
  }
  return result;
}

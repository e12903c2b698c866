/**
 * Cuts a `-- no-transaction` file into single statements: PostgreSQL wraps several statements of one message
 * into a transaction, which `CREATE INDEX CONCURRENTLY` refuses.
 * Only plain statements that end with a semicolon at the end of a line are understood.
 *
 * @throws Error when the file holds a dollar-quoted body; functions belong to prisma/sql
 */
export function splitStatements(sql: string): string[] {
  if (/\$[a-z_]*\$/i.test(sql)) {
    throw new Error("A -- no-transaction migration cannot hold a function body; put it into prisma/sql.");
  }
  return sql
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/--.*$/gm, "").trim() !== "");
}

/** Whether the first line asks to run outside a transaction. */
export function isNoTransaction(sql: string): boolean {
  return /^--\s*no-transaction\b/.test(sql);
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pool } from "@/lib/platform/db/pool";

type Asked = { text: string; values?: unknown[] };

/** The statements that `work` sends through the pool, with their values written into them. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const asked: Asked[] = [];
  const own = pool();
  const original = own.query;
  own.query = ((statement: Asked, ...rest: unknown[]) => {
    asked.push(statement);
    return Reflect.apply(original, own, [statement, ...rest]);
  }) as typeof own.query;
  try {
    await work();
  } finally {
    own.query = original;
  }
  return asked.map(({ text, values = [] }) =>
    text.replace(/\$(\d+)/g, (_, place: string) => literal(values[Number(place) - 1])),
  );
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(", ")}]`;
  return pg.escapeLiteral(String(value));
}

/** Runs the statements of a page with pgbench, one client, for some seconds. @returns pages per second, or null without pgbench */
export function pgbench(databaseUrl: string, statements: string[], seconds: number): number | null {
  const file = join(mkdtempSync(join(tmpdir(), "naga-bench-")), "page.sql");
  // pgbench takes a line as a command and ":name" as a variable; a cast is neither.
  writeFileSync(file, `${statements.map((text) => `${text.replace(/\s+/g, " ").trim()};`).join("\n")}\n`);
  try {
    const output = execFileSync(
      "pgbench",
      [
        "--no-vacuum",
        "--client=1",
        `--time=${seconds}`,
        "--protocol=prepared",
        `--file=${file}`,
        databaseUrl,
      ],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
    return Number(output.match(/tps = ([\d.]+)/)?.[1] ?? Number.NaN);
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return null;
    throw error;
  }
}

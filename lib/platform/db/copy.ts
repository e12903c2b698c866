import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** What a cell may be; null is SQL NULL. Days are YYYY-MM-DD, instants carry their zone. */
export type CopyValue = string | number | boolean | null;
export type CopyRow = readonly CopyValue[];
export type CopyTarget = { table: string; columns: readonly string[] };
export type CopyResult = { rows: number; bytes: number; sha256: string };

/** Text that is gathered before it goes to the socket: large enough to be fast, small enough to keep memory flat. */
const CHUNK_CHARACTERS = 64 * 1024;
const NAME = /^[a-z_][a-z0-9_]*$/;

function quoted(name: string): string {
  if (!NAME.test(name)) throw new Error(`not a name for COPY: ${name}`);
  return `"${name}"`;
}

function cell(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value === "number") return String(value);
  return /[\\\t\n\r]/.test(value)
    ? value.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r")
    : value;
}

/**
 * Loads rows into a table by COPY. The rows are pulled only as fast as the server takes them (back-pressure), so a
 * generator of any length costs no memory. Runs as whatever role and inside whatever transaction the client has.
 *
 * @returns number of rows, bytes of their text, and its sha256: equal rows give an equal hash
 * @throws the database's error (a constraint, a type); nothing of the batch is then stored
 */
export async function copyRows(
  client: ClientBase,
  target: CopyTarget,
  rows: Iterable<CopyRow>,
): Promise<CopyResult> {
  const columns = target.columns.map(quoted).join(", ");
  const stream = client.query(copyFrom(`COPY ${quoted(target.table)} (${columns}) FROM STDIN`));
  const hash = createHash("sha256");
  const result = { rows: 0, bytes: 0 };

  function* chunks(): Generator<Buffer> {
    let text = "";
    for (const row of rows) {
      let line = cell(row[0] as CopyValue);
      for (let i = 1; i < row.length; i++) line += `\t${cell(row[i] as CopyValue)}`;
      text += `${line}\n`;
      result.rows++;
      if (text.length < CHUNK_CHARACTERS) continue;
      yield finish(text);
      text = "";
    }
    if (text) yield finish(text);
  }
  function finish(text: string): Buffer {
    const bytes = Buffer.from(text, "utf8");
    hash.update(bytes);
    result.bytes += bytes.length;
    return bytes;
  }

  await pipeline(Readable.from(chunks(), { highWaterMark: 4 }), stream);
  return { ...result, sha256: hash.digest("hex") };
}

/**
 * As `copyRows`, and leaves the one audit row that a load owes (blueprints.md 2): actor, table, rows, sha256.
 * The client must act as naga_loader with naga.actor set, as inside `asLoader`. No rows, no audit row.
 */
export async function loadRows(
  client: ClientBase,
  target: CopyTarget,
  rows: Iterable<CopyRow>,
): Promise<CopyResult> {
  const result = await copyRows(client, target, rows);
  if (result.rows > 0) {
    await client.query("SELECT audit.record_copy($1, $2, $3)", [target.table, result.rows, result.sha256]);
  }
  return result;
}

/**
 * Runs `work` inside the client's open transaction as the role naga_loader in the name of `actor`; the role is put
 * back afterwards. Only this role skips the row-by-row audit, and it can insert but neither change nor delete.
 */
export async function asLoader<T>(
  client: ClientBase,
  actor: string,
  reason: string,
  work: () => Promise<T>,
): Promise<T> {
  await client.query("SELECT set_config('naga.actor', $1, true), set_config('naga.reason', $2, true)", [
    actor,
    reason,
  ]);
  await client.query("SET LOCAL ROLE naga_loader");
  const result = await work();
  await client.query("RESET ROLE");
  return result;
}

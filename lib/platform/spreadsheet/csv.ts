import { Readable } from "node:stream";
import { stringify } from "csv-stringify";

/** What a cell of an export may be: money as text, days as YYYY-MM-DD. */
export type CsvCell = string | number | boolean | null | undefined;

const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * A spreadsheet runs cells that begin with = + - @ (also in full width), a tab or a line break as formulas. An
 * apostrophe makes them text; `restoreCell` takes it off again. Numbers given as numbers stay numbers.
 */
export function neutraliseCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "boolean") return cell ? "1" : "0";
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** What stood in the cell before `neutraliseCell`: an exported file can be mended and loaded again. */
export function restoreCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

type Rows = Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>;

/**
 * A CSV file as a stream of bytes: UTF-8 with byte order mark, so that Excel reads Khmer; CRLF; cells neutralised.
 * Memory stays flat however many rows come; a reader that goes away ends the source of the rows.
 */
export function csvStream(header: readonly string[], rows: Rows): Readable {
  async function* records() {
    yield header.map(neutraliseCell);
    for await (const row of rows) yield row.map(neutraliseCell);
  }
  const source = Readable.from(records());
  const csv = stringify({ bom: true, record_delimiter: "windows" });
  source.on("error", (error) => csv.destroy(error));
  csv.on("close", () => source.destroy());
  return source.pipe(csv);
}

/** Answer of a route that offers the file for download. `name` without extension, in ASCII. */
export function csvResponse(name: string, header: readonly string[], rows: Rows): Response {
  const body = Readable.toWeb(csvStream(header, rows)) as unknown as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "_")}.csv"`,
      "x-content-type-options": "nosniff",
    },
  });
}

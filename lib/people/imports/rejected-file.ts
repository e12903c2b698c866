import "server-only";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { Actor } from "@/lib/platform/access/actor";
import { loose } from "@/lib/platform/i18n/explain-text";
import { translator } from "@/lib/platform/i18n/translator";
import { neutraliseCell } from "@/lib/platform/spreadsheet/csv";
import { putFile } from "@/lib/platform/storage/files";
import type { FilePurpose } from "@/lib/platform/storage/purposes";
import type { RunInput } from "./draft";

export type RejectedRow = { cells: string[]; reasons: string[] };

/**
 * Keeps the rejected rows as a file like the one that was sent: the same columns, and the reasons in a last column.
 * Loaded again, the last column is not used.
 * @returns the file's id
 */
export async function keepRejected(
  actor: Actor,
  accountId: number | null,
  input: RunInput,
  rows: AsyncIterable<RejectedRow>,
  purpose: FilePurpose,
): Promise<string> {
  const say = loose(translator("import", input.locale));
  const { headings, source } = input.read;
  const width = headings.length;
  const heading = [...headings, say("rejected.reasons")];
  const isXlsx = source.format === "xlsx";
  const stream = isXlsx
    ? (await import("@/lib/platform/spreadsheet/write-xlsx")).writeXlsx([
        { name: say("rejected.sheet"), headings: heading, rows: cellsOf(rows, width, (cell) => cell) },
      ])
    : Readable.from(csvRows(heading, rows, width)).pipe(
        stringify({ bom: true, delimiter: source.delimiter, record_delimiter: "windows" }),
      );
  const base = input.fileName.replace(/\.[^.]*$/, "");
  const name = `${base} - ${say("rejected.file")}.${isXlsx ? "xlsx" : "csv"}`;
  const file = await putFile(actor, { stream, name, purpose, accountId });
  return file.id;
}

async function* cellsOf(
  rows: AsyncIterable<RejectedRow>,
  width: number,
  tidy: (cell: string) => string,
): AsyncGenerator<string[]> {
  for await (const { cells, reasons } of rows) {
    const padded = Array.from({ length: width }, (_, place) => tidy(cells[place] ?? ""));
    yield [...padded, tidy(reasons.join("\n"))];
  }
}

async function* csvRows(
  heading: string[],
  rows: AsyncIterable<RejectedRow>,
  width: number,
): AsyncGenerator<string[]> {
  yield heading.map(neutraliseCell);
  yield* cellsOf(rows, width, neutraliseCell);
}

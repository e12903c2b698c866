import "server-only";
import { type Actor, systemActor } from "@/lib/platform/access/actor";
import { AppError } from "@/lib/platform/errors";
import type { TableRow } from "@/lib/platform/spreadsheet/table";
import { openFile } from "@/lib/platform/storage/files";
import { fromJsonLines } from "@/lib/platform/storage/json-lines";
import type { ReadList } from "./draft";

/** A row of cells as the worker keeps it: short keys, since there may be half a million of them. */
export type KeptRow = { r: number; c: string[]; f?: number[] };

/** A row as the worker keeps it: number of the row, cells, and the places of those that hold a formula. */
export function toKept(row: TableRow): KeptRow {
  return row.formulas ? { r: row.row, c: row.cells, f: row.formulas } : { r: row.row, c: row.cells };
}

/** The rows below the headings, one at a time. @throws AppError `import.file_gone` when its days are over */
export async function* readCells(
  list: ReadList,
  actor: Actor = systemActor("import"),
): AsyncGenerator<TableRow> {
  const opened = await openFile(actor, list.cellsFileId).catch((cause: unknown) => {
    throw new AppError("not_found", "import.file_gone", { cause });
  });
  for await (const { r, c, f } of fromJsonLines<KeptRow>(opened.stream))
    yield { row: r, cells: c, formulas: f };
}

/** The first rows, for the page where columns are matched. */
export async function firstRows(list: ReadList, count: number): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of readCells(list)) {
    rows.push(row);
    if (rows.length >= count) break;
  }
  return rows;
}

/** Hands rows on in batches. */
export async function* inBatches<T>(rows: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

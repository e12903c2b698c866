import "server-only";
import { isBlank } from "@/lib/people/import/parse-row";
import { changeInput } from "@/lib/platform/change-sets/commands";
import { requireCurrentRun } from "@/lib/platform/change-sets/current-run";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { db } from "@/lib/platform/db/prisma";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { JobContext } from "@/lib/platform/jobs/define";
import { inspectTable, readTable, type TableChoices } from "@/lib/platform/spreadsheet/read-table";
import { headingsFingerprint, recallMapping } from "@/lib/platform/spreadsheet/remember-mapping";
import type { TableRow, TableSource } from "@/lib/platform/spreadsheet/table";
import { openFile, putFile } from "@/lib/platform/storage/files";
import { toJsonLines } from "@/lib/platform/storage/json-lines";
import { receive } from "@/lib/platform/storage/receive";
import { toKept } from "./cells";
import { findImport, type ImportDefinition, type Mapping } from "./define";
import { importDraft, type ReadList } from "./draft";

/** Rows among which the headings are looked for: lists begin with titles and logos. */
const TOP_ROWS = 25;

/**
 * Reads an uploaded list once: finds out how it is written, where its headings are, keeps its cells, and guesses the
 * columns, or recalls how this person matched them before. A reading that another one replaced changes nothing.
 * @throws AppError `spreadsheet.*` when it is no table; `import.no_rows` when there is nothing below the headings
 */
export async function readImportList(
  changeSetId: number,
  choices: TableChoices,
  job: JobContext,
): Promise<{ rows: number }> {
  const set = await db().changeSet.findUniqueOrThrow({
    where: { id: changeSetId },
    select: { input: true, kind: true },
  });
  const draft = importDraft.parse(set.input);
  const definition = findImport(set.kind);
  if (!definition) throw new Error(`no list is loaded as ${set.kind}`);
  const { stream } = await openFile(job.actor, draft.fileId);
  const local = await receive(stream, Number.POSITIVE_INFINITY);
  try {
    const source = await inspectTable(local.path, choices);
    const read = await keepCells(local.path, source, definition, job);
    const recalled =
      job.accountId === null ? null : await recallMapping(job.accountId, definition.kind, read.fingerprint);
    const mapping: Mapping = recalled ?? definition.guessMapping(read.headings);
    const input = {
      ...draft,
      read,
      mapping,
      remembered: recalled !== null,
    } as unknown as Prisma.InputJsonValue;
    await writeTx(job.actor, {}, async (tx) => {
      await requireCurrentRun(tx, changeSetId, job.jobRunId);
      await changeInput(tx, changeSetId, input);
    });
    return { rows: read.rows };
  } finally {
    await local.discard();
  }
}

async function keepCells(
  path: string,
  source: TableSource,
  definition: ImportDefinition,
  job: JobContext,
): Promise<ReadList> {
  const rows = readTable(path, source);
  const top: TableRow[] = [];
  for await (const row of takeFirst(rows, TOP_ROWS)) if (!isBlank(row)) top.push(row);
  const header = headerAmong(top, definition);
  if (!header) throw new AppError("invalid", "spreadsheet.empty");
  const headings = header.cells.map((cell) => cell.slice(0, 100));
  let count = 0;
  let widest = headings.length;

  async function* below() {
    for (const row of top) {
      if (row.row > (header?.row ?? 0)) yield* keep(row);
    }
    for await (const row of rows) {
      if (!isBlank(row)) yield* keep(row);
      if (row.row % 1_000 === 0) await job.progress(row.row, undefined, "reading");
    }
  }
  function* keep(row: TableRow) {
    count += 1;
    widest = Math.max(widest, row.cells.length);
    yield toKept(row);
  }

  const file = await putFile(job.actor, {
    stream: toJsonLines(below()),
    name: "cells.jsonl",
    purpose: definition.area.work,
    accountId: job.accountId,
  }).catch((error: unknown) => {
    if (count === 0 && error instanceof AppError && error.code === "storage.empty") {
      throw new AppError("invalid", "import.no_rows");
    }
    throw error;
  });
  while (headings.length < widest) headings.push("");
  return {
    source,
    cellsFileId: file.id,
    headerRow: header.row,
    headings,
    rows: count,
    fingerprint: headingsFingerprint(headings),
  };
}

/** The row that names the columns: the one with the most known headings, else the first one. */
function headerAmong(rows: TableRow[], { knownHeadings }: ImportDefinition): TableRow | undefined {
  const best = rows.reduce<TableRow | undefined>((found, row) => {
    return knownHeadings(row.cells) > (found ? knownHeadings(found.cells) : 1) ? row : found;
  }, undefined);
  return best ?? rows[0];
}

/** Takes the first values of a generator and leaves the rest in it. */
async function* takeFirst<T>(values: AsyncGenerator<T>, count: number): AsyncGenerator<T> {
  for (let taken = 0; taken < count; taken += 1) {
    const next = await values.next();
    if (next.done) return;
    yield next.value;
  }
}

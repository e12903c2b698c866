import "server-only";
import { NumbersOfFile, SeenRows } from "@/lib/people/import/check-row";
import { parseNumber } from "@/lib/people/import/values";
import { highestNumber, numberSource, refreshSearchKeys } from "@/lib/people/import/write";
import { readCells } from "@/lib/people/imports/cells";
import { runList } from "@/lib/people/imports/run-list";
import type { ImportSummary } from "@/lib/people/imports/summary";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import type { ImportInput } from "./kind";
import { ProgrammeFinder } from "./programmes";
import { takeBatch } from "./take-batch";

/** Rows whose numbers are read between two looks at whether somebody asked to stop. */
const LOOK = 5_000;

/** The import of students itself, for preview and apply: what its rows need around them, then row by row (runList). */
export async function run(
  tx: Tx,
  actor: Actor,
  input: ImportInput,
  context: ChangeSetContext,
): Promise<ImportSummary> {
  const numbers = await readNumbers(input, context);
  const finder = await ProgrammeFinder.load(tx);
  const fallback = input.options.programme === null ? null : finder.find(input.options.programme);
  if (input.options.programme !== null && !fallback) throw new AppError("invalid", "import.programme_gone");
  const around = {
    numbers,
    finder,
    fallback,
    seen: new SeenRows(),
    options: input.options,
    today: campusToday(),
    highestNumber: await highestNumber(tx),
    nextNumbers: numberSource(tx, context.mode, numbers),
    reason: storedReason("loaded_from", { file: input.fileName }),
  };
  return runList(actor, input, context, (rows, tally) => takeBatch(tx, actor, rows, input, around, tally));
}

/** All numbers that the file gives, before anything is written: two rows with one number are both refused. */
async function readNumbers(input: ImportInput, context: ChangeSetContext): Promise<NumbersOfFile> {
  const numbers = new NumbersOfFile();
  const place = input.mapping.number;
  if (place === undefined) return numbers;
  let read = 0;
  for await (const row of readCells(input.read)) {
    const number = parseNumber(row.cells[place] ?? "");
    if (number !== null) numbers.add(number, row.row);
    read += 1;
    if (read % LOOK === 0) await context.progress(0, input.read.rows, "reading");
  }
  return numbers;
}

/** Mends what the audit does not hold for the people that an undo touched: their search keys. */
export const afterUndo = (tx: Tx, subjects: number[]): Promise<void> => refreshSearchKeys(tx, subjects);

import "server-only";
import { NumbersOfFile, SeenRows } from "@/lib/people/import/check-row";
import type { RowProblem } from "@/lib/people/import/schemas";
import { parseNumber } from "@/lib/people/import/values";
import { highestNumber, numberSource, refreshSearchKeys } from "@/lib/people/import/write";
import { inBatches, readCells } from "@/lib/people/imports/cells";
import { importWork } from "@/lib/people/imports/files";
import { problemTeller } from "@/lib/people/imports/problem-text";
import { keepRejected, type RejectedRow } from "@/lib/people/imports/rejected-file";
import { ScratchFile } from "@/lib/people/imports/scratch-file";
import { type ImportSummary, KEPT_PROBLEMS, Tally } from "@/lib/people/imports/summary";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { putFile } from "@/lib/platform/storage/files";
import { toJsonLines } from "@/lib/platform/storage/json-lines";
import type { ImportInput } from "./kind";
import { ProgrammeFinder } from "./programmes";
import { takeBatch } from "./take-batch";

const BATCH = 500;

/** Rows whose numbers are read between two looks at whether somebody asked to stop. */
const LOOK = 5_000;

/**
 * The import itself, for preview and apply: reads the kept cells in batches, checks each row, writes what is right
 * set by set, and puts the rest aside with its reasons. Memory stays flat; the caller's transaction makes it one.
 */
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
  const problems = await ScratchFile.open<RowProblem>();
  const rejected = await ScratchFile.open<RejectedRow>();
  const tally = new Tally();
  const say = problemTeller(input.locale);
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
  try {
    for await (const rows of inBatches(readCells(input.read), BATCH)) {
      const results = await takeBatch(tx, actor, rows, input, around, tally);
      for (const { row, problems: found } of results) {
        for (const problem of found) {
          tally.problem(problem);
          if (problems.count < KEPT_PROBLEMS) await problems.add(problem);
        }
        if (found.some(isError))
          await rejected.add({ cells: row.cells, reasons: found.filter(isError).map(say) });
      }
      await context.progress(
        tally.rows,
        input.read.rows,
        context.mode === "preview" ? "checking" : "writing",
      );
    }
    await Promise.all([problems.close(), rejected.close()]);
    return tally.summary({
      problemsKept: problems.count,
      problemsFileId: await keepProblems(actor, context, problems),
      rejectedFileId:
        rejected.count > 0 ? await keepRejected(actor, context.accountId, input, rejected.values()) : null,
    });
  } finally {
    await Promise.all([problems.discard(), rejected.discard()]);
  }
}

const isError = (problem: RowProblem) => problem.level === "error";

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

async function keepProblems(
  actor: Actor,
  context: ChangeSetContext,
  problems: ScratchFile<RowProblem>,
): Promise<string | null> {
  if (problems.count === 0) return null;
  const file = await putFile(actor, {
    stream: toJsonLines(problems.values()),
    name: `import-${context.changeSetId}-problems.jsonl`,
    purpose: importWork,
    accountId: context.accountId,
  });
  return file.id;
}

/** Mends what the audit does not hold for the people that an undo touched: their search keys. */
export const afterUndo = (tx: Tx, subjects: number[]): Promise<void> => refreshSearchKeys(tx, subjects);

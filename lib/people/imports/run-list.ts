import "server-only";
import type { RowProblem } from "@/lib/people/import/schemas";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import type { TableRow } from "@/lib/platform/spreadsheet/table";
import { putFile } from "@/lib/platform/storage/files";
import { toJsonLines } from "@/lib/platform/storage/json-lines";
import type { ImportArea } from "./areas";
import { inBatches, readCells } from "./cells";
import type { RunInput } from "./draft";
import { peopleLists } from "./files";
import { problemTeller } from "./problem-text";
import { keepRejected, type RejectedRow } from "./rejected-file";
import { ScratchFile } from "./scratch-file";
import { type ImportSummary, KEPT_PROBLEMS, Tally } from "./summary";

const BATCH = 500;

/** A row with everything that is wrong with it; an error means that it was not taken. */
export type TakenRow = { row: TableRow; problems: RowProblem[] };

const isError = (problem: RowProblem) => problem.level === "error";

/**
 * Goes through a list, for preview and apply: reads the kept cells in batches, hands each to `take`, which checks and
 * writes, and puts the rejected rows aside with their reasons. Memory stays flat; the caller's transaction makes it one.
 */
export async function runList(
  actor: Actor,
  input: RunInput,
  context: ChangeSetContext,
  take: (rows: TableRow[], tally: Tally) => Promise<TakenRow[]>,
  area: ImportArea = peopleLists,
): Promise<ImportSummary> {
  const problems = await ScratchFile.open<RowProblem>();
  const rejected = await ScratchFile.open<RejectedRow>();
  const tally = new Tally();
  const say = problemTeller(input.locale);
  try {
    for await (const rows of inBatches(readCells(input.read), BATCH)) {
      for (const { row, problems: found } of await take(rows, tally)) {
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
      problemsFileId: await keepProblems(actor, context, problems, area),
      rejectedFileId:
        rejected.count > 0
          ? await keepRejected(actor, context.accountId, input, rejected.values(), area.rejected)
          : null,
    });
  } finally {
    await Promise.all([problems.discard(), rejected.discard()]);
  }
}

async function keepProblems(
  actor: Actor,
  context: ChangeSetContext,
  problems: ScratchFile<RowProblem>,
  area: ImportArea,
): Promise<string | null> {
  if (problems.count === 0) return null;
  const file = await putFile(actor, {
    stream: toJsonLines(problems.values()),
    name: `import-${context.changeSetId}-problems.jsonl`,
    purpose: area.work,
    accountId: context.accountId,
  });
  return file.id;
}

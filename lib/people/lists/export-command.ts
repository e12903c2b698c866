import "server-only";
import { exportPeople, noteExport } from "@/lib/people/lists/export-people";
import { exportFile } from "@/lib/people/lists/files";
import { exportListJob } from "@/lib/people/lists/jobs";
import { keepAsk, readAsk } from "@/lib/people/lists/kept-ask";
import { type ExportAsk, exportAsk } from "@/lib/people/lists/schemas";
import { codedCells, headingsOf, toldCells } from "@/lib/people/lists/tell-rows";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { addAccess } from "@/lib/platform/access-log/buffer";
import { campusToday } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { translator } from "@/lib/platform/i18n/translator";
import type { JobContext } from "@/lib/platform/jobs/define";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { currentRequestId } from "@/lib/platform/observability/context";
import { csvStream } from "@/lib/platform/spreadsheet/csv";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import { putFile } from "@/lib/platform/storage/files";

/**
 * Has the worker make the file of a long list, with the rights that the actor holds now.
 * @throws AppError forbidden without people:export
 */
export async function startExportCommand(actor: AccountActor, ask: ExportAsk): Promise<{ jobRunId: string }> {
  authorise(actor, "people:export");
  authorise(actor, "people:read");
  await noteExport(actor, ask);
  const askFileId = await keepAsk(actor, ask);
  return writeTx(actor, {}, (tx) => enqueue(tx, exportListJob, { askFileId }, { actor }));
}

/** The work of the job: the same file as a short list gives at once. @returns the stored file and its rows */
export async function makeExport(
  askFileId: string,
  job: JobContext,
): Promise<{ fileId: string; rows: number }> {
  const { ask: kept, actor } = await readAsk(askFileId, job);
  const ask = exportAsk.parse(kept);
  const found = await exportPeople(actor, ask);
  let rows = 0;
  async function* counted(cells: AsyncIterable<string[]>) {
    for await (const row of cells) {
      rows += 1;
      if (rows % 500 === 0) await job.progress(rows, undefined, "writing");
      yield row;
    }
  }
  const headings = headingsOf(found.columns, actor.locale);
  const title = translator("lists", actor.locale)(`files.lists.${ask.list}`);
  const stream =
    ask.format === "xlsx"
      ? writeXlsx([{ name: title, headings, rows: counted(toldCells(found, actor.locale)) }])
      : csvStream(headings, counted(codedCells(found)));
  const name = `${title} ${campusToday()}.${ask.format}`;
  const file = await putFile(job.actor, { stream, name, purpose: exportFile, accountId: job.accountId });
  addAccess({
    at: new Date(),
    accountId: actor.accountId,
    role: actor.role,
    subjectId: null,
    what: "people.export",
    target: ask.list,
    records: rows,
    requestId: currentRequestId(),
    ip: null,
  });
  return { fileId: file.id, rows };
}

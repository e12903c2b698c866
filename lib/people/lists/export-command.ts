import "server-only";
import { Readable } from "node:stream";
import { type ExportAsk, exportAsk } from "@/lib/people/lists/ask";
import { exportPeople, noteExport } from "@/lib/people/lists/export-people";
import { exportAskFile, exportFile } from "@/lib/people/lists/files";
import { exportListJob } from "@/lib/people/lists/jobs";
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
import { openFile, putFile } from "@/lib/platform/storage/files";

type Asker = Omit<AccountActor, "permissions"> & { permissions: string[] };
type Kept = { ask: ExportAsk; asker: Asker };

/**
 * Has the worker make the file of a long list, with the rights that the actor holds now.
 * @throws AppError forbidden without people:export
 */
export async function startExportCommand(actor: AccountActor, ask: ExportAsk): Promise<{ jobRunId: string }> {
  authorise(actor, "people:export");
  authorise(actor, "people:read");
  await noteExport(actor, ask);
  const kept: Kept = { ask, asker: { ...actor, permissions: [...actor.permissions] } };
  const file = await putFile(actor, {
    stream: Readable.from([JSON.stringify(kept)]),
    name: "ask.json",
    purpose: exportAskFile,
  });
  return writeTx(actor, {}, (tx) => enqueue(tx, exportListJob, { askFileId: file.id }, { actor }));
}

/** The work of the job: the same file as a short list gives at once. @returns the stored file and its rows */
export async function makeExport(
  askFileId: string,
  job: JobContext,
): Promise<{ fileId: string; rows: number }> {
  const { ask, asker } = await readAsk(askFileId, job);
  const actor: AccountActor = {
    ...asker,
    permissions: new Set(asker.permissions) as AccountActor["permissions"],
  };
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

async function readAsk(askFileId: string, job: JobContext): Promise<Kept> {
  const { stream } = await openFile(job.actor, askFileId);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  const kept = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Kept;
  return { ask: exportAsk.parse(kept.ask), asker: kept.asker };
}

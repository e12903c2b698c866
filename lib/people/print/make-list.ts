import "server-only";
import { Readable } from "node:stream";
import { exportPeople, type PeopleExport } from "@/lib/people/lists/export-people";
import { readAsk } from "@/lib/people/lists/kept-ask";
import { headingsOf, toldCells } from "@/lib/people/lists/tell-rows";
import type { AccountActor } from "@/lib/platform/access/actor";
import { addAccess } from "@/lib/platform/access-log/buffer";
import { campusToday } from "@/lib/platform/dates/campus";
import { compilePdf } from "@/lib/platform/documents/compile";
import { AppError } from "@/lib/platform/errors";
import { formatDateTime } from "@/lib/platform/i18n/format";
import { translator } from "@/lib/platform/i18n/translator";
import type { JobContext } from "@/lib/platform/jobs/define";
import { currentRequestId } from "@/lib/platform/observability/context";
import { settingOn } from "@/lib/platform/settings/settings";
import { putFile } from "@/lib/platform/storage/files";
import { printedFile } from "./files";
import { printTable } from "./list-columns";
import { LIST_MAX, type PrintedResult, type PrintListAsk, printListAsk } from "./schemas";

/** Columns up to which a list is printed upright. */
const UPRIGHT = 6;

/**
 * Prints a list with the rights of who asked for it. @throws AppError `documents.list_too_long`, `people.selection_empty`
 */
export async function makeList(askFileId: string, job: JobContext): Promise<PrintedResult> {
  const { ask: kept, actor } = await readAsk(askFileId, job);
  const ask = printListAsk.parse(kept);
  const found = await exportPeople(actor, { ...ask, format: "csv" });
  const rows = await cellsOf(found, actor, job);
  if (rows.length === 0) throw new AppError("not_found", "people.selection_empty");
  await job.progress(rows.length, rows.length, "documents.drawing");
  const { bytes, pages } = await compilePdf({
    template: new URL("./list.typ", import.meta.url),
    data: await listData(ask, found, rows, actor),
    createdAt: new Date(),
    signal: job.signal,
  });
  await job.cancelled();
  const title = translator("lists", actor.locale)(`files.lists.${ask.list}`);
  const file = await putFile(job.actor, {
    stream: Readable.from([bytes]),
    name: `${title} ${campusToday()}.pdf`,
    purpose: printedFile,
    accountId: job.accountId,
  });
  addAccess({
    at: new Date(),
    accountId: actor.accountId,
    role: actor.role,
    subjectId: null,
    what: "people.printed_list",
    target: ask.list,
    records: rows.length,
    requestId: currentRequestId(),
    ip: null,
  });
  return { fileId: file.id, people: rows.length, pages };
}

async function cellsOf(found: PeopleExport, actor: AccountActor, job: JobContext): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of toldCells(found, actor.locale)) {
    rows.push(row);
    // Somebody may have come since the command counted them.
    if (rows.length > LIST_MAX)
      throw new AppError("too_large", "documents.list_too_long", { params: { max: LIST_MAX } });
    if (rows.length % 500 === 0) await job.progress(rows.length, undefined, "documents.collecting");
  }
  return rows;
}

/** What the template prints, in the language of who asked. */
async function listData(ask: PrintListAsk, found: PeopleExport, rows: string[][], actor: AccountActor) {
  const { locale, digits } = actor;
  const t = translator("documents", locale, digits);
  const { name, nameKm } = await settingOn("documents.letterhead", campusToday());
  const keys = found.columns.map(({ key }) => key);
  const table = printTable(
    { keys, headings: headingsOf(found.columns, locale), rows },
    { latin: t("list.latin"), khmer: t("list.khmer") },
  );
  const landscape = table.columns.length > UPRIGHT;
  const filters = ask.ids ? t("list.selected") : ask.words.join(" · ") || t("list.all");
  return {
    ...table,
    landscape,
    language: locale,
    size: table.columns.length > 12 ? 6 : table.columns.length > 9 ? 6.8 : 7.6,
    height: locale === "km" ? 9.4 : 8.6,
    title: translator("lists", locale)(`files.lists.${ask.list}`),
    university: [name, nameKm].join(" · "),
    filters: t("list.filters", { filters }),
    count: t("list.count", { count: rows.length }),
    made: t("list.made", {
      when: formatDateTime(new Date().toISOString(), locale, digits),
      who: actor.displayName,
    }),
    // Filled in by the template, which alone knows the pages.
    page: t("list.page", { page: "{page}", pages: "{pages}" }),
  };
}

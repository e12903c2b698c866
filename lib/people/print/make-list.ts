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
import { type PrintTable, printTable } from "./list-columns";
import { LIST_MAX, type PrintedResult, type PrintListAsk, printListAsk } from "./schemas";

/** Sizes of the letters that are tried, in points; the first with which every row is one line is taken. */
const SIZES = [8, 7.2, 6.4];
/** Room for the columns of a page, in mm: upright and lying. */
const ROOM = { upright: 186, lying: 273 };
/** Letters of a column where rows have two lines. */
const PARTED = 26;
/** Millimetres that a letter takes for each point of its size, on average. */
const LETTER = 0.21;

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
  const { landscape, size, lines } = layoutOf(table);
  const columns = table.columns.map((column) => ({
    ...column,
    width: lines === 1 ? column.width : Math.min(column.width, PARTED),
  }));
  const filters = ask.ids ? t("list.selected") : ask.words.join(" · ") || t("list.all");
  return {
    rows: table.rows,
    columns,
    landscape,
    language: locale,
    size,
    // A line of Khmer is higher than one of Latin letters, and names stand in both.
    height: size * 0.353 * 1.75 * lines + 1.4,
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

/** Upright if one line is enough for every row, else lying, with smaller letters or two lines. */
function layoutOf({ columns }: PrintTable): { landscape: boolean; size: number; lines: 1 | 2 } {
  const wanted = columns.reduce((sum, { width }) => sum + width, 0);
  const fits = (room: number, size: number) => wanted * LETTER * size <= room;
  if (fits(ROOM.upright, SIZES[0] ?? 8)) return { landscape: false, size: SIZES[0] ?? 8, lines: 1 };
  const size = SIZES.find((each) => fits(ROOM.lying, each));
  return size === undefined ? { landscape: true, size: 6.2, lines: 2 } : { landscape: true, size, lines: 1 };
}

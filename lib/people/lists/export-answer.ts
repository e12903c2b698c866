import "server-only";
import { Readable } from "node:stream";
import { exportPeople, isLongerThan, noteExport, type PeopleExport } from "@/lib/people/lists/export-people";
import type { PeopleList } from "@/lib/people/lists/kinds";
import { SENT_AT_ONCE } from "@/lib/people/lists/kinds";
import { EXPORT_FORMATS, type ExportAsk, exportAsk } from "@/lib/people/lists/schemas";
import { codedCells, headingsOf, toldCells } from "@/lib/people/lists/tell-rows";
import type { AccountActor } from "@/lib/platform/access/actor";
import { recordAccess } from "@/lib/platform/access-log/record";
import { campusToday } from "@/lib/platform/dates/campus";
import { AppError } from "@/lib/platform/errors";
import { translator } from "@/lib/platform/i18n/translator";
import { csvResponse } from "@/lib/platform/spreadsheet/csv";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import { flatParams } from "@/lib/platform/url/href";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Reads what is asked for from the address: the state of the list, and format, columns and ids of the file. */
export function askOf(list: PeopleList, search: URLSearchParams): ExportAsk {
  const {
    format,
    columns,
    ids,
    page: _page,
    size: _size,
    view: _view,
    ...params
  } = flatParams(Object.fromEntries(search));
  const ask = exportAsk.safeParse({
    list,
    format: EXPORT_FORMATS.find((each) => each === format) ?? "csv",
    params,
    columns: columns ? columns.split(".") : null,
    ids: ids ? ids.split(",").map(Number) : null,
  });
  if (!ask.success) throw new AppError("invalid", "validation.failed");
  return ask.data;
}

/**
 * A list as a file: the same state as the page, all its pages, in the order and with the columns that are shown. A
 * workbook of a long list is made by the worker instead (startExport).
 * @throws AppError forbidden; too_large `people.export_too_long`
 */
export async function exportAnswer(
  actor: AccountActor,
  list: PeopleList,
  search: URLSearchParams,
): Promise<Response> {
  const ask = askOf(list, search);
  if (ask.format === "xlsx" && (await isLongerThan(actor, ask, SENT_AT_ONCE)))
    throw new AppError("too_large", "people.export_too_long", { params: { rows: SENT_AT_ONCE } });
  await noteExport(actor, ask);
  const found = await exportPeople(actor, ask);
  const counted: PeopleExport = { ...found, rows: noted(actor, found.rows) };
  const name = `${list}-${campusToday()}`;
  const headings = headingsOf(found.columns, actor.locale);
  if (ask.format === "csv") return csvResponse(name, headings, codedCells(counted));
  const title = translator("lists", actor.locale)(`files.lists.${list}`);
  const workbook = writeXlsx([{ name: title, headings, rows: toldCells(counted, actor.locale) }]);
  return new Response(Readable.toWeb(workbook) as unknown as BodyInit, {
    headers: {
      "content-type": XLSX,
      "content-disposition": `attachment; filename="${name}.xlsx"`,
      "x-content-type-options": "nosniff",
    },
  });
}

/** Notes in the access log as many as left, also when the reader went away before the end. */
async function* noted<T>(actor: AccountActor, rows: AsyncIterable<T>): AsyncGenerator<T> {
  let records = 0;
  try {
    for await (const row of rows) {
      records += 1;
      yield row;
    }
  } finally {
    recordAccess(actor, { what: "people.export", subjectId: null, records });
  }
}

import { type Cell, type Row, ValueType, WorkbookReader } from "@cj-tech-master/excelts";
import { AppError } from "@/lib/platform/errors";
import { restoreCell } from "./csv";
import { MAX_COLUMNS, type TableRow } from "./table";
import { MAX_SHEET } from "./xlsx-guard";

const READING = {
  worksheets: "emit",
  sharedStrings: "cache",
  // Whether a number is a day is said by its style alone.
  styles: "cache",
  hyperlinks: "ignore",
  entries: "ignore",
  // Sheets stand before the texts that they refer to, and wait on the disk meanwhile.
  maxBufferedWorksheetBytes: MAX_SHEET,
} as const;

/** Characters of a cell; the format knows no longer ones. */
const MAX_CELL = 32_767;

/**
 * The rows of one sheet, one at a time; memory holds the workbook's texts, not its rows.
 * @throws AppError `spreadsheet.damaged`, `.no_such_sheet`, `.cell_too_long`
 */
export async function* readXlsx(path: string, sheetName: string): AsyncGenerator<TableRow> {
  let found = false;
  try {
    for await (const sheet of new WorkbookReader(path, READING)) {
      if (sheet.name !== sheetName) {
        for await (const _row of sheet) break;
        continue;
      }
      found = true;
      for await (const row of sheet) yield toTableRow(row);
      break;
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("invalid", "spreadsheet.damaged", { cause });
  }
  if (!found) throw new AppError("invalid", "spreadsheet.no_such_sheet", { params: { sheet: sheetName } });
}

function toTableRow(row: Row): TableRow {
  const cells: string[] = [];
  const formulas: number[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    if (column > MAX_COLUMNS) return;
    while (cells.length < column - 1) cells.push("");
    const text = textOf(cell);
    if (text.length > MAX_CELL) {
      throw new AppError("too_large", "spreadsheet.cell_too_long", {
        params: { row: row.number, max: MAX_CELL },
      });
    }
    cells[column - 1] = restoreCell(text.trim());
    if (cell.type === ValueType.Formula) formulas.push(column - 1);
  });
  return formulas.length > 0 ? { row: row.number, cells, formulas } : { row: row.number, cells };
}

function textOf(cell: Cell): string {
  return valueText(cell.value);
}

/** A value as text: days as YYYY-MM-DD, whole numbers without exponent, a formula as the value saved with it. */
function valueText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "number") return Number.isInteger(value) ? value.toFixed(0) : String(value);
  if (typeof value !== "object") return String(value);
  if ("richText" in value && Array.isArray(value.richText)) {
    return value.richText.map((part: { text?: string | null }) => part.text ?? "").join("");
  }
  if ("result" in value) return valueText(value.result);
  if ("text" in value) return valueText(value.text);
  if ("error" in value) return String(value.error);
  return "";
}

import { AppError } from "@/lib/platform/errors";
import { detectDelimiter, detectEncoding, readHead } from "./detect-text";
import { readCsv } from "./read-csv";
import { readXlsxApart } from "./read-xlsx-apart";
import { listSheetNames } from "./sheet-names";
import type { Delimiter, Encoding, TableRow, TableSource } from "./table";
import { guardXlsx } from "./xlsx-guard";

/** What a person may set right when the guess was wrong. */
export type TableChoices = { encoding?: Encoding; delimiter?: Delimiter; sheet?: string };

const PACKED = Buffer.from([0x50, 0x4b]);
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Finds out how a file is to be read, by its content. Reads the file once for the encoding; for the worker only.
 * @throws AppError `spreadsheet.*`: not a table, empty, old or protected workbook, open document, damaged, bomb
 */
export async function inspectTable(path: string, choices: TableChoices = {}): Promise<TableSource> {
  const head = await readHead(path);
  if (head.length === 0) throw new AppError("invalid", "spreadsheet.empty");
  if (head.subarray(0, 2).equals(PACKED)) return inspectXlsx(path, choices);
  if (head.subarray(0, 4).equals(OLD_OFFICE)) throw new AppError("invalid", "spreadsheet.old_or_protected");
  const encoding = choices.encoding ?? (await detectEncoding(path));
  const text = new TextDecoder(encoding).decode(head);
  if (isBinary(text)) throw new AppError("invalid", "spreadsheet.not_a_table");
  if (!text.trim()) throw new AppError("invalid", "spreadsheet.empty");
  return { format: "csv", encoding, delimiter: choices.delimiter ?? detectDelimiter(text) };
}

async function inspectXlsx(path: string, choices: TableChoices): Promise<TableSource> {
  await guardXlsx(path);
  const sheets = await listSheetNames(path);
  const sheet = choices.sheet ?? sheets[0];
  if (!sheet) throw new AppError("invalid", "spreadsheet.empty");
  return { format: "xlsx", sheets, sheet };
}

/** Signs that no text has: a picture, a PDF or a program read as text is full of them. */
function isBinary(text: string): boolean {
  const controls = text.match(/(?![\t\n\r\f])\p{Cc}/gu)?.length ?? 0;
  return text.startsWith("%PDF") || controls > Math.max(2, text.length / 1_000);
}

/** The rows of a file that `inspectTable` let pass. */
export async function* readTable(path: string, source: TableSource): AsyncGenerator<TableRow> {
  if (source.format === "csv") {
    yield* readCsv(path, source.encoding, source.delimiter);
  } else {
    yield* readXlsxApart(path, source.sheet);
  }
}

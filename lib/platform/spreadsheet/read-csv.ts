import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { AppError } from "@/lib/platform/errors";
import { restoreCell } from "./csv";
import { declaredDelimiter } from "./detect-text";
import { type Delimiter, type Encoding, MAX_COLUMNS, type TableRow } from "./table";

/** A record longer than this is a quotation mark that is never closed. */
const MAX_RECORD = 1_000_000;

/** Text of a file in any encoding, chunk by chunk, without a byte order mark. */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

/**
 * The rows of a CSV file, one at a time; memory stays flat. Blank lines come out as rows without text, so that row
 * numbers are those that a spreadsheet shows.
 * @throws AppError `spreadsheet.quotation_not_closed` with the row where it began
 */
export async function* readCsv(
  path: string,
  encoding: Encoding,
  delimiter: Delimiter,
): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD,
  });
  const source = Readable.from(withoutDeclaration(readText(path, encoding)));
  source.on("error", (error) => parser.destroy(error));
  let row = 0;
  try {
    for await (const record of source.pipe(parser) as AsyncIterable<string[]>) {
      row += 1;
      yield { row, cells: record.slice(0, MAX_COLUMNS).map(tidy) };
    }
  } catch (error) {
    if (error instanceof CsvError) {
      throw new AppError("invalid", "spreadsheet.quotation_not_closed", {
        params: { row: row + 1 },
        cause: error,
      });
    }
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

async function* withoutDeclaration(chunks: AsyncGenerator<string>): AsyncGenerator<string> {
  let first = true;
  for await (const chunk of chunks) {
    yield first && declaredDelimiter(chunk) ? chunk.slice(chunk.indexOf("\n") + 1) : chunk;
    first = false;
  }
}

function tidy(cell: string): string {
  return restoreCell(cell.trim());
}

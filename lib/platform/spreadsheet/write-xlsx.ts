import { PassThrough, type Readable } from "node:stream";
import { WorkbookWriter } from "@cj-tech-master/excelts";

/** One sheet to write: a heading row in bold that stays in view, then rows of text. */
export type SheetToWrite = {
  name: string;
  headings: string[];
  /** Width of each column in characters. */
  widths?: number[];
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>;
};

/**
 * A workbook as a stream, written while it is read. Every cell is text: nothing a person typed becomes a formula,
 * and leading zeros stay.
 */
export function writeXlsx(sheets: SheetToWrite[]): Readable {
  const output = new PassThrough();
  void write(output, sheets).catch((error: unknown) => output.destroy(error as Error));
  return output;
}

async function write(output: PassThrough, sheets: SheetToWrite[]): Promise<void> {
  const workbook = new WorkbookWriter({ stream: output as never, useStyles: true, useSharedStrings: false });
  for (const sheet of sheets) {
    const target = workbook.addWorksheet(sheet.name, { views: [{ state: "frozen", ySplit: 1 }] });
    target.columns = sheet.headings.map((_heading, place) => ({
      width: sheet.widths?.[place] ?? 18,
      style: { numFmt: "@" },
    }));
    const heading = target.addRow(sheet.headings);
    heading.font = { bold: true };
    heading.commit();
    for await (const row of sheet.rows) {
      target.addRow([...row]).commit();
      if (output.writableNeedDrain) await new Promise((resolve) => output.once("drain", resolve));
    }
    target.commit();
  }
  await workbook.commit();
}

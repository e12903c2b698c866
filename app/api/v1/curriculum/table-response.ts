import { Readable } from "node:stream";
import { type CsvCell, csvResponse } from "@/lib/platform/spreadsheet/csv";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";

/** A short list as a file for download, CSV or XLSX. `name` without extension, in ASCII. */
export function tableResponse(
  name: string,
  format: "csv" | "xlsx",
  headings: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): Response {
  if (format === "csv") return csvResponse(name, headings, rows);
  const cells = rows.map((row) => row.map((cell) => String(cell ?? "")));
  return new Response(
    Readable.toWeb(writeXlsx([{ name, headings: [...headings], rows: cells }])) as unknown as BodyInit,
    {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": `attachment; filename="${name}.xlsx"`,
      },
    },
  );
}

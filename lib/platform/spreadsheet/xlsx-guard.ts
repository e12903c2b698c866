import { AppError } from "@/lib/platform/errors";
import { countUnpacked, readZipDirectory, type ZipEntry } from "./zip";

/**
 * Largest sizes when unpacked: texts are held in memory (within what the thread of read-xlsx-apart.ts may take), sheets
 * only pass through.
 */
const MAX_TEXTS = 64 * 1_048_576;
export const MAX_SHEET = 1_536 * 1_048_576;
/** Sheets shrink to a tenth or a thirtieth; what shrinks a thousandfold was made to do harm. */
const SUSPICIOUS_RATIO = 250;
const HARMLESS = 64 * 1_048_576;

/**
 * Lets only workbooks in XLSX form pass, and none that would unpack without end.
 * @throws AppError `spreadsheet.not_a_table`, `.open_document`, `.protected`, `.damaged`, `.unpacks_too_large`
 */
export async function guardXlsx(path: string): Promise<void> {
  const entries = await readZipDirectory(path);
  if (!entries) throw new AppError("invalid", "spreadsheet.damaged");
  const names = new Set(entries.map((entry) => entry.name));
  if (entries.some((entry) => entry.encrypted)) throw new AppError("invalid", "spreadsheet.protected");
  if (!names.has("xl/workbook.xml")) {
    throw new AppError(
      "invalid",
      names.has("content.xml") ? "spreadsheet.open_document" : "spreadsheet.not_a_table",
    );
  }
  for (const entry of entries) await guardEntry(path, entry);
}

async function guardEntry(path: string, entry: ZipEntry): Promise<void> {
  const limit = entry.name.startsWith("xl/worksheets/") ? MAX_SHEET : MAX_TEXTS;
  const suspicious = Math.max(HARMLESS, entry.packed * SUSPICIOUS_RATIO);
  await countUnpacked(path, entry, Math.min(limit, suspicious));
}

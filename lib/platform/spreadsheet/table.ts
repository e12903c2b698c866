/** One row as read: its number in the file (from 1, as a spreadsheet shows it) and its cells as text. */
export type TableRow = {
  row: number;
  cells: string[];
  /** Places (from 0) of cells that hold a formula; their text is the value that was saved with it. */
  formulas?: number[];
};

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How a file is to be read. */
export type TableSource =
  | { format: "csv"; encoding: Encoding; delimiter: Delimiter }
  | { format: "xlsx"; sheet: string; sheets: string[] };

/** Wider than any form; what stands further right is not read. */
export const MAX_COLUMNS = 200;

/** A text that a spreadsheet would run as a formula; a plus or minus before a number is none. */
export function looksLikeFormula(text: string): boolean {
  const plain = text.normalize("NFKC");
  return /^[=@\t\r]/.test(plain) || /^[+-](?![\d\s().-]*$)/.test(plain);
}

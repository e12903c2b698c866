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

/** A cell in text form that would run as a formula when a spreadsheet opens it. */
export function looksLikeFormula(text: string): boolean {
  return /^[=@\t\r]/.test(text) || /^[+-](?![\d\s().-]*$)/.test(text);
}

/**
 * The text of a cell as a CSV file for spreadsheets may hold it: what could run as a formula gets an apostrophe in
 * front, which spreadsheets show as text.
 */
export function neutraliseCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Takes that apostrophe away again, so that a file of ours can be loaded as it is. */
export function restoreCell(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

/** The parameter of the URL that says which columns are seen, before the cookie does: links and saved views carry it. */
export const COLUMNS_PARAM = "columns";

/** Columns as they stand in the URL and the cookie; null where nothing stands. */
export function parseColumns(text: string | null | undefined): string[] | null {
  return text ? text.split(".").filter(Boolean) : null;
}

/** Name of the cookie that remembers the columns of a table. */
export function columnCookie(table: string): string {
  return `naga_columns_${table}`;
}

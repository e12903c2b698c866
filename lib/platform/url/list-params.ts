import { createParser, parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { isDay } from "@/lib/platform/dates/day";
import { PAGE_SIZES } from "@/lib/platform/db/paging";

/** Parsers that every list shares; a domain adds its own filters in `lib/<domain>/search-params.ts`. */

export type SortDirection = "asc" | "desc";
export type Sort<Column extends string = string> = { column: Column; direction: SortDirection };

/** `sort=name` ascending, `sort=-name` descending; only the columns named are accepted. */
export function parseAsSort<Column extends string>(columns: readonly Column[]) {
  return createParser<Sort<Column>>({
    parse: (text) => {
      const descending = text.startsWith("-");
      const column = columns.find((name) => name === (descending ? text.slice(1) : text));
      return column ? { column, direction: descending ? "desc" : "asc" } : null;
    },
    serialize: sortText,
    eq: (a, b) => a.column === b.column && a.direction === b.direction,
  });
}

/** A sort as it stands in the URL. */
export function sortText(sort: Sort): string {
  return sort.direction === "desc" ? `-${sort.column}` : sort.column;
}

/** A page number from 1; anything else in the URL counts as the first page. */
export const parseAsPage = createParser<number>({
  parse: (text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null),
  serialize: String,
}).withDefault(1);

/** Rows on a page: 25, 50 or 100. */
export const parseAsPageSize = createParser<number>({
  parse: (text) => PAGE_SIZES.find((size) => String(size) === text) ?? null,
  serialize: String,
}).withDefault(50);

/** A text that is looked for, at most 100 characters: looking for thousands inside other texts takes seconds. */
export const parseAsText = createParser<string>({
  parse: (text) => text.trim().slice(0, 100) || null,
  serialize: String,
});

/** What somebody typed into the search box. */
export const parseAsSearch = parseAsText.withDefault("");

/** A day, YYYY-MM-DD; what is no day of the calendar counts as not given. */
export const parseAsDay = createParser<string>({
  parse: (text) => (isDay(text) ? text : null),
  serialize: String,
});

/** Years from 1900 to 2199, either end open. */
export type Years = { from: number | null; to: number | null };

/** A span of years, `1998-2004`, `1998-`, `-2004` or `1998`. */
export const parseAsYears = createParser<Years>({
  parse: (text) => {
    const [, from, dash, to] = /^((?:19|20|21)\d\d)?(-)?((?:19|20|21)\d\d)?$/.exec(text.trim()) ?? [];
    if (!from && !to) return null;
    const years = { from: from ? Number(from) : null, to: to ? Number(to) : null };
    return dash ? years : { from: years.from ?? years.to, to: years.from ?? years.to };
  },
  serialize: ({ from, to }) => (from !== null && from === to ? String(from) : `${from ?? ""}-${to ?? ""}`),
  eq: (a, b) => a.from === b.from && a.to === b.to,
});

/** The id of a row, as a link to a narrowed list carries it. */
export const parseAsId = createParser<number>({
  parse: (text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null),
  serialize: String,
});

/** A filter with several values of a closed list, `status=ACTIVE,FROZEN`; unknown values are dropped. */
export function parseAsChoices<Value extends string>(values: readonly Value[]) {
  return parseAsArrayOf(parseAsStringLiteral(values)).withDefault([]);
}

/** A filter with several free codes, such as programmes. */
export const parseAsCodes = parseAsArrayOf(parseAsString).withDefault([]);

/** The parameters that every list has; spread it into the domain's own. */
export const listParams = { q: parseAsSearch, page: parseAsPage, size: parseAsPageSize };

/** A column of a printed list, and the cells of all rows in it. */
export type PrintColumn = { heading: string; width: number };
export type PrintTable = { columns: PrintColumn[]; rows: string[][] };

type Input = { keys: readonly string[]; headings: readonly string[]; rows: readonly string[][] };

/** The names of a person, each of two columns of the file, become one column a script. */
const JOINED: Record<string, string> = {
  familyName: "latin",
  personalName: "latin",
  khmerFamilyName: "khmer",
  khmerPersonalName: "khmer",
};

/** Letters of a cell beyond which it is cut: two lines of the widest column. */
const CUT_AT = 64;
const NARROWEST = 5;
const WIDEST = 30;

/**
 * What a list prints: a number before each row, names joined, and widths by what stands in the columns. A cell that is
 * too long for its two lines is cut with an ellipsis.
 * @param names headings of the two columns of names
 */
export function printTable(input: Input, names: { latin: string; khmer: string }): PrintTable {
  const columns: { heading: string; of: number[] }[] = [];
  const places = new Map<string, number>();
  input.keys.forEach((key, index) => {
    const joined = JOINED[key];
    const known = joined === undefined ? undefined : places.get(joined);
    if (known !== undefined) columns[known]?.of.push(index);
    else {
      if (joined !== undefined) places.set(joined, columns.length);
      const heading =
        joined === "latin" || joined === "khmer" ? names[joined] : (input.headings[index] ?? key);
      columns.push({ heading, of: [index] });
    }
  });
  const rows = input.rows.map((row, index) => [
    String(index + 1),
    ...columns.map(({ of }) =>
      cut(
        of
          .map((place) => row[place] ?? "")
          .filter(Boolean)
          .join(" "),
      ),
    ),
  ]);
  const headings = ["#", ...columns.map(({ heading }) => heading)];
  return {
    columns: headings.map((heading, column) => ({ heading, width: widthOf(heading, column, rows) })),
    rows,
  };
}

function cut(text: string): string {
  const letters = Array.from(text);
  return letters.length > CUT_AT ? `${letters.slice(0, CUT_AT - 1).join("")}…` : text;
}

/** By the length that nine rows in ten keep to, so that one long name does not squeeze the others. */
function widthOf(heading: string, column: number, rows: readonly string[][]): number {
  const lengths = rows.map((row) => drawnLength(row[column] ?? "")).sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const wanted = Math.max(usual + 1, drawnLength(heading) * 0.6);
  return Math.min(WIDEST, Math.max(column === 0 ? 4 : NARROWEST, wanted));
}

/** Letters that take room in a line: Khmer subscripts, vowels above and signs take none. */
function drawnLength(text: string): number {
  return text.replace(/\u17d2./g, "").replace(/[\u17b4\u17b5\u17b7-\u17bd\u17c6\u17c9-\u17d3]/g, "").length;
}

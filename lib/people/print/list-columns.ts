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
const NARROWEST = 4;
const WIDEST = 42;
/** What a column leaves free, in letters. */
const ASIDE = 2;

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
  const joined = (row: readonly string[], of: readonly number[]) =>
    breakable(
      cut(
        of
          .map((place) => row[place] ?? "")
          .filter(Boolean)
          .join(" "),
      ),
    );
  const rows = input.rows.map((row, index) => [
    String(index + 1),
    ...columns.map(({ of }) => joined(row, of)),
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

/** By the longest cell, as far as one column may go. */
function widthOf(heading: string, column: number, rows: readonly string[][]): number {
  let longest = 0;
  for (const row of rows) longest = Math.max(longest, drawnLength(row[column] ?? ""));
  return Math.min(WIDEST, Math.max(NARROWEST, longest, drawnLength(heading) * 0.7)) + ASIDE;
}

/**
 * Room that a text takes in a line, in Latin letters: Khmer subscripts, vowels above and signs take none, its letters
 * a third more.
 */
function drawnLength(text: string): number {
  const drawn = text
    .replace(/\u17d2.|\u200b/g, "")
    .replace(/[\u17b4\u17b5\u17b7-\u17bd\u17c6\u17c9-\u17d3]/g, "");
  const khmer = drawn.match(/[\u1780-\u17b3\u17b6-\u17c5]/g)?.length ?? 0;
  return Math.ceil(drawn.length + khmer / 3);
}

/** A long word such as an address may be parted at its signs, where its column is narrower than it. */
function breakable(text: string): string {
  return text.length > 14 ? text.replace(/(?<=[^\s])([@.])(?=[^\s])/g, "\u200b$1") : text;
}

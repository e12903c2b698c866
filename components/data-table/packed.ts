/**
 * Plain data for a client component as one text. React examines every value that it hands from the server to the
 * browser, once when writing and once when reading, which for fifty rows costs more than drawing them; a text it passes
 * on. Rows travel as one list of names and a list of values each; what is undefined arrives as null.
 */

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };
type Plain = { [key: string]: Json };

const isPlain = (value: Json): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Names of the values of a row; those of an object within it as a list [its name, its names]. */
type Names = (string | [string, string[]])[];

function namesOf(rows: readonly Plain[]): Names {
  const names = new Map<string, Set<string> | null>();
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) {
      if (!isPlain(value)) {
        if (!names.has(key)) names.set(key, null);
        continue;
      }
      const inner = names.get(key) ?? new Set<string>();
      for (const name of Object.keys(value)) inner.add(name);
      names.set(key, inner);
    }
  }
  return [...names].map(([key, inner]) => (inner ? [key, [...inner]] : key));
}

/** Rows as one text, for `unpackRows`. */
export function packRows(rows: readonly object[]): string {
  const plain = rows as readonly Plain[];
  const names = namesOf(plain);
  const values = plain.map((row) =>
    names.map((name) => {
      if (typeof name === "string") return row[name];
      const value = row[name[0]];
      return isPlain(value) ? name[1].map((each) => value[each]) : value;
    }),
  );
  return JSON.stringify([names, values]);
}

/** The rows of a text from `packRows`. */
export function unpackRows<R>(text: string): R[] {
  const [names, values] = JSON.parse(text) as [Names, Json[][]];
  return values.map((row) => {
    const found: Plain = {};
    for (const [index, name] of names.entries()) {
      const value = row[index];
      if (typeof name === "string") found[name] = value;
      else if (!Array.isArray(value)) found[name[0]] = value;
      else found[name[0]] = Object.fromEntries(name[1].map((each, at) => [each, value[at]]));
    }
    return found as R;
  });
}

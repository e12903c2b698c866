/** A name part in both scripts: Latin as stored (upper case), Khmer as written in Cambodia. */
export type NamePart = { latin: string; khmer: string };

/** Reads "SOK សុខ, CHAN ចាន់": a table that can be checked by eye. */
export function nameTable(text: string): readonly NamePart[] {
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => {
      const space = entry.indexOf(" ");
      return { latin: entry.slice(0, space), khmer: entry.slice(space + 1) };
    });
}

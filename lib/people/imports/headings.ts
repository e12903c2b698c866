import { foldKhmer, foldLatin } from "@/lib/people/rules";
import type { Mapping } from "./define";

/** A heading or a word as it is compared: both scripts folded, no spaces. */
export function foldHeading(text: string): string {
  return foldKhmer(foldLatin(text)).replaceAll(" ", "");
}

export type HeadingReader = {
  /** The field that a heading means, in English, Khmer or both ("Gender / ភេទ"); null when it is not known. */
  fieldOf: (heading: string) => string | null;
  /** Guesses the mapping from a row of headings; of two columns with one meaning the left one wins. */
  guessMapping: (headings: readonly string[]) => Mapping;
  knownHeadings: (cells: readonly string[]) => number;
};

/** Reads headings by the words that mean each field. */
export function headingReader(words: Readonly<Record<string, readonly string[]>>): HeadingReader {
  const fields = new Map(
    Object.entries(words).flatMap(([field, headings]) =>
      headings.map((heading) => [foldHeading(heading), field] as const),
    ),
  );
  const fieldOf = (heading: string): string | null => {
    const whole = fields.get(foldHeading(heading));
    if (whole) return whole;
    for (const part of heading.split(/[/\n(|]/)) {
      const field = fields.get(foldHeading(part));
      if (field) return field;
    }
    return null;
  };
  return {
    fieldOf,
    guessMapping: (headings) => {
      const mapping: Mapping = {};
      headings.forEach((heading, place) => {
        const field = fieldOf(heading);
        if (field && mapping[field] === undefined) mapping[field] = place;
      });
      return mapping;
    },
    knownHeadings: (cells) => new Set(cells.map(fieldOf).filter(Boolean)).size,
  };
}

import { foldKhmer, foldLatin } from "@/lib/people/rules";
import type { NameParts } from "@/lib/platform/i18n/names";

/** A name as two people are compared by it. A Khmer name that nobody confirmed is a guess from the Latin one and says nothing. */
export type ComparedName = NameParts & { khmerIsGuess: boolean };

/** Edits (a letter more, less, other, or two swapped) that make one text the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** 1 for equal texts, 0 for texts without anything in common. */
function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : 1 - distance(a, b) / longest;
}

/** The same name as it may be written: as given, the parts swapped, the words in the order of the alphabet; no spaces. */
function spellings(family: string, personal: string): [given: string, swapped: string, sorted: string] {
  const words = `${family} ${personal}`.split(" ").filter(Boolean);
  const given = words.join("");
  const swapped = `${personal} ${family}`.replaceAll(" ", "");
  return [given, swapped, words.toSorted().join("")];
}

function partsLikeness(a: readonly [string, string], b: readonly [string, string]): number {
  const [given, swapped, sorted] = spellings(...a);
  const [otherGiven, otherSwapped, otherSorted] = spellings(...b);
  if (!given || !otherGiven) return 0;
  return Math.max(
    likeness(given, otherGiven),
    likeness(given, otherSwapped),
    likeness(swapped, otherGiven),
    likeness(sorted, otherSorted),
  );
}

const latin = (name: ComparedName) => [foldLatin(name.familyName), foldLatin(name.personalName)] as const;
const khmer = (name: ComparedName) =>
  [foldKhmer(name.khmerFamilyName ?? ""), foldKhmer(name.khmerPersonalName ?? "")] as const;

/**
 * How alike two names are, 0 to 1, in whichever script they agree better. The order of family and personal name does
 * not count, nor do accents, spaces and the order of Khmer code points.
 */
export function nameLikeness(a: ComparedName, b: ComparedName): number {
  const inLatin = partsLikeness(latin(a), latin(b));
  if (inLatin === 1 || a.khmerIsGuess || b.khmerIsGuess) return inLatin;
  return Math.max(inLatin, partsLikeness(khmer(a), khmer(b)));
}

import { DEFAULT_MINIMUM, MINIMUM_LETTERS } from "../../letters";
import { CODE_SHAPE, foldCode } from "../rules";

export type ReadGroup = { code: string; minimumLetter: (typeof MINIMUM_LETTERS)[number] }[];

const NONE = /^(-|—|none|no|គ្មាន)$/i;
const LETTERS: readonly string[] = MINIMUM_LETTERS;

/**
 * What a course asks for, from a cell: `ENGL-101 (C) & MATH-101 / STAT-101`; also with "and", "or", ";" and their Khmer
 * words. "None" or a dash asks for nothing. Null when it cannot be read.
 */
export function readRequisites(text: string): ReadGroup[] | null {
  const plain = text.trim();
  if (NONE.test(plain)) return [];
  const groups = plain.split(/\s*(?:&|;|\band\b|និង)\s*/i).map((group) =>
    group.split(/\s*(?:\/|\||\bor\b|ឬ)\s*/i).map((part) => {
      const [, code = "", letter = DEFAULT_MINIMUM] =
        /^([^()]+?)\s*(?:\(\s*([A-D][+-]?)\s*\))?$/.exec(part.trim()) ?? [];
      const folded = foldCode(code);
      return CODE_SHAPE.test(folded) && LETTERS.includes(letter)
        ? { code: folded, minimumLetter: letter as ReadGroup[number]["minimumLetter"] }
        : null;
    }),
  );
  const found = groups.map((group) => group.filter((each) => each !== null));
  return found.every((group, place) => group.length === groups[place]?.length && group.length > 0)
    ? found
    : null;
}

import type { KhmerNameSource } from "@/lib/platform/db/generated/enums";

/** One spelling of a Latin part in Khmer, learned from confirmed names (domain.md 2.1 KhmerNamePattern). */
export type Pattern = { latin: string; khmer: string; isFamily: boolean; frequency: number; share: number };

/** A Khmer spelling that is only a guess, and how sure it is, 0 to 1. */
export type PartSuggestion = { khmer: string; confidence: number };
export type KhmerSuggestion = {
  family: PartSuggestion | null;
  personal: PartSuggestion | null;
  /** Of the whole name: the product of both parts; 0 while one is missing. */
  confidence: number;
};

/** Below this a guess is none. */
export const LEAST_CONFIDENCE = 0.3;
/** A part put together from two known ones is less sure than one that was seen whole. */
const JOINED = 0.8;
/** Shortest piece of a name that is taken for one: shorter ones stand in every name. */
const PIECE = 3;

/** Whether a Khmer name is shown with a leading asterisk (domain.md 2.2 Names). */
export function isGuess(source: KhmerNameSource | null): boolean {
  return source === "APPROXIMATED";
}

/** The Latin words whose patterns may help to spell a part: itself, its words, and every two pieces of each word. */
export function neededLatin(part: string): string[] {
  const words = wordsOf(part);
  const pieces = words.flatMap((word) => splits(word).flat());
  return [...new Set([part, ...words, ...pieces])];
}

function wordsOf(part: string): string[] {
  return part.split(/[ -]+/).filter(Boolean);
}

function splits(word: string): [string, string][] {
  const found: [string, string][] = [];
  for (let at = PIECE; at <= word.length - PIECE; at += 1) found.push([word.slice(0, at), word.slice(at)]);
  return found;
}

/** Sure as often as it was confirmed so: one single name proves little, twenty the same nearly everything. */
function sureness(pattern: Pattern): number {
  const seen = pattern.frequency / Math.max(pattern.share, 0.001);
  return pattern.share * (seen / (seen + 1.5));
}

function seen(part: string, patterns: readonly Pattern[], isFamily: boolean): PartSuggestion | null {
  const best = patterns
    .filter((pattern) => pattern.latin === part && pattern.isFamily === isFamily)
    .sort((a, b) => b.frequency - a.frequency || (a.khmer < b.khmer ? -1 : 1))[0];
  return best ? { khmer: best.khmer, confidence: sureness(best) } : null;
}

function joined(pieces: (PartSuggestion | null)[], with_: string, factor: number): PartSuggestion | null {
  if (pieces.length === 0 || pieces.some((piece) => piece === null)) return null;
  const known = pieces as PartSuggestion[];
  const confidence = known.reduce((product, piece) => product * piece.confidence, factor);
  return { khmer: known.map((piece) => piece.khmer).join(with_), confidence };
}

function wordOf(word: string, patterns: readonly Pattern[], isFamily: boolean): PartSuggestion | null {
  const whole = seen(word, patterns, isFamily);
  if (whole || isFamily) return whole;
  const candidates = splits(word).map((pair) =>
    joined(
      pair.map((piece) => seen(piece, patterns, false)),
      "",
      JOINED,
    ),
  );
  return candidates.reduce(
    (best, candidate) => (candidate && candidate.confidence > (best?.confidence ?? 0) ? candidate : best),
    null,
  );
}

/**
 * How a Latin part is probably written in Khmer: as confirmed names write it, else word by word, else a personal name
 * put together from two known ones (SOKCHEA from SOK and CHEA). Nothing is transliterated letter by letter: a part that
 * was never seen has no suggestion, because such a guess is wrong more often than right.
 */
export function suggestPart(
  part: string,
  patterns: readonly Pattern[],
  isFamily: boolean,
): PartSuggestion | null {
  const words = wordsOf(part);
  const found =
    seen(part, patterns, isFamily) ??
    joined(
      words.map((word) => wordOf(word, patterns, isFamily)),
      " ",
      1,
    );
  if (!found || found.confidence < LEAST_CONFIDENCE) return null;
  return { khmer: found.khmer, confidence: rounded(found.confidence) };
}

/** The suggestion for both parts of a name. */
export function suggestName(
  name: { familyName: string; personalName: string },
  patterns: readonly Pattern[],
): KhmerSuggestion {
  const family = suggestPart(name.familyName, patterns, true);
  const personal = suggestPart(name.personalName, patterns, false);
  return {
    family,
    personal,
    confidence: family && personal ? rounded(family.confidence * personal.confidence) : 0,
  };
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}

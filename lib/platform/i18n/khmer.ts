/**
 * Khmer script as it is really typed: the same syllable is stored in several orders of code points that look
 * alike on screen. One order is kept in the database, and a coarser one is compared by the search.
 */

const COENG = 0x17d2;
const RO = 0x179a;
/** Characters without width or with a direction only, the soft hyphen, and Khmer inherent vowels that nobody types on purpose. */
const INVISIBLE =
  /[\u034f\u17b4\u17b5\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** A base letter (consonant, independent vowel, dotted circle) and the marks behind it. */
const CLUSTER = /([\u1780-\u17b3\u25cc])([\u17b4-\u17d3\u17dd\u1780-\u17b3]*)/gu;
const E = 0x17c1;

/** Where a mark stands in a syllable: robat, shifter, vowel, then the signs that close it. */
function markClass(code: number): number {
  if (code === 0x17cc) return 0;
  if (code === 0x17c9 || code === 0x17ca) return 1;
  if (code >= 0x17b6 && code <= 0x17c5) return 2;
  if (code === 0x17c6) return 3;
  if (code === 0x17c7 || code === 0x17c8) return 4;
  return 5;
}

function isMark(code: number): boolean {
  return (code >= 0x17b6 && code <= 0x17d1) || code === 0x17d3 || code === 0x17dd;
}

function isBase(code: number): boolean {
  return code >= 0x1780 && code <= 0x17b3;
}

/** Vowels typed in two halves become the one that they draw: េ + ី is ើ, េ + ា is ោ. */
function composeVowels(marks: number[]): number[] {
  const rest = marks.filter((code) => code !== E);
  if (rest.length === marks.length) return marks;
  for (const [half, whole] of [
    [0x17b8, 0x17be],
    [0x17b6, 0x17c4],
  ] as const) {
    const at = rest.indexOf(half);
    if (at >= 0) return rest.with(at, whole);
  }
  return marks;
}

function orderSyllable(base: string, tail: string): string {
  const codes = Array.from(tail, (char) => char.codePointAt(0) ?? 0);
  const subscripts: number[] = [];
  const marks: number[] = [];
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    const next = codes[i + 1];
    if (code === COENG && next !== undefined && isBase(next)) {
      subscripts.push(next);
      i++;
    } else if (isMark(code)) marks.push(code);
  }
  // Subscript RO is drawn left of the stack and is written last; the others keep one fixed order.
  subscripts.sort((a, b) => Number(a === RO) - Number(b === RO) || a - b);
  const ordered = [...new Set(composeVowels([...new Set(marks)]))].sort(
    (a, b) => markClass(a) - markClass(b) || a - b,
  );
  const stack = [...new Set(subscripts)].map((code) => String.fromCodePoint(COENG, code)).join("");
  return base + stack + String.fromCodePoint(...ordered);
}

/** Splits at the next base letter that does not follow a coeng, so that one match never swallows two syllables. */
function eachSyllable(text: string, order: (base: string, tail: string) => string): string {
  return text.replace(CLUSTER, (run) => {
    let out = "";
    let base = "";
    let tail = "";
    let previous = 0;
    for (const char of run) {
      const code = char.codePointAt(0) ?? 0;
      const startsSyllable = (isBase(code) || code === 0x25cc) && previous !== COENG;
      if (startsSyllable && base) {
        out += order(base, tail);
        tail = "";
      }
      if (startsSyllable) base = char;
      else tail += char;
      previous = code;
    }
    return out + order(base, tail);
  });
}

/** Removes what has no width: zero-width spaces and joiners, direction marks, soft hyphens. */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, "").normalize("NFC");
}

/**
 * The one spelling that is stored: code points of each syllable in canonical order (base, subscripts with RO last,
 * shifter, vowel, signs), halves of vowels joined, nothing invisible. What is drawn stays the same.
 */
export function normaliseKhmer(text: string): string {
  return eachSyllable(stripInvisible(text).replace(/ឣ/g, "អ").replace(/ឤ/g, "អា"), orderSyllable);
}

/**
 * The spelling that the search compares: beyond `normaliseKhmer`, letters that look alike are one.
 * Subscript DA and TA draw the same sign; a shifter under an upper vowel is drawn, and often typed, as ុ.
 */
export function foldKhmer(text: string): string {
  const alike = normaliseKhmer(text)
    .replace(/្ដ/g, "្ត")
    .replace(/[៉៊]+(?=[ិីឹឺើ])/g, "ុ")
    .replace(/[០-៩]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0));
  return eachSyllable(alike, orderSyllable);
}

/** True when the text holds at least one Khmer letter. */
export function hasKhmer(text: string): boolean {
  return /[\u1780-\u17b3]/.test(text);
}

import { digitsOf, findBirthProvince, foldKhmer, foldLatin, STUDENT_STATUSES } from "@/lib/people/rules";
import { type Day, parseDay } from "@/lib/platform/dates/day";
import type { Gender, StudentStatus, StudyTime } from "@/lib/platform/db/generated/enums";

/** A word as it is compared: both scripts folded, nothing between the letters. */
export function foldWord(text: string): string {
  return foldKhmer(foldLatin(text)).replaceAll(" ", "");
}

/** Values by the words that mean them, folded. */
export function dictionary<Value>(
  words: readonly (readonly [Value, readonly string[]])[],
): Map<string, Value> {
  return new Map(words.flatMap(([value, list]) => list.map((word) => [foldWord(word), value] as const)));
}

const GENDERS = dictionary<Gender>([
  ["M", ["m", "male", "man", "mr", "ប្រុស", "ប", "លោក"]],
  ["F", ["f", "female", "woman", "ms", "mrs", "miss", "ស្រី", "ស", "លោកស្រី", "កញ្ញា"]],
  ["N", ["n", "non binary", "nonbinary", "other", "ផ្សេងទៀត"]],
  ["X", ["x", "not said", "unknown", "មិនបញ្ជាក់", "មិនដឹង"]],
]);

const STUDY_TIMES = dictionary<StudyTime>([
  ["MORNING", ["morning", "morn", "am", "ព្រឹក", "ពេលព្រឹក", "វេនព្រឹក"]],
  ["AFTERNOON", ["afternoon", "aft", "pm", "រសៀល", "ពេលរសៀល", "វេនរសៀល"]],
  ["EVENING", ["evening", "eve", "night", "ល្ងាច", "យប់", "ពេលល្ងាច", "ពេលយប់", "វេនល្ងាច", "វេនយប់"]],
  ["WEEKEND", ["weekend", "ចុងសប្ដាហ៍", "ចុងសប្តាហ៍", "សៅរ៍អាទិត្យ"]],
]);

const STATUSES = dictionary<StudentStatus>([
  ...STUDENT_STATUSES.map((status) => [status, [status]] as const),
  ["ACTIVE", ["studying", "កំពុងសិក្សា", "កំពុងរៀន", "សកម្ម"]],
  ["INACTIVE", ["អសកម្ម", "ផ្អាក"]],
  ["GRADUATED", ["graduate", "បញ្ចប់ការសិក្សា", "បានបញ្ចប់ការសិក្សា"]],
  ["DROPPED", ["drop", "dropped out", "បោះបង់", "ឈប់រៀន", "បោះបង់ការសិក្សា"]],
  ["SUSPENDED", ["suspend", "ព្យួរ", "ព្យួរការសិក្សា"]],
  ["TRANSFERRED", ["transferred out", "ផ្ទេរចេញ"]],
  ["FROZEN", ["freeze", "បង្កក"]],
]);

const ANSWERS = dictionary<boolean>([
  [true, ["yes", "y", "1", "true", "x", "បាទ", "ចាស", "មាន", "មែន", "ពិត", "✓"]],
  [false, ["no", "n", "0", "false", "ទេ", "គ្មាន", "មិនមែន"]],
]);

/** A gender by code or word of either language; null for any other. */
export const parseGender = (text: string): Gender | null => GENDERS.get(foldWord(text)) ?? null;
/** A study time by code or word of either language; null for any other. */
export const parseStudyTime = (text: string): StudyTime | null => STUDY_TIMES.get(foldWord(text)) ?? null;
/** A status by code or word of either language; null for any other. */
export const parseStatus = (text: string): StudentStatus | null => STATUSES.get(foldWord(text)) ?? null;
/** Yes or no in either language; null for what is neither. */
export const parseAnswer = (text: string): boolean | null => ANSWERS.get(foldWord(text)) ?? null;
/** The code of a birth province by code or name of either language; null for any other. */
export const parseProvince = findBirthProvince;

/**
 * A day in the ways that people write it: 2004-02-29, 29/2/2004, 29.02.2004, 29-2-2004, also in Khmer digits.
 * Days that do not exist and years of two digits give null. Day before month, always: that is how Cambodia writes.
 */
export function parseWrittenDay(text: string): Day | null {
  const plain = foldKhmer(text.normalize("NFKC"))
    .trim()
    .replace(/[ T]00:00(:00)?(\.0+)?Z?$/, "");
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso) return toDay(iso[1], iso[2], iso[3]);
  const local = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(plain);
  return local ? toDay(local[3], local[2], local[1]) : null;
}

function toDay(year = "", month = "", day = ""): Day | null {
  return parseDay(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/** A student number as typed: zeros in front, Khmer digits, spaces around; null when it is none. */
export function parseNumber(text: string): number | null {
  // A spreadsheet that took the column for amounts saves "742.0".
  const plain = text.trim().replace(/\.0+$/, "");
  const digits = digitsOf(plain);
  if (!/^\d{1,9}$/.test(digits) || /[^\d\s០-៩]/.test(plain)) return null;
  const number = Number(digits);
  return number > 0 ? number : null;
}

let known: Map<string, string> | undefined;

/** Code of a country by code, English or Khmer name; "Khmer" and "Cambodian" are KH. Null when it is none. */
export function parseCitizenship(text: string): string | null {
  known ??= countries();
  return known.get(foldWord(text)) ?? null;
}

function countries(): Map<string, string> {
  const names = (["en", "km"] as const).map(
    (locale) => new Intl.DisplayNames(locale, { type: "region", fallback: "none" }),
  );
  const found = new Map<string, string>();
  for (let first = 65; first <= 90; first += 1) {
    for (let second = 65; second <= 90; second += 1) {
      const code = String.fromCharCode(first, second);
      // Codes that are no longer used (FX, BU) have the names of their successors.
      if (Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue;
      const named = names.map((list) => list.of(code)).filter((name) => name !== undefined);
      if (named.length === 0) continue;
      for (const word of [code, ...named]) found.set(foldWord(word), code);
    }
  }
  for (const word of ["khmer", "cambodian", "ខ្មែរ", "កម្ពុជា"]) found.set(foldWord(word), "KH");
  for (const [word, code] of NATIONALITIES) found.set(foldWord(word), code);
  return found;
}

/** Nationalities that lists name instead of a country. */
const NATIONALITIES = [
  ["Vietnamese", "VN"],
  ["Thai", "TH"],
  ["Lao", "LA"],
  ["Chinese", "CN"],
  ["Korean", "KR"],
  ["South Korean", "KR"],
  ["Japanese", "JP"],
  ["American", "US"],
  ["French", "FR"],
  ["Filipino", "PH"],
  ["Indonesian", "ID"],
  ["Malaysian", "MY"],
  ["Indian", "IN"],
  ["Australian", "AU"],
  ["British", "GB"],
] as const;

const EMAIL = /^[^\s@<>,;"']+@[^\s@<>,;"']+\.[^\s@<>,;"'.]{2,}$/;

/** An e-mail address in lower case; null when it is none. */
export function parseEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  return EMAIL.test(email) && email.length <= 254 ? email : null;
}

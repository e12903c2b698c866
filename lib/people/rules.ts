import type { StudentStatus } from "@/lib/platform/db/generated/enums";
import { type Explained, explain } from "@/lib/platform/explained";
import { foldKhmer, hasKhmer, normaliseKhmer, stripInvisible } from "@/lib/platform/i18n/khmer";

import type { NameParts } from "@/lib/platform/i18n/names";

export { studentNumber as studentNumberLabel } from "@/lib/platform/i18n/names";
export { foldKhmer };

const LETTERS_WITHOUT_ACCENT: Record<string, string> = {
  đ: "d",
  ð: "d",
  ø: "o",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ı: "i",
};

/**
 * Latin text as the search compares it: lower case, no accents, no invisible characters; apostrophes vanish
 * (O'BRIEN is obrien), everything that is neither letter nor digit is a space. Khmer letters pass untouched.
 */
export function foldLatin(text: string): string {
  return stripInvisible(text)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đðøłßæœþı]/g, (letter) => LETTERS_WITHOUT_ACCENT[letter] ?? letter)
    .replace(/['’‘`´ʼ]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}\u17d2]+/gu, " ")
    .trim();
}

function fold(text: string): string[] {
  const folded = foldKhmer(foldLatin(text));
  return folded ? folded.split(" ").filter(Boolean) : [];
}

/**
 * The column person.search_key: folded words of both scripts, family name first, a space between them. Each name
 * is added in one piece as well, because Khmer above all is often typed without the space.
 */
export function searchKey(name: NameParts): string {
  const latin = fold(`${name.familyName} ${name.personalName}`);
  const khmer = fold(`${name.khmerFamilyName ?? ""} ${name.khmerPersonalName ?? ""}`);
  const whole = [latin, khmer].filter((words) => words.length > 1).map((words) => words.join(""));
  return [...new Set([...latin, ...khmer, ...whole])].join(" ");
}

/** Most words of a query that are looked at; a name has no more. */
const MAX_TOKENS = 5;

/** The folded words of what somebody typed into the search box, without repetitions, at most five, each at most 40 characters. */
export function searchTokens(query: string): string[] {
  return [...new Set(fold(query.slice(0, 200)).map((word) => word.slice(0, 40)))].slice(0, MAX_TOKENS);
}

/** The digits of a text in either script: "០១២ 345" is "012345". */
export function digitsOf(text: string): string {
  return foldKhmer(text.normalize("NFKC")).replace(/\D/g, "");
}

/**
 * A telephone number in any notation (+855 12…, 00855 12…, 855 12…, 012…, dots, dashes, Khmer digits) as bare digits
 * without international or national prefix: the column phone.digits. Foreign numbers keep their country code.
 * Returns "" when there is no digit.
 */
export function normalisePhone(text: string): string {
  const international = /^\s*(\(?\+|\(?00)/.test(foldKhmer(text.normalize("NFKC")));
  const digits = digitsOf(text).replace(/^0+(?=\d)/, "");
  if (digits === "0") return "";
  if (!digits.startsWith("855")) return digits;
  const national = digits.slice(3).replace(/^0+/, "");
  // Without a plus, 855… may also be a short national number: only a whole number loses its prefix.
  return international || national.length >= 8 ? national : digits;
}

/** True for a telephone number that may be stored: 8 to 15 digits, an optional plus, separators (domain.md 2.1 PhoneNumber). */
export function isPhone(text: string): boolean {
  const digits = digitsOf(text);
  return /^[+()\d\s.\-/០-៩]+$/.test(text.trim()) && digits.length >= 8 && digits.length <= 15;
}

/** The longest name part that is stored, in characters. */
export const NAME_LENGTH = 60;

/** A Latin name part as stored: upper case, one space between words, straight apostrophe and hyphen (domain.md 2.1). */
export function normaliseLatinName(text: string): string {
  return (
    stripInvisible(text)
      .replace(/[’‘`´ʼ]/g, "'")
      .replace(/[‐‑–—]/g, "-")
      .replace(/\s+/g, " ")
      .trim()
      .toUpperCase()
      // Upper case takes some letters apart.
      .normalize("NFC")
  );
}

/** True for a stored Latin name part: ASCII letters, space, hyphen, apostrophe, beginning with a letter (domain.md 2.1 §). */
export function isLatinName(text: string): boolean {
  return text.length <= NAME_LENGTH && /^[A-Z]+(?:[ '-]+[A-Z]+)*['-]?$/.test(text);
}

/** A Khmer name part as stored: canonical order of code points, one space between words, nothing invisible. */
export function normaliseKhmerName(text: string): string {
  return normaliseKhmer(text).replace(/\s+/g, " ").trim();
}

/** True for a stored Khmer name part: Khmer letters and signs, spaces, hyphen; no digits, no Latin. */
export function isKhmerName(text: string): boolean {
  return text.length <= NAME_LENGTH && hasKhmer(text) && /^[\u1780-\u17d3\u17d7\u17dd -]+$/.test(text);
}

/** The number behind a label or URL segment, or null when it is none. */
export function parseStudentNumber(text: string): number | null {
  if (!/^\d{1,9}$/.test(text)) return null;
  const number = Number(text);
  return number > 0 ? number : null;
}

/** The 25 provinces in the order of their English names, then abroad and unknown: code, English, Khmer (domain.md 2.1 birth_province). */
export const BIRTH_PROVINCES = [
  { code: "BANTEAY_MEANCHEY", en: "Banteay Meanchey", km: "បន្ទាយមានជ័យ" },
  { code: "BATTAMBANG", en: "Battambang", km: "បាត់ដំបង" },
  { code: "KAMPONG_CHAM", en: "Kampong Cham", km: "កំពង់ចាម" },
  { code: "KAMPONG_CHHNANG", en: "Kampong Chhnang", km: "កំពង់ឆ្នាំង" },
  { code: "KAMPONG_SPEU", en: "Kampong Speu", km: "កំពង់ស្ពឺ" },
  { code: "KAMPONG_THOM", en: "Kampong Thom", km: "កំពង់ធំ" },
  { code: "KAMPOT", en: "Kampot", km: "កំពត" },
  { code: "KANDAL", en: "Kandal", km: "កណ្ដាល" },
  { code: "KEP", en: "Kep", km: "កែប" },
  { code: "KOH_KONG", en: "Koh Kong", km: "កោះកុង" },
  { code: "KRATIE", en: "Kratie", km: "ក្រចេះ" },
  { code: "MONDULKIRI", en: "Mondulkiri", km: "មណ្ឌលគិរី" },
  { code: "ODDAR_MEANCHEY", en: "Oddar Meanchey", km: "ឧត្ដរមានជ័យ" },
  { code: "PAILIN", en: "Pailin", km: "ប៉ៃលិន" },
  { code: "PHNOM_PENH", en: "Phnom Penh", km: "ភ្នំពេញ" },
  { code: "PREAH_SIHANOUK", en: "Preah Sihanouk", km: "ព្រះសីហនុ" },
  { code: "PREAH_VIHEAR", en: "Preah Vihear", km: "ព្រះវិហារ" },
  { code: "PREY_VENG", en: "Prey Veng", km: "ព្រៃវែង" },
  { code: "PURSAT", en: "Pursat", km: "ពោធិ៍សាត់" },
  { code: "RATANAKIRI", en: "Ratanakiri", km: "រតនគិរី" },
  { code: "SIEM_REAP", en: "Siem Reap", km: "សៀមរាប" },
  { code: "STUNG_TRENG", en: "Stung Treng", km: "ស្ទឹងត្រែង" },
  { code: "SVAY_RIENG", en: "Svay Rieng", km: "ស្វាយរៀង" },
  { code: "TAKEO", en: "Takeo", km: "តាកែវ" },
  { code: "TBOUNG_KHMUM", en: "Tboung Khmum", km: "ត្បូងឃ្មុំ" },
  { code: "INTERNATIONAL", en: "Outside Cambodia", km: "ក្រៅប្រទេសកម្ពុជា" },
  { code: "UNKNOWN", en: "Not known", km: "មិនដឹង" },
] as const;

export type BirthProvince = (typeof BIRTH_PROVINCES)[number]["code"];

/** The province that a text names, by code, English or Khmer name in any case and spelling; null when none does. */
export function findBirthProvince(text: string): BirthProvince | null {
  const wanted = fold(text.replaceAll("_", " ")).join("");
  if (!wanted) return null;
  const found = BIRTH_PROVINCES.find((province) =>
    [province.code.replaceAll("_", " "), province.en, province.km].some(
      (name) => fold(name).join("") === wanted,
    ),
  );
  return found?.code ?? null;
}

/** A person who is no citizen of Cambodia may not have a Cambodian birth province (domain.md 2.1 §). */
export function provinceFitsCitizenship(province: string | null, citizenship: string): boolean {
  return citizenship === "KH" || province === null || province === "INTERNATIONAL" || province === "UNKNOWN";
}

/** Youngest and oldest age, in years on `today`, that a student may have; outside it a date of birth is a slip of the pen. */
const AGE_LIMITS = { from: 8, to: 100 };

/** True for a believable date of birth (YYYY-MM-DD) seen from `today` (YYYY-MM-DD). */
export function isPossibleBirthDate(day: string, today: string): boolean {
  const age = Number(today.slice(0, 4)) - Number(day.slice(0, 4)) - (today.slice(5) < day.slice(5) ? 1 : 0);
  return day <= today && age >= AGE_LIMITS.from && age <= AGE_LIMITS.to;
}

/** Every status, in the order in which lists and filters show them (domain.md 2.1). */
export const STUDENT_STATUSES = [
  "ACTIVE",
  "INACTIVE",
  "GRADUATED",
  "DROPPED",
  "SUSPENDED",
  "TRANSFERRED",
  "FROZEN",
  "UNKNOWN",
] as const satisfies readonly StudentStatus[];

/**
 * The moves that staff may make. A way back to ACTIVE exists from everywhere (readmission, a new programme after
 * graduation); nobody becomes UNKNOWN again, and who left by dropping out cannot graduate without being readmitted.
 */
export const STATUS_MOVES: Record<StudentStatus, readonly StudentStatus[]> = {
  ACTIVE: ["INACTIVE", "GRADUATED", "DROPPED", "SUSPENDED", "TRANSFERRED", "FROZEN"],
  INACTIVE: ["ACTIVE", "GRADUATED", "DROPPED", "TRANSFERRED", "FROZEN"],
  GRADUATED: ["ACTIVE"],
  DROPPED: ["ACTIVE", "INACTIVE", "TRANSFERRED"],
  SUSPENDED: ["ACTIVE", "DROPPED", "TRANSFERRED"],
  TRANSFERRED: ["ACTIVE"],
  FROZEN: ["ACTIVE", "INACTIVE", "DROPPED"],
  UNKNOWN: ["ACTIVE", "INACTIVE", "GRADUATED", "DROPPED", "SUSPENDED", "TRANSFERRED", "FROZEN"],
};

export type StatusMove = {
  from: StudentStatus;
  to: StudentStatus;
  /** YYYY-MM-DD */
  effectiveOn: string;
  /** The day since which `from` holds, YYYY-MM-DD. */
  since: string;
  /** YYYY-MM-DD */
  today: string;
};

/**
 * Whether a student may move from one status to another on a day (domain.md 2.2: the old system allowed every move).
 * The day is not in the future, because the status is changed at once, and not before the move into the present one.
 */
export function checkStatusMove(move: StatusMove): Explained<boolean> {
  const inputs = { from: move.from, to: move.to, effectiveOn: move.effectiveOn, since: move.since };
  const source = "domain.md 2.2";
  if (!STATUS_MOVES[move.from].includes(move.to)) {
    const remedy = { rule: "people.status_moves", inputs: { moves: STATUS_MOVES[move.from].join(", ") } };
    return explain(false, [{ rule: "people.status_move_not_allowed", inputs, source }], remedy);
  }
  if (move.effectiveOn > move.today) {
    return explain(false, [{ rule: "people.status_date_in_future", inputs, validOn: move.today }]);
  }
  if (move.effectiveOn < move.since) {
    return explain(false, [{ rule: "people.status_date_before_last_move", inputs }]);
  }
  return explain(true, [{ rule: "people.status_move_allowed", inputs, source, validOn: move.effectiveOn }]);
}

import {
  isKhmerName,
  isLatinName,
  isPhone,
  isPossibleBirthDate,
  NAME_LENGTH,
  normaliseKhmerName,
  normaliseLatinName,
  provinceFitsCitizenship,
} from "@/lib/people/rules";
import { addMonths, type Day } from "@/lib/platform/dates/day";
import type { TableRow } from "@/lib/platform/spreadsheet/table";
import { IMPORT_FIELDS, type ImportMapping } from "./fields";
import { Reading } from "./reading";
import type { ProblemCode, RowProblem, StudentDraft } from "./schemas";
import {
  parseAnswer,
  parseCitizenship,
  parseEmail,
  parseGender,
  parseNumber,
  parseProvince,
  parseStatus,
  parseStudyTime,
  parseWrittenDay,
} from "./values";

export type ParsedRow = { draft: StudentDraft; problems: RowProblem[] };

/**
 * Reads one row by the mapping: every value as it would be stored, and every problem that the row alone shows.
 * Pure; whether numbers, e-mails and programmes exist is asked later, for many rows at once.
 * @param today the campus's day, for dates that cannot be
 */
export function parseRow(row: TableRow, mapping: ImportMapping, today: Day): ParsedRow {
  const reading = new Reading(row, mapping, IMPORT_FIELDS);
  readNames(reading);
  reading.take("number", parseNumber, "number_format");
  reading.take("gender", parseGender, "unknown_gender");
  reading.take("birthProvince", parseProvince, "unknown_province");
  reading.take("citizenship", parseCitizenship, "unknown_citizenship");
  reading.take("schoolEmail", parseEmail, "email_format");
  reading.take("personalEmail", parseEmail, "email_format");
  reading.take("phone", (text) => (isPhone(text) ? text.trim() : null), "phone_format");
  reading.take("programme", (text) => text, "unknown_programme");
  reading.take("studyTime", parseStudyTime, "unknown_study_time");
  reading.take("status", parseStatus, "unknown_status");
  reading.take("isMonk", parseAnswer, "unknown_answer");
  reading.take("isTransfer", parseAnswer, "unknown_answer");
  readDates(reading, today);
  const { birthProvince, citizenship } = reading.draft as StudentDraft;
  if (citizenship && birthProvince && !provinceFitsCitizenship(birthProvince, citizenship)) {
    reading.say("birthProvince", "province_of_foreigner");
  }
  return { draft: reading.draft as StudentDraft, problems: reading.problems };
}

/** Whether a row holds nothing at all. */
export function isBlank(row: TableRow): boolean {
  return row.cells.every((cell) => cell === "");
}

function readDates(reading: Reading, today: Day): void {
  reading.take("dateOfBirth", parseWrittenDay, "date_format");
  reading.take("startDate", parseWrittenDay, "date_format");
  const { dateOfBirth, startDate } = reading.draft as StudentDraft;
  if (dateOfBirth && !isPossibleBirthDate(dateOfBirth, today))
    reading.say("dateOfBirth", "date_of_birth_unlikely");
  if (startDate && (startDate < "1990-01-01" || startDate > addMonths(today, 24))) {
    reading.say("startDate", "start_date_unlikely");
  }
}

/** Reads the names of a row in both scripts, whole or in parts, into the draft. */
export function readNames(reading: Reading): void {
  if (reading.has("fullName"))
    splitName(reading, "fullName", "familyName", "personalName", normaliseLatinName);
  if (reading.has("khmerFullName")) {
    splitName(reading, "khmerFullName", "khmerFamilyName", "khmerPersonalName", normaliseKhmerName);
  }
  for (const field of ["familyName", "personalName"] as const) {
    if (reading.has(field))
      takeName(reading, field, reading.text(field), normaliseLatinName, isLatinName, "name_letters");
  }
  for (const field of ["khmerFamilyName", "khmerPersonalName"] as const) {
    if (reading.has(field))
      takeName(reading, field, reading.text(field), normaliseKhmerName, isKhmerName, "khmer_letters");
  }
}

type NameField = "familyName" | "personalName" | "khmerFamilyName" | "khmerPersonalName";

function takeName(
  reading: Reading,
  field: NameField,
  text: string,
  normalise: (text: string) => string,
  isValid: (text: string) => boolean,
  code: ProblemCode,
  saidAt: string = field,
): void {
  if (reading.refuseText(saidAt, text)) return;
  const name = normalise(text);
  if (name.length > NAME_LENGTH) reading.say(saidAt, "too_long", { limit: NAME_LENGTH });
  else if (!isValid(name)) reading.say(saidAt, code, { characters: strangers(name, isValid) });
  else reading.draft[field] = name;
}

/** The characters of a name that keep it from being valid, for the sentence. */
function strangers(name: string, isValid: (text: string) => boolean): string {
  const base = isValid("A") ? "A" : "ក";
  const odd = [...new Set(name)].filter((letter) => letter.trim() && !isValid(`${base}${letter}${base}`));
  return odd.slice(0, 8).join(" ") || name.slice(0, 8);
}

function splitName(
  reading: Reading,
  from: string,
  family: NameField,
  personal: NameField,
  normalise: (text: string) => string,
): void {
  const text = reading.text(from);
  if (reading.refuseText(from, text)) return;
  const [first = "", ...rest] = normalise(text).split(" ");
  const isValid = family === "familyName" ? isLatinName : isKhmerName;
  const code = family === "familyName" ? "name_letters" : "khmer_letters";
  if (rest.length === 0) {
    reading.say(from, family === "familyName" ? "missing_name" : "khmer_letters", { characters: first });
    return;
  }
  takeName(reading, family, first, normalise, isValid, code, from);
  takeName(reading, personal, rest.join(" "), normalise, isValid, code, from);
}

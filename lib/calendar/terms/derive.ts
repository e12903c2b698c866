import type { TermDays, TermRecord } from "@/lib/calendar/schemas";
import { TERM_DAYS, type TermType } from "@/lib/calendar/term-days";
import { addDays, type Day, daysBetween, startOfWeek } from "@/lib/platform/dates/day";

/** What a new term is likely to be; whoever makes it corrects it. */
export type TermDraft = TermDays & { code: string; name: string; nameKm: string };

/** Days after the beginning, of a type without a term before (domain.md 1.2: typical data). */
const USUAL: Record<Exclude<(typeof TERM_DAYS)[number], "startDate">, number> = {
  endDate: 12 * 7 - 1,
  registrationOpensOn: -42,
  registrationClosesOn: 7,
  discountEndDate: 7,
  addDeadline: 7,
  dropDeadline: 14,
  paymentDeadline: 28,
};

/** Letter and track of the codes that are written today: 261012E-T4AE. */
const LETTER: Record<TermType, [letter: string, track: string]> = {
  ENG_A: ["E", "AE"],
  ENG_B: ["E", "BE"],
  BA: ["B", ""],
  MA: ["M", ""],
  X: ["X", ""],
};

/**
 * The term that follows the last one of its type: as many days later as the last one came after the one before it (a
 * quarter without one), as long, and every date as far from the beginning. Never before the last one is over, and on
 * the weekday on which terms of the type begin. The code goes on as the last one's does.
 * @param terms of the type, the newest first; two are enough
 * @param today where there is none: the first begins on the Monday after
 */
export function deriveTerm(type: TermType, terms: readonly TermRecord[], today: Day): TermDraft {
  const [last, before] = terms;
  const startDate = last ? nextStart(last, before) : addDays(startOfWeek(today), 7);
  const days = Object.fromEntries(
    TERM_DAYS.map((field) => {
      if (field === "startDate") return [field, startDate];
      const there = last?.[field];
      if (last && there) return [field, addDays(startDate, daysBetween(last.startDate, there))];
      return [field, addDays(startDate, USUAL[field])];
    }),
  ) as TermDays;
  const ordinal = nextOrdinal(last, startDate);
  return { ...days, code: codeOf(type, startDate, ordinal), ...namesOf(last, startDate, ordinal) };
}

function nextStart(last: TermRecord, before: TermRecord | undefined): Day {
  const apart = before ? daysBetween(before.startDate, last.startDate) : 91;
  // Whole weeks keep the weekday.
  const weeks = Math.max(1, Math.round(apart / 7));
  let start = addDays(last.startDate, weeks * 7);
  while (start <= last.endDate) start = addDays(start, 7);
  return start;
}

/** Number of the term in its year, from the code of the last one; 1 in a new year or where the code has none. */
function nextOrdinal(last: TermRecord | undefined, start: Day): number {
  const found = last && /-?T(\d)/.exec(last.code);
  return found && last.startDate.slice(0, 4) === start.slice(0, 4) ? Number(found[1]) + 1 : 1;
}

function codeOf(type: TermType, start: Day, ordinal: number): string {
  const [letter, track] = LETTER[type];
  return `${start.slice(2).replaceAll("-", "")}${letter}-T${ordinal}${track}`;
}

/** The last term's names with the new number and year in their places. */
function namesOf(
  last: TermRecord | undefined,
  start: Day,
  ordinal: number,
): { name: string; nameKm: string } {
  if (!last) return { name: "", nameKm: "" };
  const year = last.startDate.slice(0, 4);
  const told = (text: string) =>
    text.replace(year, start.slice(0, 4)).replace(/(?<!\d)\d(?!\d)/, String(ordinal));
  return { name: told(last.name.en), nameKm: told(last.name.km) };
}

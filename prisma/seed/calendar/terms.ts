import { type DayNumber, dayIn, dayText, mondayOf, yearOf } from "../days";
import { Random } from "../random";

export type TermType = "ENG_A" | "ENG_B" | "BA" | "MA" | "X";

export type TermRow = {
  id: number;
  code: string;
  name: string;
  nameKm: string;
  type: TermType;
  /** The quarter of the campus's life: 0 in April 2009. Terms of one quarter run beside each other. */
  quarter: number;
  start: DayNumber;
  end: DayNumber;
  discountEnd: DayNumber | null;
  addDeadline: DayNumber | null;
  dropDeadline: DayNumber | null;
  paymentDeadline: DayNumber | null;
  opensOn: DayNumber | null;
  closesOn: DayNumber | null;
  isActive: boolean;
};

/** The running quarter and the one that is open for registration; 72 English A terms make quarters 0 to 71. */
export const CURRENT_QUARTER = 70;
export const NEXT_QUARTER = 71;

/** First quarter of each type; days after the Monday on which the English A term of the quarter begins. */
const types: Record<
  TermType,
  { from: number; offset: number; letter: string; label: string; labelKm: string }
> = {
  ENG_A: { from: 0, offset: 0, letter: "E", label: "English A", labelKm: "ភាសាអង់គ្លេស A" },
  ENG_B: { from: 61, offset: 28, letter: "E", label: "English B", labelKm: "ភាសាអង់គ្លេស B" },
  BA: { from: 11, offset: 7, letter: "B", label: "Bachelor", labelKm: "បរិញ្ញាបត្រ" },
  MA: { from: 67, offset: 14, letter: "M", label: "Master", labelKm: "បរិញ្ញាបត្រជាន់ខ្ពស់" },
  X: { from: 8, offset: 9, letter: "J", label: "Special", labelKm: "ឆមាសពិសេស" },
};

/** Special terms: every second quarter until master's terms got a type of their own. Master's courses ran in them. */
function hasSpecial(quarter: number): boolean {
  return quarter >= 8 && quarter <= 64 && quarter % 2 === 0;
}

export function hasTerm(type: TermType, quarter: number): boolean {
  if (quarter < 0 || quarter > NEXT_QUARTER) return false;
  return type === "X" ? hasSpecial(quarter) : quarter >= types[type].from;
}

/** Monday of each quarter: evenly spread from April 2009 to the running one, which began six weeks before the anchor. */
export function quarterStarts(anchor: DayNumber): DayNumber[] {
  const first = mondayOf(dayIn(2009, 4, 7));
  const current = mondayOf(anchor) - 42;
  const starts: DayNumber[] = [];
  for (let quarter = 0; quarter < CURRENT_QUARTER; quarter++) {
    starts.push(mondayOf(Math.round(first + ((current - first) * quarter) / CURRENT_QUARTER) + 3));
  }
  return [...starts, current, current + 91];
}

/** Eleven to thirteen weeks, never more than fit before the next term of the type. */
function weeksOf(quarter: number, type: TermType, room: number): number {
  if (quarter >= CURRENT_QUARTER) return 12;
  const weeks = new Random(`weeks ${type} ${quarter}`).weighted([
    [11, 2],
    [12, 6],
    [13, 2],
  ]);
  return Math.min(weeks, Math.floor(room / 7));
}

/** Recent codes are start date, letter and T1…T4; older ones are as irregular as they were (domain.md 1.2). */
function codeOf(type: TermType, start: DayNumber, ordinal: number): string {
  const year = yearOf(start);
  if (year >= 2018) {
    const date = dayText(start).slice(2).replaceAll("-", "");
    const track = type === "ENG_A" ? "AE" : type === "ENG_B" ? "BE" : "";
    return `${date}${types[type].letter}-T${ordinal}${track}`;
  }
  if (type === "BA") return `${year}-${year + 1}T${ordinal}`;
  return `${year}T${ordinal}${types[type].letter}`;
}

/** As it stands on a Khmer timetable: what is studied, which term, which year. Digits are Western, as in messages. */
function khmerName(type: TermType, ordinal: number, year: number): string {
  const which = type === "X" ? `ទី${ordinal}` : ` ឆមាសទី${ordinal}`;
  return `${types[type].labelKm}${which} ឆ្នាំ${year}`;
}

/** The 178 terms of domain.md 0.1: 72 English A, 11 English B, 61 Bachelor, 5 Master and 29 special ones. */
export function makeTerms(anchor: DayNumber): TermRow[] {
  const starts = quarterStarts(anchor);
  const terms: TermRow[] = [];
  const ordinals = new Map<string, number>();
  for (let quarter = 0; quarter <= NEXT_QUARTER; quarter++) {
    for (const type of ["ENG_A", "BA", "X", "MA", "ENG_B"] as const) {
      if (!hasTerm(type, quarter)) continue;
      const start = (starts[quarter] as DayNumber) + types[type].offset;
      const room = (starts[quarter + 1] ?? start + 91) - (starts[quarter] as DayNumber);
      const year = `${type} ${yearOf(start)}`;
      const ordinal = (ordinals.get(year) ?? 0) + 1;
      ordinals.set(year, ordinal);
      const recent = quarter >= CURRENT_QUARTER - 7;
      const next = quarter === NEXT_QUARTER;
      terms.push({
        id: terms.length + 1,
        code: codeOf(type, start, ordinal),
        name: `${types[type].label}, term ${ordinal} of ${yearOf(start)}`,
        nameKm: khmerName(type, ordinal, yearOf(start)),
        type,
        quarter,
        start,
        end: start + weeksOf(quarter, type, room) * 7 - 1,
        discountEnd: start + 7,
        addDeadline: recent ? start + 7 : null,
        dropDeadline: recent ? start + 14 : null,
        paymentDeadline: recent ? start + 28 : null,
        // Registration for the next terms is open on the anchor day, however early that is.
        opensOn: recent ? (next ? Math.min(start - 42, anchor - 10) : start - 42) : null,
        closesOn: recent ? start + 7 : null,
        isActive: quarter >= CURRENT_QUARTER,
      });
    }
  }
  return terms;
}

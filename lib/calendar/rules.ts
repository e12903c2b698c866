import { addDays, type Day } from "@/lib/platform/dates/day";
import type { TestPeriodType } from "@/lib/platform/db/generated/enums";
import type { Bilingual } from "@/lib/platform/i18n/names";

/** What a date of a term means to people. */
export const KEY_DATES = [
  "registrationOpens",
  "registrationCloses",
  "starts",
  "discountEnds",
  "addDeadline",
  "dropDeadline",
  "paymentDeadline",
  "ends",
] as const;
export type KeyDateKind = (typeof KEY_DATES)[number];

/** A date on a home: of a term, a public holiday, or a test. */
export type KeyDate = {
  day: Day;
  kind: KeyDateKind | "holiday" | TestPeriodType;
  /** Of the term or the holiday, so that lists have a key. */
  code: string;
  /** What it is a date of. */
  name: Bilingual;
};

/** A term with its dates; readers who are told no prices leave the discount's end out. */
export type TermDates = {
  code: string;
  name: Bilingual;
  startDate: Day;
  endDate: Day;
  discountEndDate?: Day | null;
  addDeadline: Day | null;
  dropDeadline: Day | null;
  paymentDeadline: Day | null;
  registrationOpensOn: Day | null;
  registrationClosesOn: Day | null;
};

/** The dates of terms from today on within so many days, in their order (domain.md 1.2). */
export function keyDates(terms: TermDates[], today: Day, days: number): KeyDate[] {
  const until = addDays(today, days);
  const all = terms.flatMap((term) => {
    const dates: Record<KeyDateKind, Day | null | undefined> = {
      registrationOpens: term.registrationOpensOn,
      registrationCloses: term.registrationClosesOn,
      starts: term.startDate,
      discountEnds: term.discountEndDate,
      addDeadline: term.addDeadline,
      dropDeadline: term.dropDeadline,
      paymentDeadline: term.paymentDeadline,
      ends: term.endDate,
    };
    return KEY_DATES.flatMap((kind) => {
      const day = dates[kind];
      return day && day >= today && day <= until ? [{ day, kind, code: term.code, name: term.name }] : [];
    });
  });
  return inOrder(all);
}

/** Dates in the order in which they come; on one day in the order in which terms have them, others after. */
export function inOrder(dates: readonly KeyDate[]): KeyDate[] {
  const kinds: readonly string[] = KEY_DATES;
  const place = (kind: string) => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length);
  return [...dates].sort(
    (a, b) => a.day.localeCompare(b.day) || place(a.kind) - place(b.kind) || a.code.localeCompare(b.code),
  );
}

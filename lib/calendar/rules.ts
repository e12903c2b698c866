import { addDays, type Day } from "@/lib/platform/dates/day";
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

export type KeyDate = { day: Day; kind: KeyDateKind; termCode: string; termName: Bilingual };

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
      return day && day >= today && day <= until
        ? [{ day, kind, termCode: term.code, termName: term.name }]
        : [];
    });
  });
  return all.sort(
    (a, b) => a.day.localeCompare(b.day) || KEY_DATES.indexOf(a.kind) - KEY_DATES.indexOf(b.kind),
  );
}

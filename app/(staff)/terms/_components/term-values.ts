import type { CreateTermInput, TermRecord } from "@/lib/calendar/schemas";
import { TERM_DAYS } from "@/lib/calendar/term-days";
import type { TermDraft } from "@/lib/calendar/terms/derive";

/** A term as it is typed: every date and number as text. */
export type TermValues = Record<(typeof TERM_DAYS)[number], string> & {
  code: string;
  name: string;
  nameKm: string;
  baCohortNumber: string;
  maCohortNumber: string;
  isActive: boolean;
};

function daysOf(days: Pick<CreateTermInput, (typeof TERM_DAYS)[number]>) {
  return Object.fromEntries(TERM_DAYS.map((field) => [field, days[field] ?? ""])) as Record<
    (typeof TERM_DAYS)[number],
    string
  >;
}

export function valuesOfDraft(draft: TermDraft): TermValues {
  const { code, name, nameKm } = draft;
  return { ...daysOf(draft), code, name, nameKm, baCohortNumber: "", maCohortNumber: "", isActive: true };
}

export function valuesOfTerm(term: TermRecord): TermValues {
  const number = (value: number | null) => (value === null ? "" : String(value));
  return {
    ...daysOf(term),
    code: term.code,
    name: term.name.en,
    nameKm: term.name.km,
    baCohortNumber: number(term.baCohortNumber),
    maCohortNumber: number(term.maCohortNumber),
    isActive: term.isActive,
  };
}

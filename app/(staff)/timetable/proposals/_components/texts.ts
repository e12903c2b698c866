import type { getTranslations } from "next-intl/server";
import type { Tone } from "@/components/data-table/columns";
import type { ProposalRow } from "@/lib/classes/draft-timetable/queries";
import type { ProposalFacts } from "@/lib/classes/draft-timetable/schemas";
import { loose } from "@/lib/platform/i18n/explain-text";

export type Words = Awaited<ReturnType<typeof getTranslations<"draftTimetable">>>;

export const STATUS_TONES: Record<ProposalFacts["status"], Tone> = {
  RUNNING: "info",
  READY: "warning",
  APPLIED: "success",
  CANCELLED: "neutral",
  FAILED: "danger",
  DISCARDED: "neutral",
};

export const DECISION_TONES: Record<ProposalRow["decision"] | "NONE", Tone> = {
  PENDING: "neutral",
  ACCEPTED: "success",
  CHANGED: "info",
  REJECTED: "warning",
  NONE: "danger",
};

/** What is told of a delivery: why it has no place, or what is not as wished, as sentences. */
export function whyTexts(row: ProposalRow, t: Words): string[] {
  const group = row.times.length === 0 ? "reasons" : "notes";
  return row.reasons.map(({ code, times = 0, of = 0, values }) =>
    loose(t)(`${group}.${code}`, { times, of, ...values }),
  );
}

/** "Draft 4 · 270111E-T1AE" */
export function proposalName({ id, term }: Pick<ProposalFacts, "id" | "term">, t: Words): string {
  return t("name", { id: String(id), term: term.code });
}

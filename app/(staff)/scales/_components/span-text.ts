import { addDays, type Day } from "@/lib/platform/dates/day";
import type { Formatter } from "@/lib/platform/i18n/formatter";

type Say = (key: "span.open" | "span.closed", values: { from: string; to: string }) => string;

/** From when to when a version is in force; its last day is the one before the next begins. */
export function spanText(
  { validFrom, validTo }: { validFrom: Day; validTo: Day | null },
  say: Say,
  format: Formatter,
): string {
  const from = format.date(validFrom);
  if (validTo === null) return say("span.open", { from, to: "" });
  return say("span.closed", { from, to: format.date(addDays(validTo, -1)) });
}

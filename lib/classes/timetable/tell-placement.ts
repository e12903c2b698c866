import "server-only";
import { getTranslations } from "next-intl/server";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { messageValues } from "@/lib/platform/i18n/why-text";
import type { PlacementFinding } from "./placement-rules";

/** A finding as a sentence in the reader's language, as a client component gets it. */
export type ToldFinding = { severity: PlacementFinding["severity"]; text: string; href?: string };

/** Tells what a placement meets in the language of the person behind the request. */
export async function tellPlacement(findings: readonly PlacementFinding[]): Promise<ToldFinding[]> {
  const [rules, format] = await Promise.all([getTranslations("rules").then(loose), getFormat()]);
  return findings.map(({ severity, rule, inputs, href }) => ({
    severity,
    text: rules(rule, messageValues(inputs, format)),
    ...(href ? { href } : {}),
  }));
}

import "server-only";
import type { Explained } from "@/lib/platform/explained";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";
import type { WhyText } from "@/lib/platform/i18n/why-text";
import type { BulkResult, CartResult, TellableRow } from "./schemas";

type Told<Row> = Row & { why: WhyText | null };

async function tell<Row extends TellableRow>(row: Row): Promise<Told<Row>> {
  const explained: Explained<unknown> | null = row.explained;
  return { ...row, why: explained ? await getWhyText(explained) : null };
}

/** A cart's result with its explanations as sentences in the reader's language. */
export async function tellCart(result: CartResult) {
  return { ...result, items: await Promise.all(result.items.map(tell)) };
}

/** The result of a bulk enrolment, likewise. */
export async function tellBulk(result: BulkResult) {
  return { ...result, rows: await Promise.all(result.rows.map(tell)) };
}

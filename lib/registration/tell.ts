import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import type { Explained } from "@/lib/platform/explained";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";
import type { WhyText } from "@/lib/platform/i18n/why-text";
import type { BulkResult, CartResult, TellableRow } from "./schemas";

type Told<Row> = Row & { why: WhyText | null };

async function tell<Row extends TellableRow>(row: Row): Promise<Told<Row>> {
  const explained: Explained<unknown> | null = row.explained;
  return { ...row, why: explained ? await getWhyText(explained) : null };
}

/** The border of a cart: its explanations become sentences in the reader's language. */
export function toldCart<Input>(command: (actor: Actor, input: Input) => Promise<CartResult>) {
  return async (actor: Actor, input: Input) => {
    const result = await command(actor, input);
    return { ...result, items: await Promise.all(result.items.map((item) => tell(item))) };
  };
}

/** The border of a bulk enrolment, likewise. */
export function toldBulk<Input>(command: (actor: Actor, input: Input) => Promise<BulkResult>) {
  return async (actor: Actor, input: Input) => {
    const result = await command(actor, input);
    return { ...result, rows: await Promise.all(result.rows.map((row) => tell(row))) };
  };
}

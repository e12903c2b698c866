import "server-only";
import type { Explained } from "@/lib/platform/explained";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";
import type { WhyText } from "@/lib/platform/i18n/why-text";
import type { BulkResult, CartResult, StatusEffect, TellableRow, ToldStatusEffect } from "./schemas";

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

/** What a change of status will mean, in the reader's language. */
export async function tellStatusEffect(effect: StatusEffect): Promise<ToldStatusEffect> {
  const { move, hold, classes, ...rest } = effect;
  return {
    ...rest,
    allowed: move.value,
    moveWhy: move.value ? null : await getWhyText(move),
    hold: hold.value,
    holdWhy: await getWhyText(hold),
    classes: await Promise.all(
      classes.map(async ({ refund, ...each }) => ({
        ...each,
        refund: refund && { percent: refund.value, why: await getWhyText(refund) },
      })),
    ),
  };
}

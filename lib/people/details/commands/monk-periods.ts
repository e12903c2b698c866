import "server-only";
import type { z } from "zod";
import { type RowTable, removeRow, saveRow } from "@/lib/people/details/commands/row";
import type { RemoveRowInput, saveMonkPeriodInput } from "@/lib/people/details/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { AppError } from "@/lib/platform/errors";

type Input = z.output<typeof saveMonkPeriodInput>;
type Facts = Omit<Input, "personId" | "id" | "version">;

function stored({ ordainedOn, leftOn, pagoda }: Facts) {
  return { ordainedOn: dayToDb(ordainedOn), leftOn: dayToDb(leftOn), pagoda };
}

const table: RowTable<Facts> = {
  missing: "people.monk_period_not_found",
  create: (tx, personId, facts) =>
    tx.monkPeriod.create({ data: { personId, ...stored(facts) }, select: { id: true } }),
  update: (tx, key, facts) =>
    tx.monkPeriod.updateMany({ where: key, data: { ...stored(facts), version: { increment: 1 } } }),
  remove: (tx, key) => tx.monkPeriod.deleteMany({ where: key }),
  find: (tx, key) => tx.monkPeriod.findFirst({ where: key, select: { id: true } }),
};

/** Somebody becomes or leaves on a day that was; what is planned is written down when it has happened. */
function refuseFuture(field: "ordainedOn" | "leftOn", day: Day | null): void {
  if (day === null || day <= campusToday()) return;
  const code = "people.monk_day_in_future";
  throw new AppError("invalid", code, { fields: { [field]: [code] } });
}

/**
 * Writes when a person became and left being a monk, and in which pagoda (domain.md 2.2 Monks). The mark of the student
 * follows in the same transaction (trigger `monk_follows_periods`).
 * @throws AppError conflict `people.monk_periods_overlap`, invalid, and as saveRow
 */
export async function saveMonkPeriodCommand(
  actor: Actor,
  { personId, id, version, ...facts }: Input,
): Promise<{ id: number; version: number }> {
  authorise(actor, "people:edit");
  refuseFuture("ordainedOn", facts.ordainedOn);
  refuseFuture("leftOn", facts.leftOn);
  return saveRow(actor, { personId, id, version }, facts, table);
}

/** Takes a period away that was written by mistake. @throws AppError as removeRow */
export function removeMonkPeriodCommand(actor: Actor, input: RemoveRowInput): Promise<{ removed: number }> {
  return removeRow(actor, input, table);
}

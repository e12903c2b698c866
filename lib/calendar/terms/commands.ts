import "server-only";
import type { CreateTermInput, EditTermInput, TermDays } from "@/lib/calendar/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { termDateProblems } from "./rules";

/** @throws AppError invalid `calendar.dates_out_of_order`, with what is wrong at each field */
function requireOrder(days: TermDays): void {
  const problems = termDateProblems(days);
  if (Object.keys(problems).length === 0) return;
  const fields = Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, [code]]));
  throw new AppError("invalid", "calendar.dates_out_of_order", { fields });
}

function dataOf({ code, name, nameKm, baCohortNumber, maCohortNumber, isActive, ...days }: TermFacts) {
  return {
    code,
    name,
    nameKm,
    baCohortNumber,
    maCohortNumber,
    isActive,
    startDate: dayToDb(days.startDate),
    endDate: dayToDb(days.endDate),
    registrationOpensOn: dayToDb(days.registrationOpensOn),
    registrationClosesOn: dayToDb(days.registrationClosesOn),
    discountEndDate: dayToDb(days.discountEndDate),
    addDeadline: dayToDb(days.addDeadline),
    dropDeadline: dayToDb(days.dropDeadline),
    paymentDeadline: dayToDb(days.paymentDeadline),
  };
}
type TermFacts = Omit<CreateTermInput, "termType">;

/**
 * Makes a term (domain.md 1.2).
 * @throws AppError invalid `calendar.dates_out_of_order`; conflict `calendar.term_code_taken`; forbidden
 */
export async function createTermCommand(
  actor: Actor,
  { termType, ...facts }: CreateTermInput,
): Promise<{ code: string }> {
  authorise(actor, "calendar:edit");
  requireOrder(facts);
  return writeTx(actor, {}, (tx) =>
    tx.term.create({ data: { termType, ...dataOf(facts) }, select: { code: true } }),
  );
}

/**
 * Changes a term inside the transaction of a command that carries the consequences (lib/classes/terms), if nobody
 * changed it since `version` was shown.
 * @throws AppError stale; not_found; invalid and conflict as createTermCommand; forbidden
 */
export async function editTermIn(tx: Tx, actor: Actor, input: EditTermInput): Promise<{ version: number }> {
  authorise(actor, "calendar:edit");
  const { id, version, ...facts } = input;
  requireOrder(facts);
  const { count } = await tx.term.updateMany({
    where: { id, version },
    data: { ...dataOf(facts), version: { increment: 1 } },
  });
  if (count === 0) {
    const found = await tx.term.findUnique({ where: { id }, select: { id: true } });
    throw found
      ? new AppError("stale", "calendar.stale")
      : new AppError("not_found", "calendar.term_not_found");
  }
  return { version: version + 1 };
}

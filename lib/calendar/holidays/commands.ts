import "server-only";
import type { z } from "zod";
import type { CreateHolidayInput, EditHolidayInput, setHolidayInput } from "@/lib/calendar/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { type Day, daysBetween } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/** A holiday longer than this is a slip of the keyboard. */
const LONGEST_DAYS = 30;

function dataOf({ startDate, endDate, ...facts }: CreateHolidayInput) {
  const last: Day = endDate ?? startDate;
  const refuse = (code: string) => new AppError("invalid", code, { fields: { endDate: [code] } });
  if (last < startDate) throw refuse("calendar.ends_before_it_begins");
  if (daysBetween(startDate, last) >= LONGEST_DAYS) throw refuse("calendar.holiday_too_long");
  return { ...facts, startDate: dayToDb(startDate), endDate: dayToDb(last) };
}

/** Days on which a command may have changed whether the campus is open, both included. */
export type TouchedDays = { from: Day; to: Day };

const earlier = (a: Day, b: Day) => (a < b ? a : b);
const later = (a: Day, b: Day) => (a > b ? a : b);

/**
 * Adds a holiday inside the transaction of a command that makes the meetings of its days anew (lib/classes/holidays).
 * @throws AppError invalid; conflict `calendar.holiday_twice`; forbidden
 */
export async function createHolidayIn(
  tx: Tx,
  actor: Actor,
  input: CreateHolidayInput,
): Promise<{ id: number; days: TouchedDays }> {
  authorise(actor, "calendar:edit");
  const { id } = await tx.holiday.create({ data: dataOf(input), select: { id: true } });
  return { id, days: { from: input.startDate, to: input.endDate ?? input.startDate } };
}

/** Changes a holiday, likewise. @throws AppError stale; not_found; as createHolidayIn */
export async function editHolidayIn(
  tx: Tx,
  actor: Actor,
  input: EditHolidayInput,
): Promise<{ version: number; days: TouchedDays }> {
  authorise(actor, "calendar:edit");
  const { id, version, ...facts } = input;
  const before = await lockHoliday(tx, id, version);
  await tx.holiday.update({ where: { id }, data: { ...dataOf(facts), version: { increment: 1 } } });
  const last = facts.endDate ?? facts.startDate;
  return {
    version: version + 1,
    days: { from: earlier(before.from, facts.startDate), to: later(before.to, last) },
  };
}

/** Takes a holiday back, so that its days are days of classes, or puts it in force again. Likewise. */
export async function setHolidayIn(
  tx: Tx,
  actor: Actor,
  { id, version, isActive }: z.output<typeof setHolidayInput>,
): Promise<{ version: number; days: TouchedDays }> {
  authorise(actor, "calendar:edit");
  const days = await lockHoliday(tx, id, version);
  await tx.holiday.update({ where: { id }, data: { isActive, version: { increment: 1 } } });
  return { version: version + 1, days };
}

async function lockHoliday(tx: Tx, id: number, version: number): Promise<TouchedDays> {
  const [row] = await tx.$queryRaw<{ version: number; from: Day; to: Day }[]>`
    SELECT version, start_date::text AS "from", end_date::text AS "to" FROM holiday WHERE id = ${id}::int FOR NO KEY UPDATE`;
  if (!row) throw new AppError("not_found", "calendar.holiday_not_found");
  if (row.version !== version) throw new AppError("stale", "calendar.stale");
  return { from: row.from, to: row.to };
}

import "server-only";
import type { z } from "zod";
import { createHolidayIn, editHolidayIn, setHolidayIn } from "@/lib/calendar/holidays/commands";
import type { CreateHolidayInput, EditHolidayInput, setHolidayInput } from "@/lib/calendar/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { type HolidayEffect, remakeMeetings } from "./remake";

/**
 * Adds a public holiday and cancels the meetings of its days (domain.md 4.1 Holiday).
 * @throws AppError invalid; conflict `calendar.holiday_twice`; forbidden
 */
export async function createHolidayCommand(
  actor: Actor,
  input: CreateHolidayInput,
): Promise<HolidayEffect & { id: number }> {
  authorise(actor, "calendar:edit");
  return writeTx(actor, {}, async (tx) => {
    const { id, days } = await createHolidayIn(tx, actor, input);
    return { id, ...(await remakeMeetings(tx, days)) };
  });
}

/** Changes a holiday; meetings follow its days. @throws AppError stale; not_found; as createHolidayCommand */
export async function editHolidayCommand(
  actor: Actor,
  input: EditHolidayInput,
): Promise<HolidayEffect & { version: number }> {
  authorise(actor, "calendar:edit");
  return writeTx(actor, {}, async (tx) => {
    const { version, days } = await editHolidayIn(tx, actor, input);
    return { version, ...(await remakeMeetings(tx, days)) };
  });
}

/**
 * Takes an announced holiday back, so that the meetings of its days come back, or puts it in force again.
 * @throws AppError stale; not_found; forbidden
 */
export async function setHolidayCommand(
  actor: Actor,
  input: z.output<typeof setHolidayInput>,
): Promise<HolidayEffect & { version: number }> {
  authorise(actor, "calendar:edit");
  return writeTx(actor, {}, async (tx) => {
    const { version, days } = await setHolidayIn(tx, actor, input);
    return { version, ...(await remakeMeetings(tx, days)) };
  });
}

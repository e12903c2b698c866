import "server-only";
import type { z } from "zod";
import { requireStudentId } from "@/lib/people/access";
import { normalisePhone } from "@/lib/people/rules";
import type { addPhoneInput, editPhoneInput, removePhoneInput } from "@/lib/people/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

type Facts = { phone: string; comment: string | null; isPreferred: boolean; isTelegram: boolean };

function dataOf({ phone, ...rest }: Facts) {
  return { ...rest, number: phone, digits: normalisePhone(phone) };
}

/** One number of a person is the preferred one (domain.md 2.1 §; the partial index phone_one_preferred is the guard). */
async function makeRoomForPreferred(tx: Tx, personId: number, except?: number): Promise<void> {
  await tx.phone.updateMany({
    where: { personId, isPreferred: true, ...(except === undefined ? {} : { id: { not: except } }) },
    data: { isPreferred: false, version: { increment: 1 } },
  });
}

/** Adds a telephone number; the first one is preferred. @throws AppError not_found, forbidden */
export async function addPhoneCommand(
  actor: Actor,
  input: z.output<typeof addPhoneInput>,
): Promise<{ id: number }> {
  authorise(actor, "people:edit");
  const { number, ...facts } = input;
  const personId = await requireStudentId(actor, number);
  return writeTx(actor, {}, async (tx) => {
    const isPreferred = facts.isPreferred || (await tx.phone.count({ where: { personId } })) === 0;
    if (isPreferred) await makeRoomForPreferred(tx, personId);
    return tx.phone.create({
      data: { personId, ...dataOf({ ...facts, isPreferred }) },
      select: { id: true },
    });
  });
}

/** Changes a telephone number of this student. @throws AppError stale, not_found, forbidden */
export async function editPhoneCommand(
  actor: Actor,
  input: z.output<typeof editPhoneInput>,
): Promise<{ version: number }> {
  authorise(actor, "people:edit");
  const { number, id, version, ...facts } = input;
  const personId = await requireStudentId(actor, number);
  return writeTx(actor, {}, async (tx) => {
    if (facts.isPreferred) await makeRoomForPreferred(tx, personId, id);
    const { count } = await tx.phone.updateMany({
      where: { id, personId, version },
      data: { ...dataOf(facts), version: { increment: 1 } },
    });
    if (count === 0) await refuse(tx, personId, id);
    return { version: version + 1 };
  });
}

/** Removes a telephone number of this student. @throws AppError stale, not_found, forbidden */
export async function removePhoneCommand(
  actor: Actor,
  input: z.output<typeof removePhoneInput>,
): Promise<{ removed: number }> {
  authorise(actor, "people:edit");
  const { number, id, version } = input;
  const personId = await requireStudentId(actor, number);
  return writeTx(actor, {}, async (tx) => {
    const { count } = await tx.phone.deleteMany({ where: { id, personId, version } });
    if (count === 0) await refuse(tx, personId, id);
    return { removed: count };
  });
}

/** Gone or somebody else's is not found; there but newer is stale. */
async function refuse(tx: Tx, personId: number, id: number): Promise<never> {
  const there = await tx.phone.findFirst({ where: { id, personId }, select: { id: true } });
  throw there ? new AppError("stale", "people.stale") : new AppError("not_found", "people.phone_not_found");
}

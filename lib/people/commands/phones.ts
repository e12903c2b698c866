import "server-only";
import type { z } from "zod";
import { requireEditable } from "@/lib/people/own/access";
import { normalisePhone } from "@/lib/people/rules";
import type { addPhoneInput, editPhoneInput, removePhoneInput } from "@/lib/people/schemas";
import type { Actor } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

type Facts = { phone: string; comment: string | null; isPreferred: boolean; isTelegram: boolean };

function dataOf({ phone, ...rest }: Facts) {
  return { ...rest, number: phone, digits: normalisePhone(phone) };
}

/**
 * Whoever changes the numbers of a person does so one after the other: each sees which number the last one left as the
 * preferred one. Without it two first numbers, or two choices at once, would meet in phone_one_preferred.
 */
async function lockPhonesOf(tx: Tx, personId: number): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM person WHERE id = ${personId} FOR NO KEY UPDATE`;
}

/** One number of a person is the preferred one (domain.md 2.1 §; the partial index phone_one_preferred is the guard). */
async function makeRoomForPreferred(tx: Tx, personId: number, except?: number): Promise<void> {
  await tx.phone.updateMany({
    where: { personId, isPreferred: true, ...(except === undefined ? {} : { id: { not: except } }) },
    data: { isPreferred: false, version: { increment: 1 } },
  });
}

/** Who has numbers has a preferred one: when it was removed or is no longer wanted, the oldest of the others. */
async function keepOnePreferred(tx: Tx, personId: number, unwanted?: number): Promise<void> {
  const phones = await tx.phone.findMany({
    where: { personId },
    select: { id: true, isPreferred: true },
    orderBy: { id: "asc" },
  });
  const next = phones.find((phone) => phone.id !== unwanted) ?? phones[0];
  if (!next || phones.some((phone) => phone.isPreferred)) return;
  await tx.phone.update({
    where: { id: next.id },
    data: { isPreferred: true, version: { increment: 1 } },
  });
}

/** Adds a telephone number; the first one is preferred. @throws AppError conflict `people.phone_twice`, not_found, forbidden */
export async function addPhoneCommand(
  actor: Actor,
  input: z.output<typeof addPhoneInput>,
): Promise<{ id: number }> {
  const { of, number, ...facts } = input;
  const personId = await requireEditable(actor, { of, number });
  return writeTx(actor, {}, async (tx) => {
    await lockPhonesOf(tx, personId);
    const isPreferred = facts.isPreferred || (await tx.phone.count({ where: { personId } })) === 0;
    if (isPreferred) await makeRoomForPreferred(tx, personId);
    return tx.phone.create({
      data: { personId, ...dataOf({ ...facts, isPreferred }) },
      select: { id: true },
    });
  });
}

/** Changes a telephone number of this person; the only one stays preferred. @throws AppError conflict `people.phone_twice`, stale, not_found, forbidden */
export async function editPhoneCommand(
  actor: Actor,
  input: z.output<typeof editPhoneInput>,
): Promise<{ version: number }> {
  const { of, number, id, version, ...facts } = input;
  const personId = await requireEditable(actor, { of, number });
  return writeTx(actor, {}, async (tx) => {
    await lockPhonesOf(tx, personId);
    if (facts.isPreferred) await makeRoomForPreferred(tx, personId, id);
    const { count } = await tx.phone.updateMany({
      where: { id, personId, version },
      data: { ...dataOf(facts), version: { increment: 1 } },
    });
    if (count === 0) await refuse(tx, personId, id);
    await keepOnePreferred(tx, personId, id);
    const { version: now } = await tx.phone.findUniqueOrThrow({ where: { id }, select: { version: true } });
    return { version: now };
  });
}

/** Removes a telephone number of this person; another one is preferred then. @throws AppError stale, not_found, forbidden */
export async function removePhoneCommand(
  actor: Actor,
  input: z.output<typeof removePhoneInput>,
): Promise<{ removed: number }> {
  const { of, number, id, version } = input;
  const personId = await requireEditable(actor, { of, number });
  return writeTx(actor, {}, async (tx) => {
    await lockPhonesOf(tx, personId);
    const { count } = await tx.phone.deleteMany({ where: { id, personId, version } });
    if (count === 0) await refuse(tx, personId, id);
    await keepOnePreferred(tx, personId);
    return { removed: count };
  });
}

/** Gone or somebody else's is not found; there but newer is stale. */
async function refuse(tx: Tx, personId: number, id: number): Promise<never> {
  const there = await tx.phone.findFirst({ where: { id, personId }, select: { id: true } });
  throw there ? new AppError("stale", "people.stale") : new AppError("not_found", "people.phone_not_found");
}

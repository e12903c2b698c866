import "server-only";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { PartPlan, SessionPlan } from "../structure";

/** A part that was made, with the delivery that holds its times. */
export type MadePart = { id: number; session: number; code: number; deliveryId: number };

const keyOf = (session: number, code: number) => `${session}.${code}`;

/**
 * The deliveries of classes that are taught as one, by "session.code" of the part; null while nobody is in the combined
 * class yet. Parts that share a delivery must stand in all of them.
 * @throws AppError refused `classes.combined_parts_differ`
 */
export async function sharedDeliveries(
  tx: Tx,
  combined: { id: number | null; name: string },
  sessions: readonly SessionPlan[],
): Promise<Map<string, number> | null> {
  if (combined.id === null) return null;
  const member = await tx.class.findFirst({
    where: { combinedClassId: combined.id },
    orderBy: { id: "asc" },
    select: { sessions: { select: { number: true, parts: { select: { code: true, deliveryId: true } } } } },
  });
  if (!member) return null;
  const deliveries = new Map(
    member.sessions.flatMap(({ number, parts }) =>
      parts.map(({ code, deliveryId }) => [keyOf(number, code), deliveryId] as const),
    ),
  );
  const own = sessions.flatMap(({ number, parts }) => parts.map(({ code }) => keyOf(number, code)));
  if (own.length !== deliveries.size || own.some((key) => !deliveries.has(key)))
    throw new AppError("refused", "classes.combined_parts_differ", {
      params: { name: combined.name },
      fields: { combine: ["classes.combined_parts_differ"] },
    });
  return deliveries;
}

type Target = {
  classId: number;
  termId: number;
  sessions: readonly SessionPlan[];
  /** Deliveries by "session.code" that the parts share with other classes. */
  shared: ReadonlyMap<string, number> | null;
};

/** Writes sessions and parts of a class that has none; each part gets a delivery of its own or the shared one. */
export async function addSessions(tx: Tx, target: Target): Promise<MadePart[]> {
  const made: MadePart[] = [];
  for (const { number, name, nameKm, weight, parts } of target.sessions) {
    const session = await tx.classSession.create({
      data: { classId: target.classId, number, name, nameKm, weight },
      select: { id: true },
    });
    for (const part of parts) {
      const deliveryId =
        target.shared?.get(keyOf(number, part.code)) ?? (await addDelivery(tx, target.termId, part));
      const id = await addPart(tx, session.id, part, deliveryId);
      made.push({ id, session: number, code: part.code, deliveryId });
    }
  }
  return made;
}

/** Writes a delivery with what a part needs. */
export async function addDelivery(tx: Tx, termId: number, part: PartPlan): Promise<number> {
  const { weekdays, minutes, roomNeed, wantedTeacherId } = part;
  const { id } = await tx.delivery.create({
    data: { termId, weekdays, minutes, roomNeed, wantedTeacherId },
    select: { id: true },
  });
  return id;
}

/** Writes a part of a session with its textbooks. */
export async function addPart(
  tx: Tx,
  sessionId: number,
  part: PartPlan,
  deliveryId: number,
): Promise<number> {
  const { code, partType, name, nameKm, weight, templateId, textbookIds } = part;
  const { id } = await tx.classPart.create({
    data: { sessionId, code, partType, name, nameKm, weight, templateId, deliveryId },
    select: { id: true },
  });
  if (textbookIds.length > 0)
    await tx.classPartTextbook.createMany({
      data: [...new Set(textbookIds)].map((textbookId) => ({ classPartId: id, textbookId })),
    });
  return id;
}

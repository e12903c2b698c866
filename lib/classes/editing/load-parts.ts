import "server-only";
import type { Weekday } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import type { SessionOnFile } from "./parts-plan";

const part = {
  id: true,
  version: true,
  code: true,
  partType: true,
  name: true,
  nameKm: true,
  weight: true,
  templateId: true,
  deliveryId: true,
  delivery: {
    select: { version: true, weekdays: true, minutes: true, roomNeed: true, wantedTeacherId: true },
  },
  textbooks: { select: { textbookId: true }, orderBy: { textbookId: "asc" as const } },
} as const;

/** Sessions and parts of a class with what their deliveries need, in their order. */
export async function loadSessions(tx: Tx, classId: number): Promise<SessionOnFile[]> {
  const rows = await tx.classSession.findMany({
    where: { classId },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      name: true,
      nameKm: true,
      weight: true,
      parts: { orderBy: { code: "asc" }, select: part },
    },
  });
  return rows.map(({ parts, weight, ...session }) => ({
    ...session,
    weight: weight.toFixed(3),
    parts: parts.map(({ delivery, textbooks, weight: share, ...facts }) => ({
      ...facts,
      weight: share.toFixed(3),
      weekdays: delivery.weekdays as Weekday[],
      minutes: delivery.minutes,
      roomNeed: delivery.roomNeed,
      wantedTeacherId: delivery.wantedTeacherId,
      deliveryVersion: delivery.version,
      textbookIds: textbooks.map(({ textbookId }) => textbookId),
    })),
  }));
}

import "server-only";
import { type Actor, actorLabel } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Tx } from "@/lib/platform/db/transaction";

/** What can happen to a class; the domains to the right read it (blueprints.md 3). */
export const CLASS_EVENTS = [
  "created",
  "moved",
  "cancelled",
  "edited",
  "parts_changed",
  "timetable_changed",
  "meetings_changed",
  "capacity_changed",
  "combined",
  "split",
  "reading_locked",
  "reading_converted",
] as const;
export type ClassEventKind = (typeof CLASS_EVENTS)[number];

/** Notes in the transaction of a command what happened to a class. */
export async function writeClassEvent(
  tx: Tx,
  actor: Actor,
  classId: number,
  kind: ClassEventKind,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  await tx.classEvent.create({ data: { classId, kind, detail, actor: actorLabel(actor) } });
}

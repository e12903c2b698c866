import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import type { Tx } from "@/lib/platform/db/transaction";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { moveClass } from "../commands/move-class";
import { writeClassEvent } from "../events";
import { cancelMeetingsOf } from "./meetings";

type Closing = {
  classes: readonly {
    id: number;
    version: number;
    /** For the domain that knows the money: who left, by place, and the share that goes back, in percent. */
    left: { enrolled: number; offered: number; waitlisted: number };
    refundPercent: number;
  }[];
  reason: string;
};

/**
 * Cancels classes in the caller's transaction, which has taken the students out of them (lib/registration): status, day
 * and reason, the event for the money, the meetings that are left. @returns how many meetings are not held
 * @throws AppError what moveClass throws
 */
export async function closeClasses(tx: Tx, actor: Actor, { classes, reason }: Closing): Promise<number> {
  const day = campusToday();
  for (const { id, version, left, refundPercent } of classes) {
    await moveClass(tx, actor, { id, version, to: "CANCELLED", reason });
    await tx.class.update({ where: { id }, data: { cancelledOn: dayToDb(day), cancelReason: reason } });
    await writeClassEvent(tx, actor, id, "cancelled", { day, refundPercent, ...left });
  }
  return cancelMeetingsOf(
    tx,
    classes.map(({ id }) => id),
    storedReason("class_cancelled", { reason }),
  );
}

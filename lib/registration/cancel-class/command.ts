import "server-only";
import { requireClass } from "@/lib/classes/access";
import { closeClasses } from "@/lib/classes/cancel/close-classes";
import { countCancelMeetingsInTx } from "@/lib/classes/cancel/meetings";
import { type AccountActor, actorLabel, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { mailConfigured } from "@/lib/platform/mail/configured";
import { settingOn } from "@/lib/platform/settings/settings";
import { refundShare } from "../rules/refund-rule";
import { tellByMail } from "./mail";
import type { CancelClassInput, Cancelled, Place, Seen } from "./schemas";

type Locked = {
  id: number;
  version: number;
  code: string;
  section: string;
  status: string;
  title: string;
  titleKm: string | null;
  start: Day;
  dropDeadline: Day | null;
};
type Sitting = { class_id: number; student_id: number; status: Place };

/**
 * Cancels a class with its consequences, all in one transaction: students, offers and queue leave it, the meetings that
 * are left are not held, seats go on where others share them, an event tells the share of the price that goes back, and
 * the mails to who has an address are queued (domain.md 4.3, 0.2 row 8). What happens is what was shown: if somebody
 * came or left meanwhile, nothing does. The second of two who cancel at once finds it cancelled.
 * @throws AppError conflict `registration.class_cancelled_already`, `registration.cancel_looks_different`; refused `classes.move_refused`; not_found; forbidden
 */
export async function cancelClassCommand(actor: AccountActor, input: CancelClassInput): Promise<Cancelled> {
  authorise(actor, "classes:edit");
  authorise(actor, "registration:drop");
  if (input.mail) authorise(actor, "messages:send");
  await requireClass(actor, input.id);
  const today = campusToday();
  const schedule = await settingOn("registration.refund", today);
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const ids = await idsOf(tx, input);
    const sitting = await tx.$queryRaw<Sitting[]>`SELECT * FROM lock_class_seats(${ids}::integer[])`;
    const classes = await readLocked(tx, ids);
    requireAsSeen(input, classes, seenNow(sitting, (await countCancelMeetingsInTx(tx, ids)).left));
    const reason = storedReason("class_cancelled", { reason: input.reason });
    await tx.$queryRaw`SELECT end_class_enrolments(${actorLabel(actor)}, ${ids}::integer[], ${reason})`;
    const meetings = await closeClasses(tx, actor, {
      reason: input.reason,
      classes: classes.map(({ id, version, start, dropDeadline }) => {
        const { meetings: _, ...left } = seenNow(
          sitting.filter((each) => each.class_id === id),
          0,
        );
        return {
          id,
          version,
          left,
          refundPercent: refundShare({ dropDeadline, start }, today, schedule).value,
        };
      }),
    });
    const mergeId =
      input.mail && mailConfigured() && sitting.length > 0
        ? await tellByMail(tx, actor, { classes, sitting, reason: input.reason })
        : null;
    const students = new Set(sitting.map((each) => each.student_id)).size;
    return { classes: ids.length, students, meetings, mergeId };
  });
}

/** The class, and with `together` those that share its seats and are not cancelled yet; ascending, as all lock them. */
async function idsOf(tx: Tx, { id, together }: CancelClassInput): Promise<number[]> {
  if (!together) return [id];
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT c.id FROM class c
     WHERE c.seat_pool_id = (SELECT seat_pool_id FROM class WHERE id = ${id})
       AND (c.id = ${id} OR c.status <> 'CANCELLED') ORDER BY c.id`;
  return rows.map((row) => row.id);
}

function readLocked(tx: Tx, ids: number[]): Promise<Locked[]> {
  return tx.$queryRaw<Locked[]>`
    SELECT c.id, c.version, co.code, c.section, c.status, co.title, co.title_km AS "titleKm",
           t.start_date::text AS start, t.drop_deadline::text AS "dropDeadline"
      FROM class c JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
     WHERE c.id = ANY (${ids}::integer[]) ORDER BY c.id`;
}

function seenNow(sitting: readonly Sitting[], meetings: number): Seen {
  const countOf = (status: Place) => sitting.filter((each) => each.status === status).length;
  return {
    enrolled: countOf("ENROLLED"),
    offered: countOf("OFFERED"),
    waitlisted: countOf("WAITLISTED"),
    meetings,
  };
}

function requireAsSeen(input: CancelClassInput, classes: readonly Locked[], now: Seen): void {
  const own = classes.find(({ id }) => id === input.id);
  if (own?.status === "CANCELLED") throw new AppError("conflict", "registration.class_cancelled_already");
  const { enrolled, offered, waitlisted, meetings } = input.seen;
  const same =
    own?.version === input.version &&
    now.enrolled === enrolled &&
    now.offered === offered &&
    now.waitlisted === waitlisted &&
    now.meetings === meetings;
  if (!same) throw new AppError("conflict", "registration.cancel_looks_different");
}

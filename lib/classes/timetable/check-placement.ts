import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import { isAppError } from "@/lib/platform/errors";
import { readPlacement } from "./placement-facts";
import { judgePlacement, type PlacementFinding } from "./placement-rules";
import { deliveryNotFound } from "./read-delivery";
import { refusePlacement } from "./refuse-placement";
import type { PlacementInput } from "./schemas";
import { type Span, sessionSpan, spanFrom } from "./span";

type Found = { from: Day | null; to: Day | null; start: Day; end: Day; session: number; sessions: number };

/** From which day to which a weekly time holds when nobody says so: what is over is not looked at. */
async function spanOf(actor: Actor, { deliveryId, slotId }: PlacementInput): Promise<Span> {
  authorise(actor, "classes:read");
  const [found] = await query<Found>(
    "classes.placement-span",
    `SELECT s.valid_from AS "from", s.valid_to AS "to", t.start_date AS start, t.end_date AS "end",
            k.number AS session, (SELECT count(*)::integer FROM class_session o WHERE o.class_id = k.class_id) AS sessions
       FROM delivery d JOIN term t ON t.id = d.term_id LEFT JOIN slot s ON s.id = $2::integer AND s.delivery_id = d.id
      CROSS JOIN LATERAL (SELECT cs.number, cs.class_id FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id
                           WHERE cp.delivery_id = d.id ORDER BY cs.number, cs.class_id LIMIT 1) k
      WHERE d.id = $1::integer`,
    [deliveryId, slotId ?? null],
  );
  if (!found) throw deliveryNotFound();
  const { from, to, start, end, session, sessions } = found;
  const span = from && to ? { from, to } : sessionSpan({ from: start, to: end }, session, sessions);
  return spanFrom(span, campusToday());
}

/**
 * What would stand in the way of a weekly time: clashes of room, teacher and students in words with what is in the way,
 * and what is worth knowing (domain.md 4.3). Nothing is written; the database decides at the end.
 * @throws AppError not_found `timetable.delivery_not_found`; forbidden
 */
export async function checkPlacement(actor: Actor, input: PlacementInput): Promise<PlacementFinding[]> {
  authorise(actor, "classes:read");
  const { validFrom, validTo, ...rest } = input;
  const span = validFrom && validTo ? { from: validFrom, to: validTo } : await spanOf(actor, input);
  const wanted = {
    ...rest,
    slotId: input.slotId ?? null,
    meetingId: null,
    dated: false,
    from: validFrom ?? span.from,
    to: validTo ?? span.to,
  };
  const facts = await readPlacement(actor, wanted);
  if (!facts) throw deliveryNotFound();
  return judgePlacement(facts, wanted);
}

const TAKEN = new Set(["classes.room_taken", "classes.teacher_taken"]);

type Attempt = Omit<PlacementInput, "deliveryId"> & { deliveryId?: number };

/**
 * Runs a command; when somebody else took the room or the teacher in the same moment, and the database refused, tells who
 * it was instead of the constraint alone.
 */
export async function tellTaken<T>(
  actor: Actor,
  attempts: Attempt | readonly Attempt[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isAppError(error) && TAKEN.has(error.code)) {
      for (const attempt of [attempts].flat()) refusePlacement(await lookAgain(actor, attempt), true);
    }
    throw error;
  }
}

async function lookAgain(actor: Actor, attempt: Attempt): Promise<PlacementFinding[]> {
  authorise(actor, "classes:read");
  const { weekday, startMin, endMin, roomId, teacherId, slotId } = attempt;
  const deliveryId =
    attempt.deliveryId ??
    (
      await query<{ id: number }>(
        "classes.delivery-of-slot",
        "SELECT delivery_id AS id FROM slot WHERE id = $1::integer",
        [slotId],
      )
    )[0]?.id;
  if (deliveryId === undefined) return [];
  return checkPlacement(actor, { deliveryId, slotId, weekday, startMin, endMin, roomId, teacherId });
}

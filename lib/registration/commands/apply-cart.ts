import "server-only";
import { type Actor, actorLabel } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/transaction";

/** One item as the database function takes it; see prisma/sql/registration/apply-cart.sql. */
export type AppliedItem = {
  take?: number;
  give?: number;
  wait?: boolean;
  over?: boolean;
  audit?: boolean;
  late?: boolean;
  override?: boolean;
  end_status?: "DROPPED" | "WITHDRAWN";
  reason?: string;
};

export type AppliedOutcome = {
  outcome:
    | "enrolled"
    | "accepted"
    | "swapped"
    | "waitlisted"
    | "full"
    | "already"
    | "already_waiting"
    | "dropped"
    | "withdrawn"
    | "not_enrolled";
  enrolment_id: number | null;
  ended_id: number | null;
};

type Cart = {
  studentId: number;
  /** Version of the registration that the rules saw. */
  version: number;
  /** Versions of the classes that the rules saw, by id. */
  classVersions: Record<number, number>;
  items: AppliedItem[];
};

/**
 * Calls the one writer of enrolments. A stale version is a serialization failure, after which writeTx runs its work
 * again: read the snapshot inside the same transaction.
 */
export async function applyCart(tx: Tx, actor: Actor, cart: Cart) {
  const [row] = await tx.$queryRaw<{ result: { version: number; items: AppliedOutcome[] } }[]>`
    SELECT apply_cart(${actorLabel(actor)}, ${cart.studentId}::integer, ${cart.version}::integer,
                      ${JSON.stringify(cart.classVersions)}::jsonb, ${JSON.stringify(cart.items)}::jsonb) AS result`;
  if (!row) throw new Error("apply_cart returned nothing");
  return row.result;
}

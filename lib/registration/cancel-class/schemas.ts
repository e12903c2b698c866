import { z } from "zod";
import type { Day } from "@/lib/platform/dates/day";
import type { Explained } from "@/lib/platform/explained";
import type { NameParts } from "@/lib/platform/i18n/names";
import { reasonText } from "@/lib/platform/validation/reason";

const id = z.int().positive();
const count = z.int().min(0).max(10_000);

/** What the person saw before confirming: if it is no longer so, they look again. */
const seen = z.strictObject({ enrolled: count, offered: count, waitlisted: count, meetings: count });
export type Seen = z.output<typeof seen>;

/** Cancels a class, or with `together` all classes that are taught as one with it. */
export const cancelClassInput = z.strictObject({
  id,
  version: id,
  together: z.boolean(),
  /** Students read it. */
  reason: reasonText,
  /** Whether those with an address get a mail; on their home it is told in any case. */
  mail: z.boolean(),
  seen,
});
export type CancelClassInput = z.output<typeof cancelClassInput>;

export type Cancelled = {
  classes: number;
  students: number;
  meetings: number;
  /** The message that tells them by mail, if there is one. */
  mergeId: number | null;
};

export const PLACES = ["ENROLLED", "OFFERED", "WAITLISTED"] as const;
export type Place = (typeof PLACES)[number];

/** A class of a cancellation. */
export type CancelledClass = { id: number; code: string; section: string };

/** Somebody who leaves with the class. */
export type LeavingStudent = NameParts & {
  studentId: number;
  number: string;
  status: Place;
  /** Of a cancellation of several classes: the one that they are in. */
  code: string;
  section: string;
};

/** What a cancellation will mean; days are YYYY-MM-DD, the refund is a share in percent. */
export type CancelEffect = {
  /** Whether the class may be cancelled, and why not. */
  move: Explained<boolean>;
  classes: CancelledClass[];
  /** The classes taught as one with it that go on unless they are cancelled too. */
  others: CancelledClass[];
  seen: Seen;
  students: LeavingStudent[];
  /** How many of them a mail would reach. */
  reachable: number;
  meetings: { first: Day | null; last: Day | null; held: number };
  refund: Explained<number>;
};

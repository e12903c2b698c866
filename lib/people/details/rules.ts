import { addDays, type Day } from "@/lib/platform/dates/day";
import type { RelationKind } from "@/lib/platform/db/generated/enums";
import { foldKhmer } from "@/lib/platform/i18n/khmer";

/** Days before its last day from which a paper counts as soon out of date. */
export const PAPER_SOON_DAYS = 90;

export type PaperState = "valid" | "soon" | "expired" | "open";

/** Whether a paper still holds on `today`; `open` where no last day is written on it. The last day itself is valid. */
export function paperState(expiresOn: Day | null, today: Day): PaperState {
  if (expiresOn === null) return "open";
  if (expiresOn < today) return "expired";
  return expiresOn <= addDays(today, PAPER_SOON_DAYS) ? "soon" : "valid";
}

/** A paper's number as it is stored and compared: Western digits, upper case, no spaces around or doubled. */
export function normalisePaperNumber(text: string): string {
  return foldDigits(text).replace(/\s+/g, " ").trim().toUpperCase();
}

function foldDigits(text: string): string {
  return text.replace(/[០-៩]/g, (digit) => foldKhmer(digit));
}

/** What the other person is to the person whose record is shown. */
export const RELATION_ROLES = ["SIBLING", "SPOUSE", "PARENT", "CHILD", "GUARDIAN", "WARD"] as const;
export type RelationRole = (typeof RELATION_ROLES)[number];

/** A relation as it is stored: once, whichever side it was told from. */
export type StoredRelation = { personId: number; relatedId: number; kind: RelationKind };

/**
 * The row behind "`otherId` is the `role` of `personId`": siblings and spouses with the smaller id first, else the child
 * or ward first (domain.md 2.1; schema PersonRelation).
 */
export function storedRelation(personId: number, otherId: number, role: RelationRole): StoredRelation {
  switch (role) {
    case "SIBLING":
    case "SPOUSE":
      return { personId: Math.min(personId, otherId), relatedId: Math.max(personId, otherId), kind: role };
    case "PARENT":
    case "GUARDIAN":
      return { personId, relatedId: otherId, kind: role };
    case "CHILD":
      return { personId: otherId, relatedId: personId, kind: "PARENT" };
    case "WARD":
      return { personId: otherId, relatedId: personId, kind: "GUARDIAN" };
  }
}

/** What the other one of a stored relation is to `personId`. */
export function roleOf(relation: StoredRelation, personId: number): RelationRole {
  if (relation.kind === "SIBLING" || relation.kind === "SPOUSE") return relation.kind;
  if (relation.personId === personId) return relation.kind;
  return relation.kind === "PARENT" ? "CHILD" : "WARD";
}

import { z } from "zod";
import { TWO_PERSON_ROLES } from "@/lib/platform/access/roles";
import { grantRoleInput } from "@/lib/platform/access/schemas";
import type { ApprovalStatus } from "@/lib/platform/db/generated/enums";
import type { Bilingual } from "@/lib/platform/i18n/names";
import { REASON_MAX, REASON_MIN } from "@/lib/platform/validation/limits";
import { REASON_TOO_SHORT } from "@/lib/platform/validation/reason";

const id = z.number().int().positive();
const version = z.number().int().positive();

/** A decision on the request as it was seen (`version`). Who refuses says why; who approves may add a word. */
export const decideInput = z
  .strictObject({
    id,
    version,
    decision: z.enum(["approve", "reject"]),
    reason: z.string().trim().max(REASON_MAX),
  })
  .refine(({ decision, reason }) => decision === "approve" || reason.length >= REASON_MIN, {
    path: ["reason"],
    message: REASON_TOO_SHORT,
  });
export type DecideInput = z.infer<typeof decideInput>;

/** A grant that a second person must confirm; the roles that one person gives are granted directly. */
export const requestRoleGrantInput = grantRoleInput.refine(({ role }) => TWO_PERSON_ROLES.has(role), {
  path: ["role"],
  message: "access.one_person_suffices",
});

/** The maker takes the request back. */
export const withdrawInput = z.strictObject({ id, version });
export type WithdrawInput = z.infer<typeof withdrawInput>;

export const approvalParams = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

/** The trays of the inbox: what waits for me, what I asked for, what I decided, and all that I may see. */
export const BOXES = ["waiting", "asked", "decided", "all"] as const;
export type Box = (typeof BOXES)[number];

export const APPROVAL_STATUSES = [
  "PENDING",
  "APPROVED",
  "REJECTED",
  "WITHDRAWN",
  "EXPIRED",
] as const satisfies readonly ApprovalStatus[];

/** A value as facts carry it: what it is, not how it is written; the page tells it in the reader's language. */
export type FactValue =
  | { text: string }
  | { words: Bilingual }
  /** Full key of a message, such as "roles.admin". */
  | { message: string; values?: Record<string, string | number> }
  | { day: string }
  | { number: number }
  /** US dollars. */
  | { money: string }
  | { list: FactValue[] };

/** One line of what is asked for; `label` is a key below `approvals.facts`. Null: nothing, none, no end. */
export type Fact = { label: string; value: FactValue | null };

/** What will be different, before and after; `label` is a key below `approvals.facts`. */
export type Change = { label: string; before: FactValue | null; after: FactValue | null };

/** A request in words, for whoever decides. */
export type Description = { facts: Fact[]; changes: Change[] };

/** A request as lists show it. Instants are ISO; `status` is what it truly is, whether the sweep came by or not. */
export type ApprovalLine = {
  id: number;
  version: number;
  kind: string;
  status: ApprovalStatus;
  subjectLabel: string;
  payload: unknown;
  amount: string | null;
  reason: string;
  maker: { accountId: number; name: string };
  checker: { accountId: number; name: string } | null;
  createdAt: string;
  expiresAt: string;
  decidedAt: string | null;
  decisionReason: string | null;
};

/** A request with what decides who may decide it. */
export type ApprovalDto = ApprovalLine & {
  subjectId: number | null;
  permission: string;
  authorityLevel: number | null;
  /** Whether the record that it is about lies within the reader's scope. */
  reached: boolean;
};

/** What the list shows. */
export type ApprovalFilter = {
  box: Box;
  search: string;
  kind: string | null;
  status: ApprovalStatus | null;
  page: number;
  pageSize: number;
};

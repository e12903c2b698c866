import type { z } from "zod";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Description, FactValue } from "./schemas";

/** The two persons and the decision, for the command that runs at last. */
export type ApprovedBy = {
  approvalId: number;
  maker: { accountId: number; reason: string };
  /** Whose transaction it is: the audit names them. */
  checker: AccountActor;
};

/**
 * A kind of work that needs a second person (blueprints.md 3). The payload is JSON; where it holds `accountId`, the
 * request concerns that account and its holder may not decide it.
 */
export type ApprovalKind<Schema extends z.ZodType = z.ZodType> = {
  /** `<domain>.<verb-object>`; its name is the message `approvals.kinds.<domain>.<verb-object>.name`. */
  kind: string;
  /** Needed to ask, and still held by the maker when it is approved. */
  asks: Permission;
  /** Enough for who asks about the own record. */
  asksOwn?: Permission;
  /** Needed to decide. */
  permission: Permission;
  /** The weakest authority that may decide, 1 highest … 4 staff; without it the permission suffices. */
  authorityLevel?: number;
  /** Days until an undecided request is dead. */
  validForDays: number;
  payload: Schema;
  /** What exactly it is about: of one kind only one request with this key waits at a time. */
  subjectKey: (payload: z.output<Schema>) => string;
  /** The person whom it concerns, if any, and what the record is called; copied when it is asked. */
  subject: (tx: Tx, payload: z.output<Schema>) => Promise<{ personId: number | null; label: string }>;
  /** US dollars, where money is asked for. */
  amount?: (payload: z.output<Schema>) => string | null;
  /** Throws what `run` would throw: nobody asks for what cannot be. */
  check: (tx: Tx, maker: AccountActor, payload: z.output<Schema>) => Promise<void>;
  /** What tells this request from others of its kind, in a word or two. */
  summary: (payload: z.output<Schema>) => FactValue;
  /** The facts, and what will be different, read now. */
  describe: (payload: z.output<Schema>) => Promise<Description>;
  /** The command itself, in the transaction of the decision. What it throws leaves the request waiting. */
  run: (tx: Tx, by: ApprovedBy, payload: z.output<Schema>) => Promise<void>;
  /** Page of what an approved request made, if there is one. */
  resultHref?: (approvalId: number) => Promise<string | null>;
};

const key = Symbol.for("naga.approvals.kinds");
type Holder = { [key: symbol]: Map<string, ApprovalKind> | undefined };

function kinds(): Map<string, ApprovalKind> {
  const holder = globalThis as Holder;
  holder[key] ??= new Map();
  return holder[key];
}

/** Declares a kind; lib/operations/approval-kinds.ts loads every module that does. */
export function defineApproval<Schema extends z.ZodType>(kind: ApprovalKind<Schema>): ApprovalKind<Schema> {
  kinds().set(kind.kind, kind as unknown as ApprovalKind);
  return kind;
}

/** The kind of a name. @throws Error when no loaded module declares it: a mistake in the registry */
export function approvalKind(name: string): ApprovalKind {
  const found = kinds().get(name);
  if (!found) throw new Error(`no approval kind ${name}; is it in lib/operations/approval-kinds.ts?`);
  return found;
}

/** The kind of a name, or null: a request may outlive the version that knew its kind. */
export function findApprovalKind(name: string): ApprovalKind | null {
  return kinds().get(name) ?? null;
}

/** Every kind that is declared, by name. */
export function approvalKinds(): ApprovalKind[] {
  return [...kinds().values()].sort((a, b) => a.kind.localeCompare(b.kind));
}

/** The account that a request concerns and whose holder may not decide it; null when it names none. */
export function accountConcerned(payload: unknown): number | null {
  const given =
    typeof payload === "object" && payload !== null && "accountId" in payload && payload.accountId;
  return typeof given === "number" ? given : null;
}

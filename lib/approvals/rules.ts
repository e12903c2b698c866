import type { AccountActor } from "@/lib/platform/access/actor";
import type { ApprovalStatus } from "@/lib/platform/db/generated/enums";
import { type Explained, explain, type Reason, type Remedy } from "@/lib/platform/explained";
import { accountConcerned } from "./define";
import type { ApprovalDto } from "./schemas";

const DAY_MS = 86_400_000;
const SOURCE = "blueprints.md 3";

/** When an undecided request is dead. */
export function expiryOf(asked: Date, validForDays: number): Date {
  return new Date(asked.getTime() + validForDays * DAY_MS);
}

/** What a request truly is: dead by its hour, whether the nightly sweep came by or not. */
export function statusAt(status: ApprovalStatus, expiresAt: string, now: Date): ApprovalStatus {
  return status === "PENDING" && new Date(expiresAt) <= now ? "EXPIRED" : status;
}

type Judged = Pick<
  ApprovalDto,
  "status" | "expiresAt" | "maker" | "payload" | "subjectId" | "permission" | "authorityLevel" | "reached"
>;
type Judge = Pick<AccountActor, "accountId" | "personId" | "permissions" | "authorityLevel">;

/**
 * Whether this person may decide the request, and why not: one who asked for it, whom it concerns, who lacks the
 * right, the authority or the reach, or who comes too late (blueprints.md 3; domain.md 2.2 Authority, 2.3 admin).
 */
export function mayDecide(judge: Judge, request: Judged, now: Date): Explained<boolean> {
  const against: Reason[] = [];
  const add = (rule: string, inputs: Reason["inputs"] = {}, source = SOURCE) =>
    against.push({ rule, inputs, source });
  const status = statusAt(request.status, request.expiresAt, now);
  if (status === "EXPIRED") add("approvals.expired", { expiresAt: request.expiresAt });
  else if (status !== "PENDING") add("approvals.not_waiting", { status });
  if (request.maker.accountId === judge.accountId) add("approvals.own_request");
  else if (concerns(judge, request)) add("approvals.concerns_oneself", {}, "domain.md 2.3 admin");
  if (!(judge.permissions as ReadonlySet<string>).has(request.permission)) {
    add("approvals.right_missing", { permission: request.permission }, "domain.md 2.3");
  } else if (!request.reached) add("approvals.out_of_reach", {}, "domain.md 2.3");
  const { authorityLevel: needed } = request;
  const level = judge.authorityLevel;
  if (needed !== null && (level === null || level > needed)) {
    add("approvals.authority", { needed, level }, "domain.md 2.2 Authority");
  }
  if (against.length === 0) {
    const { name } = request.maker;
    return explain(true, [{ rule: "approvals.second_person", inputs: { maker: name }, source: SOURCE }]);
  }
  return explain(false, against, remedyFor(status));
}

/** The person of the request or the account of its payload is the one who would decide. */
function concerns(judge: Judge, { payload, subjectId }: Judged): boolean {
  return (
    accountConcerned(payload) === judge.accountId || (subjectId !== null && subjectId === judge.personId)
  );
}

function remedyFor(status: ApprovalStatus): Remedy | undefined {
  if (status === "PENDING") return { rule: "approvals.ask_other" };
  return status === "APPROVED" ? undefined : { rule: "approvals.ask_again" };
}

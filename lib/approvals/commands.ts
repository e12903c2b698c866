import "server-only";
import type { z } from "zod";
import { type AccountActor, type Actor, authorise, can } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError, isAppError } from "@/lib/platform/errors";
import { readCode } from "@/lib/platform/validation/zod-codes";
import { type ApprovalKind, approvalKind } from "./define";
import { stillHolds } from "./maker";
import { lockApproval } from "./queries";
import { expiryOf, mayDecide } from "./rules";
import type { ApprovalDto, DecideInput, WithdrawInput } from "./schemas";

/**
 * Asks for work that a second person must approve (blueprints.md 3). Nothing happens until then.
 * @throws AppError forbidden without the kind's right to ask, what `check` of the kind throws, and conflict
 *   `approvals.asked_already` with the way to the request that waits already
 */
export async function requestApproval<Schema extends z.ZodType>(
  actor: AccountActor,
  kind: ApprovalKind<Schema>,
  asked: { payload: (tx: Tx) => Promise<z.input<Schema>>; reason: string },
): Promise<{ id: number }> {
  const asksForAll = mayAsk(actor, kind);
  return writeTx(actor, { reason: asked.reason }, async (tx) => {
    const payload = kind.payload.parse(await asked.payload(tx));
    await kind.check(tx, actor, payload);
    const subjectKey = kind.subjectKey(payload);
    await refuseTwice(tx, actor, kind, subjectKey);
    const { personId, label } = await kind.subject(tx, payload);
    if (!asksForAll && (personId === null || personId !== actor.personId)) {
      throw new AppError("forbidden", "access.forbidden");
    }
    const now = new Date();
    return tx.approval.create({
      data: {
        kind: kind.kind,
        subjectId: personId,
        subjectLabel: label,
        subjectKey,
        payload: payload as Prisma.InputJsonValue,
        amount: kind.amount?.(payload) ?? null,
        permission: kind.permission,
        authorityLevel: kind.authorityLevel ?? null,
        makerId: actor.accountId,
        reason: asked.reason,
        createdAt: now,
        expiresAt: expiryOf(now, kind.validForDays),
      },
      select: { id: true },
    });
  });
}

/** Whether the actor asks for anybody; with the right for the own record alone, for nobody else. @throws AppError forbidden */
function mayAsk(actor: AccountActor, { asks, asksOwn }: Pick<ApprovalKind, "asks" | "asksOwn">): boolean {
  if (can(actor, asks)) return true;
  authorise(actor, asksOwn ?? asks);
  return false;
}

/** A request that is dead but not swept yet makes room; one that waits is shown to whoever may see it. */
async function refuseTwice<Schema extends z.ZodType>(
  tx: Tx,
  actor: AccountActor,
  kind: ApprovalKind<Schema>,
  subjectKey: string,
): Promise<void> {
  await expire(tx, { kind: kind.kind, subjectKey });
  const waiting = await tx.approval.findFirst({
    where: { kind: kind.kind, subjectKey, status: "PENDING" },
    select: { id: true, makerId: true },
  });
  if (!waiting) return;
  const seen = waiting.makerId === actor.accountId || actor.permissions.has(kind.permission);
  throw new AppError("conflict", "approvals.asked_already", seen ? { href: `/approvals/${waiting.id}` } : {});
}

/**
 * Approves a request, which runs its command in this very transaction, or refuses it. Of many who decide at once one
 * does; the others find it decided.
 * @throws AppError `approvals.not_found`, `approvals.decided_already`, `approvals.expired`, `approvals.stale`,
 *   `approvals.may_not_decide` (with the why), `approvals.maker_gone`, `approvals.outdated`; or refused with the reason why the command
 *   cannot run now: then the request waits on
 */
export async function decideApproval(
  actor: AccountActor,
  input: DecideInput,
): Promise<{ id: number; status: "APPROVED" | "REJECTED" }> {
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const request = await lockApproval(tx, actor, input.id);
    requireWaiting(request);
    if (request.version !== input.version) throw new AppError("stale", "approvals.stale");
    const verdict = mayDecide(actor, request, new Date());
    if (!verdict.value) throw new AppError("forbidden", "approvals.may_not_decide", { explained: verdict });
    const kind = approvalKind(request.kind);
    const status = input.decision === "approve" ? "APPROVED" : "REJECTED";
    await tx.approval.update({
      where: { id: request.id },
      data: {
        status,
        checkerId: actor.accountId,
        decisionReason: input.reason || null,
        decidedAt: new Date(),
        version: { increment: 1 },
      },
    });
    if (status === "APPROVED") await runApproved(tx, actor, kind, request);
    return { id: request.id, status };
  });
}

function requireWaiting({ status }: ApprovalDto): void {
  if (status === "EXPIRED") throw new AppError("refused", "approvals.expired");
  if (status !== "PENDING") throw new AppError("conflict", "approvals.decided_already");
}

/** The command of the request. Its maker must still be who they were, or a dismissed administrator would live on in it. */
async function runApproved(
  tx: Tx,
  checker: AccountActor,
  kind: ApprovalKind,
  request: ApprovalDto,
): Promise<void> {
  const { accountId } = request.maker;
  const holds =
    (await stillHolds(tx, accountId, kind.asks)) ||
    (kind.asksOwn !== undefined && (await stillHolds(tx, accountId, kind.asksOwn)));
  if (!holds) {
    throw new AppError("refused", "approvals.maker_gone", { params: { name: request.maker.name } });
  }
  const payload = kind.payload.safeParse(request.payload);
  if (!payload.success) throw new AppError("refused", "approvals.outdated", { cause: payload.error });
  // What is done now is done for the reason for which it was asked.
  await tx.$executeRaw`SELECT set_config('naga.reason', ${request.reason}, true)`;
  const maker = { accountId: request.maker.accountId, reason: request.reason };
  try {
    await kind.run(tx, { approvalId: request.id, maker, checker }, payload.data);
  } catch (error) {
    throw isAppError(error) ? withoutFields(error) : error;
  }
}

/** The checker has no form whose fields could be marked: the first reason stands for all. */
function withoutFields(error: AppError): AppError {
  const [first] = Object.values(error.fields ?? {}).flat();
  const { code, params } = readCode(first ?? error.code);
  return new AppError("refused", code, {
    params: { ...error.params, ...params },
    explained: error.explained,
    cause: error,
  });
}

/**
 * The maker takes a request back.
 * @throws AppError `approvals.not_found`, `approvals.decided_already`, `approvals.expired`, `approvals.stale`, and
 *   `approvals.not_yours` for somebody who may see it
 */
export async function withdrawApproval(actor: AccountActor, input: WithdrawInput): Promise<{ id: number }> {
  return writeTx(actor, {}, async (tx) => {
    const request = await lockApproval(tx, actor, input.id);
    if (request.maker.accountId !== actor.accountId) throw new AppError("forbidden", "approvals.not_yours");
    requireWaiting(request);
    if (request.version !== input.version) throw new AppError("stale", "approvals.stale");
    return tx.approval.update({
      where: { id: request.id },
      data: { status: "WITHDRAWN", decidedAt: new Date(), version: { increment: 1 } },
      select: { id: true },
    });
  });
}

/** Closes what nobody decided in time, every night. @returns how many */
export async function expireApprovals(actor: Actor): Promise<number> {
  return writeTx(actor, {}, (tx) => expire(tx, {}));
}

async function expire(tx: Tx, which: Prisma.ApprovalWhereInput): Promise<number> {
  const now = new Date();
  const { count } = await tx.approval.updateMany({
    where: { ...which, status: "PENDING", expiresAt: { lte: now } },
    data: { status: "EXPIRED", decidedAt: now, version: { increment: 1 } },
  });
  return count;
}

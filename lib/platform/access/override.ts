import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { type Asked, authorityOf, explainAuthority } from "@/lib/platform/access/authority";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { Explained } from "@/lib/platform/explained";
import { currentRequestId } from "@/lib/platform/observability/context";
import { REASON_MIN } from "@/lib/platform/validation/limits";
import { REASON_TOO_SHORT } from "@/lib/platform/validation/reason";

export type OverrideInput = {
  /** Kind of the rule, and the policies of positions that it stands for. */
  asked: Asked;
  /** Code of the rule set aside, such as `registration.prerequisite`. */
  rule: string;
  /** Person whom it concerns. */
  subjectId: number | null;
  target: { table: string; key: string | number };
  /** In the words of who decided; REASON_MIN characters at least. */
  reason: string;
  /** The refusal as it was shown at that moment. */
  explained: Explained<unknown>;
};

/**
 * Writes down that the actor set a rule aside, in the transaction of what it allowed (domain.md 2.2 Authority).
 * The position that gave the authority is kept with it, or the level of the role.
 * Throws `access.override_not_allowed` (forbidden, with the explanation) when the actor's authority does not suffice,
 * and `validation.reason_too_short` (invalid) without a reason.
 */
export async function recordOverride(tx: Tx, actor: Actor, input: OverrideInput): Promise<void> {
  const allowed = explainAuthority(authorityOf(actor), input.asked);
  if (!allowed.value || actor.kind !== "account") {
    throw new AppError("forbidden", "access.override_not_allowed", {
      explained: { ...allowed, value: false },
    });
  }
  const reason = input.reason.trim();
  if (reason.length < REASON_MIN) {
    throw new AppError("invalid", "validation.reason_too_short", {
      params: { limit: REASON_MIN },
      fields: { reason: [REASON_TOO_SHORT] },
    });
  }
  await tx.ruleOverride.create({
    data: {
      accountId: actor.accountId,
      authorityLevel: allowed.value.level,
      positionAssignmentId: allowed.value.positionAssignmentId,
      rule: input.rule,
      subjectId: input.subjectId,
      targetTable: input.target.table,
      targetKey: String(input.target.key),
      reason,
      explained: input.explained as unknown as Prisma.InputJsonValue,
      requestId: currentRequestId(),
    },
  });
}

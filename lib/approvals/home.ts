import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { approvalKinds } from "./define";
import { listWaiting } from "./queries";
import type { ApprovalLine } from "./schemas";
import { tellLines } from "./tell";

/**
 * What waits for the actor, for the section of a home. Whoever may decide no kind at all costs no query. Needs
 * lib/operations/approval-kinds.ts.
 */
export async function waitingForHome(
  actor: AccountActor,
): Promise<{ lines: (ApprovalLine & { what: string })[]; total: number }> {
  if (!approvalKinds().some((kind) => actor.permissions.has(kind.permission))) return { lines: [], total: 0 };
  const { rows, total } = await listWaiting(actor);
  return { lines: await tellLines(rows), total };
}

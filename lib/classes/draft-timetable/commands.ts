import "server-only";
import { type AccountActor, type Actor, actorLabel, authorise } from "@/lib/platform/access/actor";
import { beginStep, createChangeSet } from "@/lib/platform/change-sets/commands";
import { campusToday } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { explain } from "@/lib/platform/explained";
import { translator } from "@/lib/platform/i18n/translator";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { draftTimetableJob } from "./jobs";
import { applyProposal } from "./kind";
import { listMatching } from "./queries";
import {
  type ChangeItemInput,
  type DecideInput,
  keptOptions,
  type ProposalRef,
  type StartDraftInput,
} from "./schemas";
import { violationsInTx } from "./violations";

/**
 * Asks for a draft of a term's timetable; the search is a job. One search a term at a time.
 * @throws AppError forbidden; not_found `draft_timetable.term_not_found`; refused `draft_timetable.term_over`; conflict
 * `draft_timetable.runs_already`
 */
export async function startDraftCommand(
  actor: AccountActor,
  { termId, ...options }: StartDraftInput,
): Promise<{ id: number; jobRunId: string }> {
  authorise(actor, "timetable:draft");
  return writeTx(actor, {}, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('draft_timetable'), ${termId}::integer)`;
    const [term] = await tx.$queryRaw<{ over: boolean; running: boolean }[]>`
      SELECT end_date < ${campusToday()}::date AS over, EXISTS (
               SELECT FROM timetable_proposal p JOIN job_run j ON j.id::text = p.options ->> 'jobRunId'
                WHERE p.term_id = t.id AND p.status = 'RUNNING' AND j.status IN ('QUEUED', 'RUNNING')) AS running
        FROM term t WHERE t.id = ${termId}`;
    if (!term) throw new AppError("not_found", "draft_timetable.term_not_found");
    if (term.over) throw new AppError("refused", "draft_timetable.term_over");
    if (term.running) throw new AppError("conflict", "draft_timetable.runs_already");
    const { id } = await tx.timetableProposal.create({
      data: { termId, options, createdBy: actorLabel(actor) },
      select: { id: true },
    });
    const { jobRunId } = await enqueue(
      tx,
      draftTimetableJob,
      { proposalId: id },
      { actor, uniqueKey: String(id) },
    );
    await tx.timetableProposal.update({ where: { id }, data: { options: { ...options, jobRunId } } });
    return { id, jobRunId };
  });
}

/** Locks a proposal that is ready to be decided. @throws AppError not_found, refused `draft_timetable.not_ready` */
async function lockReady(tx: Tx, id: number) {
  await tx.$executeRaw`SELECT 1 FROM timetable_proposal WHERE id = ${id} FOR NO KEY UPDATE`;
  const proposal = await tx.timetableProposal.findUnique({ where: { id } });
  if (!proposal) throw new AppError("not_found", "draft_timetable.not_found");
  if (proposal.status !== "READY") throw new AppError("refused", "draft_timetable.not_ready");
  return proposal;
}

/**
 * Accepts or rejects deliveries of a proposal, or opens them again: those named, or all that a search finds.
 * What somebody changed stays changed when it is accepted.
 * @returns how many deliveries
 * @throws AppError as lockReady; forbidden
 */
export async function decideCommand(
  actor: Actor,
  { id, deliveryIds, matching, decision }: DecideInput,
): Promise<{ count: number }> {
  authorise(actor, "timetable:draft");
  const chosen = matching ? await listMatching(actor, id, matching) : deliveryIds;
  return writeTx(actor, {}, async (tx) => {
    await lockReady(tx, id);
    const rows = await tx.$queryRaw<{ delivery_id: number }[]>`
      UPDATE proposal_item SET decision = ${decision}::proposal_decision, version = version + 1
       WHERE proposal_id = ${id} AND weekday IS NOT NULL AND decision <> ${decision}::proposal_decision
         AND delivery_id = ANY (${chosen}::integer[])
         AND NOT (${decision} = 'ACCEPTED' AND decision = 'CHANGED')
      RETURNING delivery_id`;
    return { count: new Set(rows.map((row) => row.delivery_id)).size };
  });
}

/**
 * Puts one weekly time of a proposal elsewhere. What breaks a hard rule there is refused, with the rule.
 * @throws AppError as lockReady; stale `draft_timetable.stale`; refused `draft_timetable.breaks_rule`; forbidden
 */
export async function changeItemCommand(
  actor: Actor,
  { itemId, version, ...to }: ChangeItemInput,
): Promise<{ version: number }> {
  authorise(actor, "timetable:draft");
  return writeTx(actor, {}, async (tx) => {
    const item = await tx.proposalItem.findUnique({
      where: { id: itemId },
      select: { proposalId: true, deliveryId: true },
    });
    if (!item) throw new AppError("not_found", "draft_timetable.not_found");
    const proposal = await lockReady(tx, item.proposalId);
    const { count } = await tx.proposalItem.updateMany({
      where: { id: itemId, version },
      data: { ...to, decision: "CHANGED", reasons: [], version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "draft_timetable.stale");
    // The other weekly times of the delivery go with it: half of a delivery is never applied.
    await tx.proposalItem.updateMany({
      where: {
        proposalId: proposal.id,
        deliveryId: item.deliveryId,
        decision: { in: ["PENDING", "REJECTED"] },
      },
      data: { decision: "ACCEPTED", version: { increment: 1 } },
    });
    const broken = (
      await violationsInTx(tx, proposal.id, keptOptions.parse(proposal.options), campusToday())
    ).filter((each) => each.itemId === itemId);
    if (broken.length > 0)
      throw new AppError("refused", "draft_timetable.breaks_rule", {
        explained: explain(
          false,
          [...new Set(broken.map(({ rule }) => rule))].map((rule) => ({
            rule: `draft_timetable.${rule}`,
            inputs: {},
          })),
        ),
      });
    return { version: version + 1 };
  });
}

/** Lays a proposal aside. @throws AppError as lockReady; stale; forbidden */
export async function discardCommand(
  actor: Actor,
  { id, version }: ProposalRef,
): Promise<{ version: number }> {
  authorise(actor, "timetable:draft");
  return writeTx(actor, {}, async (tx) => {
    const proposal = await lockReady(tx, id);
    if (proposal.version !== version) throw new AppError("stale", "draft_timetable.stale");
    await tx.timetableProposal.update({
      where: { id },
      data: { status: "DISCARDED", version: { increment: 1 } },
    });
    return { version: version + 1 };
  });
}

/**
 * Prepares what was accepted or changed as a change set and has it tried; nothing is written before somebody has seen
 * what would be.
 * @throws AppError as lockReady; refused `draft_timetable.nothing_accepted`; forbidden
 */
export async function startApplyCommand(
  actor: AccountActor,
  { id }: ProposalRef,
): Promise<{ changeSetId: number; jobRunId: string }> {
  authorise(actor, applyProposal.permission);
  authorise(actor, "change_sets:read");
  const t = translator("draftTimetable", actor.locale);
  return writeTx(actor, {}, async (tx) => {
    const proposal = await lockReady(tx, id);
    const [found] = await tx.$queryRaw<{ code: string; accepted: number }[]>`
      SELECT t.code, (SELECT count(DISTINCT delivery_id)::integer FROM proposal_item
               WHERE proposal_id = ${id} AND decision IN ('ACCEPTED', 'CHANGED')) AS accepted
        FROM term t WHERE t.id = ${proposal.termId}`;
    if (!found || found.accepted === 0) throw new AppError("refused", "draft_timetable.nothing_accepted");
    const kind = applyProposal as unknown as Parameters<typeof createChangeSet>[2];
    const title = t("set.title", { term: found.code, id });
    const set = await createChangeSet(tx, actor, kind, { title, input: { proposalId: id } });
    const { jobRunId } = await beginStep(tx, actor, set, "preview");
    return { changeSetId: set.id, jobRunId };
  });
}

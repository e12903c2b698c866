import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { authorise } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { db } from "@/lib/platform/db/prisma";
import { writeTx } from "@/lib/platform/db/transaction";
import { loadProblem } from "./load-problem";
import type { Draft, Obstacle, Placed, Problem, Step } from "./problem";
import { type DraftResult, keptOptions } from "./schemas";
import { solveInChild } from "./solve-in-child";

type Watch = {
  signal?: AbortSignal;
  /** Hears the step and how far the search is, 0 to 1; what it throws ends it. */
  tell?: (step: Step, done: number) => Promise<void>;
};

/** What a placed item has against it, told by `draftTimetable.notes.<code>`. */
type Note = { code: "stand_in" | "disliked"; values: Record<string, string | number> };

/**
 * Searches for the timetable that a proposal asks for and keeps what was found with it. A proposal that is no longer
 * waiting is left alone, so that a second try of the job is harmless.
 * @throws AppError forbidden, `draft_timetable.term_not_found`; whatever ends the search
 */
export async function draftTimetable(
  actor: Actor,
  proposalId: number,
  watch: Watch = {},
): Promise<DraftResult | null> {
  authorise(actor, "timetable:draft");
  const proposal = await db().timetableProposal.findUniqueOrThrow({ where: { id: proposalId } });
  if (proposal.status !== "RUNNING") return null;
  const { problem } = await loadProblem(actor, proposal.termId, keptOptions.parse(proposal.options));
  await watch.tell?.("times", 0);
  const draft = await solveInChild(problem, watch);
  const { score, seconds, complete } = draft;
  const result: DraftResult = {
    deliveries: problem.tasks.length,
    placed: draft.placed.length,
    unplaced: draft.unplaced.length,
    score,
    seconds,
    complete,
  };
  await writeTx(actor, {}, async (tx) => {
    const { count } = await tx.timetableProposal.updateMany({
      where: { id: proposalId, status: "RUNNING" },
      data: { status: "READY", score: result, finishedAt: new Date(), version: { increment: 1 } },
    });
    if (count > 0) await tx.proposalItem.createMany({ data: itemsOf(proposalId, problem, draft) });
  });
  return result;
}

function itemsOf(proposalId: number, problem: Problem, draft: Draft): Prisma.ProposalItemCreateManyInput[] {
  const placed = draft.placed.flatMap((each) => {
    const task = problem.tasks[each.task];
    return (task?.choices[each.choice] ?? []).map((time, index) => ({
      proposalId,
      deliveryId: task?.deliveryId ?? 0,
      ...time,
      roomId: each.roomIds[index] ?? null,
      teacherId: each.teacherId,
      reasons: notesOf(problem, each, index),
    }));
  });
  const unplaced = draft.unplaced.map(({ task, obstacles }) => ({
    proposalId,
    deliveryId: problem.tasks[task]?.deliveryId ?? 0,
    reasons: obstacles satisfies Obstacle[],
  }));
  return [...placed, ...unplaced];
}

/** What is not as wished at one weekly time. */
function notesOf(problem: Problem, { task, choice, roomIds, teacherId }: Placed, index: number): Note[] {
  const facts = problem.tasks[task];
  const time = facts?.choices[choice]?.[index];
  const room = problem.rooms.find(({ id }) => id === roomIds[index]);
  const teacher = problem.teachers.find(({ id }) => id === teacherId);
  if (!facts || !time) return [];
  const disliked = teacher?.wishes.some(
    (wish) =>
      wish.kind === "AVOID" &&
      wish.weekday === time.weekday &&
      wish.startMin < time.endMin &&
      time.startMin < wish.endMin,
  );
  const notes: Note[] = [];
  if (room && room.kind !== facts.kinds[0])
    notes.push({ code: "stand_in", values: { kind: facts.kinds[0] ?? "" } });
  if (disliked) notes.push({ code: "disliked", values: {} });
  return notes;
}

import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { authorise } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { db } from "@/lib/platform/db/prisma";
import { writeTx } from "@/lib/platform/db/transaction";
import { loadProblem } from "./load-problem";
import type { Draft, Obstacle, Placed, Problem, Step } from "./problem";
import { type DraftOptions, type DraftResult, keptOptions } from "./schemas";
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
  const options = keptOptions.parse(proposal.options);
  const { problem, draft, stuck, seconds } = await search(actor, proposal.termId, options, watch);
  const result: DraftResult = {
    deliveries: problem.tasks.length + stuck.length,
    placed: draft.placed.length,
    unplaced: draft.unplaced.length + stuck.length,
    score: draft.score,
    seconds,
    complete: draft.complete,
  };
  await writeTx(actor, {}, async (tx) => {
    const { count } = await tx.timetableProposal.updateMany({
      where: { id: proposalId, status: "RUNNING" },
      data: { status: "READY", score: result, finishedAt: new Date(), version: { increment: 1 } },
    });
    if (count > 0) await tx.proposalItem.createMany({ data: itemsOf(proposalId, problem, draft, stuck) });
  });
  return result;
}

/** A delivery with weekly times for which no better ones were found. */
type Stuck = { deliveryId: number; obstacles: Obstacle[] };

/** Searches after the first one; each leaves at least one more delivery where it stands. */
const FURTHER = 3;
/** Each of them has what is left of the time, and at least this. */
const LEAST_SECONDS = 15;

/**
 * Searches until nobody was given the place of a delivery that finds no other: such a delivery keeps its times, and the
 * rest is searched anew around it.
 */
async function search(actor: Actor, termId: number, options: DraftOptions, watch: Watch) {
  const stuck: Stuck[] = [];
  let seconds = 0;
  for (let round = 0; ; round += 1) {
    const stay = new Set(stuck.map(({ deliveryId }) => deliveryId));
    const { problem, standing } = await loadProblem(actor, termId, options, stay);
    const left = Math.max(problem.seconds - seconds, LEAST_SECONDS);
    await watch.tell?.("times", 0);
    const draft = await solveInChild(round === 0 ? problem : { ...problem, seconds: left }, watch);
    seconds += draft.seconds;
    const more = draft.unplaced.flatMap(({ task, obstacles }) => {
      const deliveryId = problem.tasks[task]?.deliveryId ?? 0;
      return standing.has(deliveryId) ? [{ deliveryId, obstacles }] : [];
    });
    if (more.length === 0 || round === FURTHER) return { problem, draft, stuck, seconds };
    stuck.push(...more);
  }
}

function itemsOf(
  proposalId: number,
  problem: Problem,
  draft: Draft,
  stuck: readonly Stuck[],
): Prisma.ProposalItemCreateManyInput[] {
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
  const found = draft.unplaced.map(({ task, obstacles }) => ({
    deliveryId: problem.tasks[task]?.deliveryId ?? 0,
    obstacles,
  }));
  const unplaced = [...stuck, ...found].map(({ deliveryId, obstacles }) => ({
    proposalId,
    deliveryId,
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

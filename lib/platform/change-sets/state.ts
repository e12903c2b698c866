import type { ChangeSetStatus, JobStatus } from "@/lib/platform/db/generated/enums";

export type Step = "preview" | "apply" | "undo";

/** What a change set is while its job runs, and what it falls back to when the job ended badly: its transaction is gone. */
export const UNDER_WAY: Partial<Record<ChangeSetStatus, ChangeSetStatus>> = {
  PREVIEWING: "DRAFT",
  APPLYING: "PREVIEWED",
  UNDOING: "APPLIED",
};

const STEPS: Record<
  Step,
  { from: readonly ChangeSetStatus[]; during: ChangeSetStatus; after: ChangeSetStatus }
> = {
  preview: { from: ["DRAFT", "PREVIEWED"], during: "PREVIEWING", after: "PREVIEWED" },
  apply: { from: ["PREVIEWED"], during: "APPLYING", after: "APPLIED" },
  undo: { from: ["APPLIED"], during: "UNDOING", after: "UNDONE" },
};

/**
 * The status that is true: a set whose job failed, was cancelled or got lost is where it was before, because the
 * job's one transaction was rolled back.
 */
export function trueStatus(status: ChangeSetStatus, job: JobStatus | null): ChangeSetStatus {
  const before = UNDER_WAY[status];
  const ended = job === null || job === "FAILED" || job === "CANCELLED";
  return before && ended ? before : status;
}

/** Whether the step may begin in the (true) status. */
export function mayBegin(step: Step, status: ChangeSetStatus): boolean {
  return STEPS[step].from.includes(status);
}

/** The status while the step's job waits or runs. */
export function duringStep(step: Step): ChangeSetStatus {
  return STEPS[step].during;
}

/** The status once the step's job succeeded. */
export function afterStep(step: Step): ChangeSetStatus {
  return STEPS[step].after;
}

/** Whether a job of the set waits or runs. */
export function isUnderWay(status: ChangeSetStatus): boolean {
  return status in UNDER_WAY;
}

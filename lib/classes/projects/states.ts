import type { Day } from "@/lib/platform/dates/day";
import { type Explained, explain, type Reason } from "@/lib/platform/explained";

// Apart from the schemas, so that a page that shows them does not load zod.
export const PROJECT_STATUSES = [
  "PROPOSED",
  "APPROVED",
  "IN_PROGRESS",
  "SUBMITTED",
  "DEFENDED",
  "COMPLETED",
  "WITHDRAWN",
] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** Students of a group (domain.md 3.1 SeniorProjectGroup). */
export const LARGEST_GROUP = 5;

/** The steps of a project, in their order; a group may withdraw from each but the last. */
export const PROJECT_MOVES: Readonly<Record<ProjectStatus, readonly ProjectStatus[]>> = {
  PROPOSED: ["APPROVED", "WITHDRAWN"],
  APPROVED: ["IN_PROGRESS", "WITHDRAWN"],
  IN_PROGRESS: ["SUBMITTED", "WITHDRAWN"],
  SUBMITTED: ["DEFENDED", "IN_PROGRESS", "WITHDRAWN"],
  DEFENDED: ["COMPLETED", "WITHDRAWN"],
  COMPLETED: [],
  WITHDRAWN: [],
};

/** The days on which a group reached its steps. */
export type ProjectDays = {
  proposedOn: Day;
  approvedOn: Day | null;
  submittedOn: Day | null;
  defendedOn: Day | null;
  completedOn: Day | null;
};

/** Whether a group may take a step on a day, and why (domain.md 3.1). */
export function judgeProjectMove(
  facts: ProjectDays & { from: ProjectStatus; to: ProjectStatus; on: Day; today: Day; hasAdvisor: boolean },
): Explained<boolean> {
  const { from, to, on, today, hasAdvisor } = facts;
  const refuse = (rule: string, inputs: Reason["inputs"], remedy: string) =>
    explain(false, [{ rule: `classes.${rule}`, inputs, source: "domain.md 3.1" }], {
      rule: `classes.${remedy}`,
    });
  if (!PROJECT_MOVES[from].includes(to))
    return refuse("project_move_not_allowed", { from, to }, "choose_project_move");
  if (to !== "WITHDRAWN" && !hasAdvisor) return refuse("project_without_advisor", {}, "name_advisor");
  const before = [facts.proposedOn, facts.approvedOn, facts.submittedOn, facts.defendedOn]
    .filter((day): day is Day => day !== null)
    .sort()
    .at(-1);
  if (before && on < before && !(from === "SUBMITTED" && to === "IN_PROGRESS"))
    return refuse("project_day_before", { before }, "choose_later_day");
  if (on > today) return refuse("project_day_to_come", { on }, "choose_day_until_today");
  return explain(true, [
    { rule: "classes.project_move_allowed", inputs: { from, to }, source: "domain.md 3.1" },
  ]);
}

/** The days of a group after a step: the step's own, and what a group that goes on after all has no more. */
export function daysAfter(to: ProjectStatus, on: Day) {
  const days: Partial<
    Record<"approvedOn" | "submittedOn" | "defendedOn" | "completedOn" | "withdrawnOn", Day | null>
  > = {};
  if (to === "APPROVED") days.approvedOn = on;
  if (to === "IN_PROGRESS") days.submittedOn = null;
  if (to === "SUBMITTED") days.submittedOn = on;
  if (to === "DEFENDED") days.defendedOn = on;
  if (to === "COMPLETED") days.completedOn = on;
  if (to === "WITHDRAWN") days.withdrawnOn = on;
  return days;
}

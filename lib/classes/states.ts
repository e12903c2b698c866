import type { Day } from "@/lib/platform/dates/day";
import { type Explained, explain, type Reason, type Remedy } from "@/lib/platform/explained";
import { CLASS_STATUSES, type ClassStatus } from "./schemas";

/**
 * Where a class may go from where it stands (domain.md 4.3). What is finished or cancelled stays so; a class that rests
 * is taken up again or cancelled.
 */
export const CLASS_MOVES: Readonly<Record<ClassStatus, readonly ClassStatus[]>> = {
  DRAFT: ["SCHEDULED", "CANCELLED"],
  SCHEDULED: ["ACTIVE", "DRAFT", "SUSPENDED", "CANCELLED"],
  ACTIVE: ["COMPLETED", "SUSPENDED", "CANCELLED"],
  SUSPENDED: ["SCHEDULED", "ACTIVE", "CANCELLED"],
  COMPLETED: [],
  CANCELLED: [],
};

/** What a move is judged by; days are campus days. */
export type MoveFacts = {
  from: ClassStatus;
  to: ClassStatus;
  /** Who sits in the class or waits for it: taken, offered and waiting seats of its pool. */
  people: number;
  /** Parts of all sessions. */
  parts: number;
  termStart: Day;
  termEnd: Day;
  today: Day;
};

function obstacle(facts: MoveFacts): { reason: Reason; remedy: Remedy } | null {
  const { from, to, people, parts, termStart, termEnd, today } = facts;
  const refuse = (rule: string, inputs: Reason["inputs"], remedy: string) => ({
    reason: { rule: `classes.${rule}`, inputs, source: "domain.md 4.3" },
    remedy: { rule: `classes.${remedy}` },
  });
  if (!CLASS_MOVES[from].includes(to)) return refuse("move_not_allowed", { from, to }, "choose_allowed_move");
  const opens = to === "SCHEDULED" || to === "ACTIVE";
  if (opens && parts === 0) return refuse("move_without_parts", {}, "add_parts");
  if (opens && today > termEnd) return refuse("move_term_over", { end: termEnd }, "choose_other_term");
  if (to === "ACTIVE" && today < termStart)
    return refuse("move_term_not_begun", { start: termStart }, "wait_for_term");
  if (to === "COMPLETED" && today < termEnd)
    return refuse("move_term_not_over", { end: termEnd }, "wait_for_end");
  if (to === "DRAFT" && people > 0) return refuse("move_people_in_it", { count: people }, "suspend_or_empty");
  return null;
}

/** Whether a class may move to a status, and why, with the way to mend it (domain.md 4.3). */
export function judgeMove(facts: MoveFacts): Explained<boolean> {
  const found = obstacle(facts);
  if (found) return explain(false, [found.reason], found.remedy);
  const { from, to } = facts;
  return explain(true, [{ rule: "classes.move_allowed", inputs: { from, to }, source: "domain.md 4.3" }]);
}

/** The moves that a class has from its status, each with whether it may be made now and why. */
export function movesOf(facts: Omit<MoveFacts, "to">): { to: ClassStatus; verdict: Explained<boolean> }[] {
  return CLASS_STATUSES.filter((to) => CLASS_MOVES[facts.from].includes(to)).map((to) => ({
    to,
    verdict: judgeMove({ ...facts, to }),
  }));
}

import { describe, expect, it } from "vitest";
import { CLASS_STATUSES } from "./schemas";
import { CLASS_MOVES, judgeMove, type MoveFacts, movesOf } from "./states";

const facts: MoveFacts = {
  from: "DRAFT",
  to: "SCHEDULED",
  people: 0,
  parts: 1,
  termStart: "2026-11-01",
  termEnd: "2027-01-20",
  today: "2026-11-24",
};
const rules = (over: Partial<MoveFacts>) => {
  const { value, because, remedy } = judgeMove({ ...facts, ...over });
  return { value, rule: because[0]?.rule, mended: remedy !== undefined };
};

describe("moves of a class", () => {
  it("go the way of domain.md 4.3, and nowhere from what is over", () => {
    expect(rules({}).value).toBe(true);
    expect(rules({ from: "SCHEDULED", to: "ACTIVE" }).value).toBe(true);
    expect(rules({ from: "ACTIVE", to: "CANCELLED" }).value).toBe(true);
    expect(rules({ from: "ACTIVE", to: "COMPLETED", today: "2027-01-20" }).value).toBe(true);
    expect(CLASS_MOVES.COMPLETED.length + CLASS_MOVES.CANCELLED.length).toBe(0);
    expect(CLASS_STATUSES.flatMap((from) => CLASS_MOVES[from].filter((to) => to === from))).toEqual([]);
  });

  it("are refused with a reason and a way to mend it", () => {
    expect(rules({ to: "COMPLETED" })).toEqual({
      value: false,
      rule: "classes.move_not_allowed",
      mended: true,
    });
    expect(rules({ parts: 0 }).rule).toBe("classes.move_without_parts");
    expect(rules({ today: "2027-01-21" }).rule).toBe("classes.move_term_over");
    const begin = { from: "SCHEDULED", to: "ACTIVE" } as const;
    expect(rules({ ...begin, today: "2026-10-31" }).rule).toBe("classes.move_term_not_begun");
    expect(rules({ ...begin, today: "2026-11-01" }).value).toBe(true);
    expect(rules({ from: "ACTIVE", to: "COMPLETED", today: "2027-01-19" }).rule).toBe(
      "classes.move_term_not_over",
    );
    expect(rules({ from: "SCHEDULED", to: "DRAFT", people: 1 }).rule).toBe("classes.move_people_in_it");
    expect(rules({ from: "SCHEDULED", to: "DRAFT" }).value).toBe(true);
  });

  it("are offered in the order of the statuses, possible or not", () => {
    const { to: _, ...rest } = facts;
    expect(
      movesOf({ ...rest, from: "SCHEDULED", people: 3 }).map(({ to, verdict }) => [to, verdict.value]),
    ).toEqual([
      ["DRAFT", false],
      ["ACTIVE", true],
      ["CANCELLED", true],
      ["SUSPENDED", true],
    ]);
  });
});

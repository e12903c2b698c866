import { describe, expect, it } from "vitest";
import { accountActor } from "@/tests/factories/actor";
import { actorLabel, authorise, can, systemActor } from "./actor";
import { levelNeeded, mayOverride, type PolicyKind } from "./authority";

describe("mayOverride (domain.md 2.2 Authority)", () => {
  const levels: [PolicyKind, number][] = [
    ["ENROLLMENT", 2],
    ["ACADEMIC", 2],
    ["FINANCIAL", 2],
    ["TEACHING_QUAL", 2],
    ["SCHEDULING", 3],
    ["GRADING", 3],
    ["OPERATIONAL", 4],
    ["ATTENDANCE", 4],
    ["OTHER", 1],
  ];

  it.each(levels)("%s needs level %d or higher", (policy, needed) => {
    expect(levelNeeded(policy)).toBe(needed);
    expect(mayOverride(accountActor({ authorityLevel: needed }), policy).value).toBe(true);
    const refused = mayOverride(accountActor({ authorityLevel: needed + 1 }), policy);
    expect(refused).toMatchObject({
      value: false,
      remedy: { rule: "access.ask_authority", inputs: { needed } },
    });
  });

  it("refuses who has no authority at all, and the system", () => {
    expect(mayOverride(accountActor({ authorityLevel: null }), "ATTENDANCE").value).toBe(false);
    expect(mayOverride(systemActor("seed"), "ATTENDANCE").value).toBe(false);
  });
});

describe("an actor", () => {
  it("is refused what its role does not hold", () => {
    const student = accountActor({ role: "student" });
    expect(can(student, "people:read")).toBe(false);
    expect(() => authorise(student, "people:read")).toThrow("access.forbidden");
    expect(() => authorise(student, "people:read_own")).not.toThrow();
  });

  it("has a label that the audit can show", () => {
    expect(actorLabel(accountActor({ accountId: 12 }))).toBe("account:12");
    expect(actorLabel(systemActor("seed"))).toBe("system:seed");
    expect(() => systemActor(" ")).toThrow();
  });
});

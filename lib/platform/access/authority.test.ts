import { describe, expect, it } from "vitest";
import { accountActor } from "@/tests/factories/actor";
import { actorLabel, authorise, can, type HeldPosition, systemActor } from "./actor";
import { explainAuthority, levelNeeded, mayOverride, type PolicyKind } from "./authority";

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

describe("explainAuthority by positions", () => {
  const position = (over: Partial<HeldPosition> = {}): HeldPosition => ({
    assignmentId: 7,
    title: { en: "Chair", km: "ប្រធាន" },
    level: 4,
    overrides: [],
    isActing: false,
    delegatedBy: null,
    ...over,
  });
  const ask = (positions: HeldPosition[], roleLevel: number | null = null) =>
    explainAuthority({ roleLevel, positions }, { kind: "ENROLLMENT", policies: ["ENROLLMENT_CAPACITY"] });

  it("lets through whose position names the policy, whatever its level", () => {
    const allowed = ask([position({ overrides: ["ENROLLMENT_CAPACITY"] })]);
    expect(allowed.value).toEqual({ level: 4, positionAssignmentId: 7 });
    expect(allowed.because).toMatchObject([
      {
        rule: "access.position_names",
        inputs: { position: { en: "Chair" } },
        source: "position_assignment 7",
      },
    ]);
    expect(ask([position({ overrides: ["GRADE_CHANGE"] })]).value).toBeNull();
  });

  it("lets through whose position is high enough, and says from whom it was handed on", () => {
    expect(ask([position({ level: 2 })]).value).toEqual({ level: 2, positionAssignmentId: 7 });
    const handed = ask([position({ level: 1, delegatedBy: "SOK DARA" })]);
    expect(handed.because).toMatchObject([
      { rule: "access.position_level_delegated", inputs: { by: "SOK DARA", level: 1, needed: 2 } },
    ]);
  });

  it("falls back to the level of the role, which is no position", () => {
    expect(ask([position({ level: 3 })], 2).value).toEqual({ level: 2, positionAssignmentId: null });
  });

  it("refuses with what is held and what is needed", () => {
    const refused = ask([position({ level: 3 })], 3);
    expect(refused).toMatchObject({
      value: null,
      remedy: { rule: "access.ask_authority", inputs: { needed: 2 } },
    });
    expect(refused.because.map(({ rule }) => rule)).toEqual([
      "access.authority_level",
      "access.position_too_low",
    ]);
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

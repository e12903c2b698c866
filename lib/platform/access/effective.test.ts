import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainPermission, type HeldRole, rolesGiving } from "./effective";
import { PERMISSIONS } from "./permissions";
import { permissionsOf, ROLES } from "./roles";

let made = 0;
const held = (role: string, over: Partial<HeldRole> = {}): HeldRole => ({
  id: ++made,
  role,
  scopeKind: "ALL",
  scopeRef: null,
  validFrom: "2026-01-01",
  lastDay: null,
  state: "current",
  ...over,
});
const rules = (...given: Parameters<typeof explainPermission>) =>
  explainPermission(...given).because.map(({ rule }) => rule);

describe("explainPermission", () => {
  it("names every assignment that gives the right", () => {
    const [registrar, director] = [held("registrar"), held("academic_director", { lastDay: "2027-06-30" })];
    const { value, because } = explainPermission("people:read", {
      disabled: false,
      assignments: [registrar, director, held("cashier")],
    });
    expect(value).toBe(true);
    expect(because).toEqual([
      {
        rule: "access.given_by_role",
        inputs: { role: "registrar", scope: "ALL", ref: "", from: "2026-01-01", to: "" },
        source: `role_assignment ${registrar.id}`,
      },
      {
        rule: "access.given_by_role",
        inputs: { role: "academic_director", scope: "ALL", ref: "", from: "2026-01-01", to: "2027-06-30" },
        source: `role_assignment ${director.id}`,
      },
    ]);
  });

  it("says why nothing gives it: the account, the days, the scope, the roles", () => {
    expect(rules("people:read", { disabled: true, assignments: [held("registrar")] })).toEqual([
      "access.account_closed",
    ]);
    expect(
      rules("people:edit", {
        disabled: false,
        assignments: [
          held("registrar", { state: "coming", validFrom: "2999-01-01" }),
          held("registrar", { state: "past", lastDay: "2020-01-01" }),
        ],
      }),
    ).toEqual(["access.role_not_begun", "access.role_ended"]);
    const limited = held("registrar", { scopeKind: "PROGRAMME", scopeRef: "BA" });
    expect(rules("people:import", { disabled: false, assignments: [limited] })).toEqual([
      "access.needs_whole_campus",
    ]);
    expect(rules("people:edit", { disabled: false, assignments: [limited] })).toEqual([
      "access.given_by_role",
    ]);
    const none = explainPermission("access:grant", { disabled: false, assignments: [held("student")] });
    expect(none.because.map(({ rule }) => rule)).toEqual(["access.no_role_gives"]);
    expect(none.remedy).toEqual({ rule: "access.roles_that_give", inputs: { roles: "admin" } });
  });

  it("says of any assignments what the session of the same account may do", () => {
    const anything = fc.record({
      role: fc.constantFrom(...ROLES),
      scopeKind: fc.constantFrom("ALL" as const, "OWN" as const, "DEPARTMENT" as const, "PROGRAMME" as const),
      state: fc.constantFrom("current" as const, "coming" as const, "past" as const),
    });
    fc.assert(
      fc.property(
        fc.array(anything, { maxLength: 6 }),
        fc.constantFrom(...PERMISSIONS),
        (given, permission) => {
          const assignments = given.map(({ role, ...over }) => held(role, over));
          const current = assignments.filter(({ state }) => state === "current");
          // As session-lookup.ts builds it for each role in which the person may act.
          const may = ROLES.some((role) => {
            const acting = current.filter((one) => one.role === role);
            const whole = acting.some(({ scopeKind }) => scopeKind === "ALL");
            return acting.length > 0 && permissionsOf(role, whole).has(permission);
          });
          expect(explainPermission(permission, { disabled: false, assignments }).value).toBe(may);
        },
      ),
    );
  });
});

describe("rolesGiving", () => {
  it("puts the roles with rights over others first", () => {
    expect(rolesGiving("people:read_own")).toEqual(["substitute", "teacher", "student"]);
    expect(rolesGiving("access:read")[0]).toBe("admin");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROLES } from "@/lib/platform/access/roles";
import { wantedAssignments } from "./wanted";

const codes = { departments: new Set(["EDU", "BUS"]), programmes: new Set(["TESOL"]) };
const wanted = (realmRoles: string[], groups: string[], authorityLevel: number | null = null) =>
  wantedAssignments({ realmRoles, groups, authorityLevel }, codes);

describe("what roles and groups of Keycloak grant here", () => {
  it("nothing by roles that are not ours, and never an administrator or operator", () => {
    expect(
      wanted(["offline_access", "uma_authorization", "Admin", "admin", "operator"], ["/campus"], 1),
    ).toEqual([]);
  });

  it("one's own record to students and teachers, without authority", () => {
    expect(wanted(["student", "teacher"], ["/departments/EDU"], 1)).toEqual([
      { role: "student", scopeKind: "OWN", scopeRef: null, authorityLevel: null },
      { role: "teacher", scopeKind: "OWN", scopeRef: null, authorityLevel: null },
    ]);
  });

  it("departments and programmes that exist, each once", () => {
    const groups = [
      "/departments/EDU",
      "/departments/EDU",
      "/programmes/TESOL",
      "/departments/GONE",
      "/clubs/EDU",
    ];
    expect(wanted(["registrar"], groups, 2)).toEqual([
      { role: "registrar", scopeKind: "DEPARTMENT", scopeRef: "EDU", authorityLevel: 2 },
      { role: "registrar", scopeKind: "PROGRAMME", scopeRef: "TESOL", authorityLevel: 2 },
    ]);
  });

  it("the whole campus only to who is in its group", () => {
    expect(wanted(["registrar"], ["/campus", "/departments/EDU"])).toEqual([
      { role: "registrar", scopeKind: "ALL", scopeRef: null, authorityLevel: null },
    ]);
    expect(wanted(["registrar"], [])).toEqual([]);
    expect(wanted(["registrar"], ["/departments/GONE", "/campus/north", "/departments/EDU/inner"])).toEqual(
      [],
    );
  });

  it("never more by leaving a group", () => {
    const groups = fc.subarray([
      "/campus",
      "/departments/EDU",
      "/departments/BUS",
      "/programmes/TESOL",
      "/x",
    ]);
    fc.assert(
      fc.property(fc.subarray([...ROLES]), groups, groups, (roles, before, left) => {
        const after = before.filter((group) => !left.includes(group));
        const held = wanted(roles, before);
        const everywhere = held.some(({ scopeKind }) => scopeKind === "ALL");
        for (const one of wanted(roles, after)) {
          const kept = held.some((other) => other.role === one.role && other.scopeRef === one.scopeRef);
          expect(kept || (everywhere && one.scopeKind !== "ALL")).toBe(true);
        }
      }),
    );
  });
});

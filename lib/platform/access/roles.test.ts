import { describe, expect, it } from "vitest";
import { CAMPUS_WIDE, PERMISSIONS } from "./permissions";
import { HOME_OF, permissionsOf, ROLES, rolesWith } from "./roles";

const writes = PERMISSIONS.filter((name) => !/:(search|read|export|staff)/.test(name));

describe("the role map (domain.md 2.3)", () => {
  it("gives every permission to at least one role", () => {
    expect(PERMISSIONS.filter((permission) => rolesWith(permission).length === 0)).toEqual([]);
  });

  it("gives every role something to do and a home", () => {
    for (const role of ROLES) {
      expect(permissionsOf(role).size).toBeGreaterThan(0);
      expect(HOME_OF[role]).toMatch(/^\//);
    }
  });

  it("lets an auditor change nothing", () => {
    expect(writes.filter((permission) => permissionsOf("auditor").has(permission))).toEqual([]);
  });

  it("lets only admins grant roles, and gives admins no records of people", () => {
    expect(rolesWith("access:grant")).toEqual(["admin"]);
    const admin = [...permissionsOf("admin")];
    expect(admin.filter((name) => /^(people|studies|record|classes|registration):/.test(name))).toEqual([]);
  });

  it("gives a role for one department nothing that reaches the whole campus", () => {
    const registrar = [...permissionsOf("registrar", false)];
    expect(registrar).toContain("people:edit");
    expect(registrar.filter((name) => CAMPUS_WIDE.has(name))).toEqual([]);
    expect([...permissionsOf("academic_director", false)]).not.toContain("change_sets:read");
  });

  it("keeps personal records from the operator", () => {
    const operator = [...permissionsOf("operator")];
    expect(
      operator.filter((name) => /^(people|studies|record|classes|registration|audit):/.test(name)),
    ).toEqual([]);
  });

  it("keeps students and teachers to their own", () => {
    for (const role of ["student", "teacher", "substitute"] as const) {
      const foreign = [...permissionsOf(role)].filter(
        (name) => /^(people|studies|record|classes|registration):/.test(name) && !name.endsWith("_own"),
      );
      expect(foreign).toEqual([]);
    }
  });

  it("keeps money roles and admissions from records and registration", () => {
    for (const role of ["cashier", "finance_manager", "admissions_officer"] as const) {
      const names = [...permissionsOf(role)].filter((name) =>
        /^(record|registration|people:edit)/.test(name),
      );
      expect(names).toEqual([]);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explainPermission } from "@/lib/platform/access/effective";
import { listHolders } from "@/lib/platform/access/holders";
import { PERMISSIONS } from "@/lib/platform/access/permissions";
import { type RoleName, rolesWith } from "@/lib/platform/access/roles";
import { getAccount } from "@/lib/platform/accounts/queries";
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { rotateSession, startSession } from "@/lib/platform/auth/sessions";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const client = { ip: "203.0.113.1", userAgent: null };
const admin = accountActor({ role: "admin" });
const today = campusToday();

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

type Grant = { role: RoleName; scope?: "ALL" | "PROGRAMME"; from?: string; to?: string | null };

async function accountWith(name: string, grants: Grant[], status: "ACTIVE" | "DISABLED" = "ACTIVE") {
  const { id } = await makeAccount(database.pool, { role: null, displayName: name, status });
  const connection = await database.pool.connect();
  await connection.query("BEGIN; SET LOCAL naga.actor = 'system:test'");
  for (const { role, scope = "ALL", from = "2020-01-01", to = null } of grants) {
    await connection.query(
      `INSERT INTO role_assignment (account_id, role, scope_kind, scope_ref, valid_from, valid_to, granted_by)
       VALUES ($1, $2, $3::scope_kind, $4, $5, $6, 'system:test')`,
      [id, role, scope, scope === "ALL" ? null : "BA", from, to],
    );
  }
  await connection.query("COMMIT");
  connection.release();
  return id;
}

describe("what an account may do", () => {
  it("is what its sessions may do, in one role or another", async () => {
    const id = await accountWith("MIXED", [
      { role: "registrar", scope: "PROGRAMME" },
      { role: "auditor", to: addDays(today, 1) },
      { role: "operator", to: today },
      { role: "cashier", from: addDays(today, 1) },
    ]);
    let token = await startSession(id, client);
    const may = new Set<string>();
    for (const role of ["registrar", "auditor"] as const) {
      token = await rotateSession(token, role, client);
      const actor = (await loadSession(token))?.actor;
      expect(actor?.roles).toEqual(["registrar", "auditor"]);
      for (const permission of actor?.permissions ?? []) may.add(permission);
    }
    const { status, assignments } = await getAccount(admin, id);
    expect(assignments.map(({ role, state }) => [role, state])).toEqual(
      [
        ["auditor", "current"],
        ["registrar", "current"],
        ["cashier", "coming"],
        ["operator", "past"],
      ].sort(
        ([, a], [, b]) =>
          ["current", "coming", "past"].indexOf(a as string) -
          ["current", "coming", "past"].indexOf(b as string),
      ),
    );
    const told = PERMISSIONS.filter(
      (permission) => explainPermission(permission, { disabled: status === "DISABLED", assignments }).value,
    );
    expect(told.toSorted()).toEqual([...may].toSorted());
    expect(told).toContain("people:edit");
    expect(told).not.toContain("people:import");
  });
});

describe("who holds a right", () => {
  it("is who holds a role that gives it today, open, and for the whole campus where that is needed", async () => {
    await accountWith("HOLDER Whole", [{ role: "registrar" }]);
    await accountWith("HOLDER Part", [{ role: "registrar", scope: "PROGRAMME" }]);
    await accountWith("HOLDER Past", [{ role: "registrar", to: today }]);
    await accountWith("HOLDER Coming", [{ role: "registrar", from: addDays(today, 1) }]);
    await accountWith("HOLDER Closed", [{ role: "registrar" }], "DISABLED");
    const names = async (permission: (typeof PERMISSIONS)[number]) =>
      (await listHolders(admin, { permission, role: "registrar", page: 1, size: 50 })).rows
        .map(({ displayName }) => displayName)
        .filter((name) => name.startsWith("HOLDER"));
    expect(await names("people:edit")).toEqual(["HOLDER Part", "HOLDER Whole"]);
    expect(await names("people:import")).toEqual(["HOLDER Whole"]);
    expect(rolesWith("people:import")).toEqual(["registrar"]);
    await expect(
      listHolders(accountActor({ role: "registrar" }), {
        permission: "people:edit",
        role: "registrar",
        page: 1,
        size: 50,
      }),
    ).rejects.toThrow("access.forbidden");
  });
});

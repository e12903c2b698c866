import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDepartmentCommand, editDepartmentCommand } from "@/lib/organization/commands/departments";
import { createPositionCommand, editPositionCommand } from "@/lib/organization/commands/positions";
import { getDepartment, listDepartments } from "@/lib/organization/queries/departments";
import { getPosition, listPositions } from "@/lib/organization/queries/positions";
import { createDepartmentInput, createPositionInput, editPositionInput } from "@/lib/organization/schemas";
import { accountActor } from "@/tests/factories/actor";
import { makeColleague, makePosition } from "@/tests/factories/colleague";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
const admin = accountActor({ role: "admin" });

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const department = (code: string, over: object = {}) =>
  createDepartmentInput.parse({
    code,
    name: `Office ${code}`,
    nameKm: "ការិយាល័យ",
    displayOrder: 5,
    isActive: true,
    ...over,
  });
const position = (title: string, over: object = {}) =>
  createPositionInput.parse({
    title,
    titleKm: title,
    departmentId: null,
    reportsToId: null,
    authorityLevel: 3,
    overrides: [],
    approvalLimits: {},
    isActive: true,
    ...over,
  });

describe("departments", () => {
  it("are kept with a code in capitals, once", async () => {
    await createDepartmentCommand(admin, department("lab-1"));
    expect(await getDepartment(admin, "lab-1")).toMatchObject({ code: "LAB-1", version: 1 });
    await expect(
      createDepartmentCommand(admin, department("LAB-1", { name: "Other" })),
    ).rejects.toMatchObject({
      kind: "conflict",
      code: "organization.department_code_taken",
    });
    await expect(
      createDepartmentCommand(admin, department("LAB-2", { name: "Office lab-1" })),
    ).rejects.toMatchObject({ code: "organization.department_name_taken" });
    expect(() => department("9x")).toThrow();
  });

  it("change under their version; the loser is told", async () => {
    const { id } = await createDepartmentCommand(admin, department("ARCHIVE"));
    const input = { ...department("ARCHIVE"), id, version: 1 };
    await editDepartmentCommand(admin, { ...input, isActive: false });
    await expect(editDepartmentCommand(admin, input)).rejects.toMatchObject({ kind: "stale" });
    expect((await listDepartments(admin)).at(-1)).toMatchObject({ code: "ARCHIVE", isActive: false });
  });

  it("keep a code that a role is limited to; the people of a department follow a new one", async () => {
    const { id } = await createDepartmentCommand(admin, department("OLD"));
    const { personId } = await makeColleague({ departmentCode: "OLD" });
    await editDepartmentCommand(admin, { ...department("NEW"), id, version: 1 });
    expect(await database.prisma.teacher.findUnique({ where: { personId } })).toMatchObject({
      departmentCode: "NEW",
    });
    await database.pool.query(
      `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
       INSERT INTO account (id, email, display_name) VALUES (900, 'scoped@demo.naga.example', 'Scoped');
       INSERT INTO role_assignment (account_id, role, scope_kind, scope_ref, valid_from, granted_by)
       VALUES (900, 'registrar', 'DEPARTMENT', 'NEW', '2020-01-01', 'system:test'); COMMIT`,
    );
    await expect(
      editDepartmentCommand(admin, { ...department("NEWER"), id, version: 2 }),
    ).rejects.toMatchObject({ kind: "refused", code: "organization.department_code_in_use" });
  });

  it("are an administrator's to change", async () => {
    await expect(
      createDepartmentCommand(accountActor({ role: "registrar" }), department("MINE")),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("positions", () => {
  it("stand once in a department, and once without one", async () => {
    const [first] = await listDepartments(admin);
    await createPositionCommand(admin, position("Dean"));
    await expect(createPositionCommand(admin, position("Dean"))).rejects.toMatchObject({
      kind: "conflict",
      code: "organization.position_title_taken",
    });
    await createPositionCommand(admin, position("Dean", { departmentId: first?.id }));
  });

  it("report to no circle, whoever closes it", async () => {
    const a = await makePosition("A");
    const b = await makePosition("B", { reportsToId: a.id });
    const c = await makePosition("C", { reportsToId: b.id });
    await expect(
      editPositionCommand(admin, { ...position("A", { reportsToId: c.id }), id: a.id, version: 1 }),
    ).rejects.toMatchObject({ kind: "invalid", code: "organization.position_cycle" });
    await expect(
      editPositionCommand(admin, { ...position("A", { reportsToId: a.id }), id: a.id, version: 1 }),
    ).rejects.toMatchObject({ code: "organization.position_cycle" });
    // Moving a branch elsewhere is no circle.
    await editPositionCommand(admin, { ...position("C", { reportsToId: a.id }), id: c.id, version: 1 });
    expect((await getPosition(admin, c.id)).reportsTo).toMatchObject({ id: a.id });
  });

  it("refuses two moves that would close a circle together", async () => {
    const a = await makePosition("East");
    const b = await makePosition("West");
    const results = await Promise.allSettled([
      editPositionCommand(admin, { ...position("East", { reportsToId: b.id }), id: a.id, version: 1 }),
      editPositionCommand(admin, { ...position("West", { reportsToId: a.id }), id: b.id, version: 1 }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("keep their authority as it was given, with limits that are checked", async () => {
    const approvalLimits = {
      financial: { maxAmount: "1500.50", currency: "USD", needsSecondApproval: true },
      academic: { mayChangeGrades: true, deadlineDays: 30, mayGrantExtensions: false },
    };
    const { id } = await createPositionCommand(
      admin,
      position("Chair", {
        authorityLevel: 2,
        overrides: ["GRADE_CHANGE", "CREDIT_TRANSFER", "GRADE_CHANGE"],
        approvalLimits,
      }),
    );
    expect(await getPosition(admin, id)).toMatchObject({
      authorityLevel: 2,
      overrides: ["CREDIT_TRANSFER", "GRADE_CHANGE"],
      approvalLimits,
    });
    const limit = (academic: object) => () => position("X", { approvalLimits: { academic } });
    expect(limit({ mayChangeGrades: true, deadlineDays: 366, mayGrantExtensions: false })).toThrow();
    expect(limit({ mayChangeGrades: true, deadlineDays: 365 })).toThrow();
    expect(() => position("X", { overrides: ["EVERYTHING"] })).toThrow();
    await expect(
      database.pool.query(
        `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
         UPDATE position SET overrides = '{EVERYTHING}' WHERE id = ${id}; COMMIT`,
      ),
    ).rejects.toThrow("position_policies_known");
    await database.pool.query("ROLLBACK");
  });

  it("are not raised by whoever holds them", async () => {
    const { id } = await makePosition("Head of IT");
    const { personId } = await makeColleague({ kind: "staff" });
    await database.pool.query(
      `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
       INSERT INTO position_assignment (person_id, position_id, valid_from) VALUES (${personId}, ${id}, '2020-01-01'); COMMIT`,
    );
    const holder = accountActor({ role: "admin", personId });
    await expect(
      editPositionCommand(holder, {
        ...editPositionInput.parse({ ...position("Head of IT", { authorityLevel: 1 }), id, version: 1 }),
      }),
    ).rejects.toMatchObject({ kind: "forbidden", code: "organization.own_position" });
  });

  it("are read by those who work with them, not by the cashier", async () => {
    expect((await listPositions(accountActor({ role: "teacher" }))).length).toBeGreaterThan(3);
    await expect(listPositions(accountActor({ role: "cashier" }))).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccountActor } from "@/lib/platform/access/actor";
import { pool } from "@/lib/platform/db/pool";
import { editViewCommand, removeViewCommand, saveViewCommand } from "@/lib/platform/views/commands";
import { findDefaultView, getViewParams, listViews } from "@/lib/platform/views/queries";
import { saveViewInput } from "@/lib/platform/views/schemas";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let one: AccountActor;
let two: AccountActor;

beforeAll(async () => {
  database = await createTestDatabase();
  one = accountActor({ accountId: (await makeAccount(pool(), { displayName: "ONE" })).id });
  two = accountActor({ accountId: (await makeAccount(pool())).id, role: "auditor" });
});
afterAll(() => database.close());

const view = (name: string, over: object = {}) =>
  saveViewInput.parse({
    list: "students",
    name,
    params: { status: "FROZEN", page: "7", columns: "status" },
    isShared: false,
    isDefault: false,
    ...over,
  });

describe("saved views", () => {
  it("keep what the list shows but not which page, once a name", async () => {
    const { id } = await saveViewCommand(one, view("Frozen"));
    expect(await getViewParams(one, "students", id)).toEqual({ status: "FROZEN", columns: "status" });
    await expect(saveViewCommand(one, view("Frozen"))).rejects.toMatchObject({ code: "views.name_taken" });
    await saveViewCommand(two, view("Frozen"));
    await saveViewCommand(one, view("Frozen", { list: "teachers" }));
  });

  it("are one's own until they are shared, and nobody else's to change", async () => {
    const { id, version } = await saveViewCommand(one, view("Mine"));
    await expect(getViewParams(two, "students", id)).rejects.toMatchObject({ kind: "not_found" });
    expect((await listViews(two, "students")).map((each) => each.name)).toEqual(["Frozen"]);
    await editViewCommand(one, { id, version, name: "Ours", isShared: true, isDefault: false });
    expect(await listViews(two, "students")).toContainEqual(
      expect.objectContaining({ id, name: "Ours", by: "ONE", isDefault: false }),
    );
    expect(await getViewParams(two, "students", id)).toMatchObject({ status: "FROZEN" });
    const theirs = { id, version: version + 1, name: "Theirs", isShared: true, isDefault: false };
    await expect(editViewCommand(two, theirs)).rejects.toMatchObject({ kind: "not_found" });
    await expect(removeViewCommand(two, { id, version: version + 1 })).rejects.toMatchObject({
      kind: "not_found",
    });
    await expect(getViewParams(two, "teachers", id)).rejects.toMatchObject({ kind: "not_found" });
  });

  it("open the list of their owner, one of them", async () => {
    const first = await saveViewCommand(one, view("First", { isDefault: true }));
    expect(await findDefaultView(one, "students")).toMatchObject({ status: "FROZEN" });
    await saveViewCommand(one, view("Second", { isDefault: true, params: { status: "ACTIVE" } }));
    expect(await findDefaultView(one, "students")).toEqual({ status: "ACTIVE" });
    expect(await findDefaultView(two, "students")).toBeNull();
    const views = await listViews(one, "students");
    expect(views.filter((each) => each.isDefault).map((each) => each.name)).toEqual(["Second"]);
    await expect(
      editViewCommand(one, { ...first, name: "First", isShared: false, isDefault: false }),
    ).rejects.toMatchObject({ kind: "stale" });
  });

  it("go away, and are closed to who may not open the list", async () => {
    const made = await saveViewCommand(one, view("Gone"));
    await removeViewCommand(one, made);
    await expect(getViewParams(one, "students", made.id)).rejects.toMatchObject({ kind: "not_found" });
    const teacher = accountActor({ role: "teacher" });
    await expect(saveViewCommand(teacher, view("No"))).rejects.toMatchObject({ code: "views.unknown_list" });
    await expect(listViews(teacher, "students")).rejects.toMatchObject({ code: "views.unknown_list" });
    expect(() => view("")).toThrow();
    expect(() => saveViewInput.parse({ ...view("x"), list: "passwords" })).toThrow();
  });
});

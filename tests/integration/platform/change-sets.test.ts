import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import { changeInput } from "@/lib/platform/change-sets/commands";
import type { ChangeSetStatus } from "@/lib/platform/db/generated/enums";
import { writeTx } from "@/lib/platform/db/transaction";
import { makeAccount } from "@/tests/factories/account";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const actor = systemActor("test");
let database: TestDatabase;
let accountId: number;
beforeAll(async () => {
  database = await createTestDatabase();
  accountId = (await makeAccount(database.pool)).id;
});
afterAll(() => database.close());

const makeSet = (status: ChangeSetStatus) =>
  writeTx(actor, {}, (tx) =>
    tx.changeSet.create({
      data: { kind: "test.set", title: "A set", input: { old: true }, createdById: accountId, status },
    }),
  );

test.each(["APPLIED", "UNDOING", "UNDONE"] as const)(
  "the input of a set that is %s stays: a late job must not make a draft of it again",
  async (status) => {
    const { id } = await makeSet(status);
    await expect(writeTx(actor, {}, (tx) => changeInput(tx, id, { old: false }))).rejects.toMatchObject({
      code: "change_sets.not_now",
    });
    expect(await database.prisma.changeSet.findUnique({ where: { id } })).toMatchObject({
      status,
      input: { old: true },
      version: 1,
    });
  },
);

test("the input of a checked set may change, and its preview is void", async () => {
  const { id } = await makeSet("PREVIEWED");
  expect(await writeTx(actor, {}, (tx) => changeInput(tx, id, { old: false }))).toBe(2);
  expect(await database.prisma.changeSet.findUnique({ where: { id } })).toMatchObject({
    status: "DRAFT",
    input: { old: false },
    preview: null,
  });
});

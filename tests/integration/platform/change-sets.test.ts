import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import { changeInput } from "@/lib/platform/change-sets/commands";
import { listChangeSets } from "@/lib/platform/change-sets/queries";
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

test("the list is narrowed by the status that it shows: a set whose job failed is where it was before", async () => {
  const { id } = await makeSet("APPLYING");
  const run = async (status: "RUNNING" | "FAILED") => {
    const { rows } = await database.pool.query(
      `INSERT INTO job_run (id, name, status, input, actor, request_id)
       VALUES (gen_random_uuid(), 'test.run', $1, '{}', 'system:test', 'test') RETURNING id`,
      [status],
    );
    await writeTx(actor, {}, (tx) => tx.changeSet.update({ where: { id }, data: { jobRunId: rows[0].id } }));
  };
  const listed = async (status: ChangeSetStatus) => {
    const { rows, total } = await listChangeSets(actor, { kind: "test.set", status, page: 1, pageSize: 50 });
    expect(rows).toHaveLength(total);
    expect(rows.every((row) => row.status === status)).toBe(true);
    return rows.some((row) => row.id === id);
  };
  await run("RUNNING");
  expect([await listed("APPLYING"), await listed("PREVIEWED")]).toEqual([true, false]);
  await run("FAILED");
  expect([await listed("APPLYING"), await listed("PREVIEWED")]).toEqual([false, true]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import { listAuditEntries } from "@/lib/platform/audit/queries";
import { seesAllColumns } from "@/lib/platform/audit/sight";
import { writeTx } from "@/lib/platform/db/transaction";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const filter = {
  table: "department",
  record: null,
  from: null,
  to: null,
  request: null,
  reason: null,
  operation: [],
  subjectId: null,
  page: 1,
  size: 50,
};

test("a person is found with what the jobs of that person did, and without those of others", async () => {
  const [one, other] = [await makeAccount(database.pool), await makeAccount(database.pool)];
  const actors = [
    accountActor({ accountId: one.id }),
    systemActor(`job:studies.import@account:${one.id}`),
    systemActor(`job:classes.duplicate@account:${one.id}`),
    systemActor(`job:studies.import@account:${other.id}`),
    systemActor("job:platform.sweep"),
  ];
  for (const [index, actor] of actors.entries()) {
    await writeTx(actor, {}, (tx) =>
      tx.department.create({ data: { code: `AU${index}`, name: `Office ${index}`, nameKm: "ការិយាល័យ" } }),
    );
  }
  const auditor = accountActor({ role: "auditor", accountId: other.id });
  const codes = async (who: string) =>
    (await listAuditEntries(auditor, { ...filter, who }, seesAllColumns)).rows
      .map((entry) => entry.new?.code)
      .sort();
  expect(await codes(one.email)).toEqual(["AU0", "AU1", "AU2"]);
  expect(await codes(other.email)).toEqual(["AU3"]);
  expect(await codes("system:job:platform.sweep")).toEqual(["AU4"]);
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  listAuditEntries,
  listAuditTables,
  listHistory,
  streamAuditEntries,
} from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { seesAllColumns } from "@/lib/platform/audit/sight";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let student: { personId: number; number: number };
const auditor = accountActor({ role: "auditor" });

async function entries(query: string, subjectId: number | null = null) {
  const filter = loadAuditParams(new URLSearchParams(query));
  return (await listAuditEntries(auditor, { ...filter, subjectId }, seesAllColumns)).rows;
}

beforeAll(async () => {
  database = await createTestDatabase();
  student = await makeStudent({ phones: ["012 345 678"] });
  await makeStudent();
  await database.pool.query(
    `BEGIN; SELECT set_config('naga.actor', 'account:7', true), set_config('naga.reason', '100% sure', true),
                   set_config('naga.request', 'req-1', true);
     INSERT INTO account (id, email, display_name) VALUES (7, 'seven@demo.naga.example', 'Number Seven');
     UPDATE person SET gender = 'F', version = 2 WHERE id = ${student.personId}; COMMIT`,
  );
});
afterAll(() => database.close());

describe("audit log", () => {
  it("is filtered by who, what, whom, why and by request", async () => {
    expect((await entries("who=seven")).map((entry) => entry.by)).toEqual(["Number Seven", "Number Seven"]);
    expect(await entries("who=account:7")).toHaveLength(2);
    expect((await entries("who=system:seed&table=phone"))[0]).toMatchObject({
      operation: "INSERT",
      by: "system:seed",
    });
    expect(await entries(`table=person&record=${student.personId}`)).toHaveLength(2);
    expect(await entries("reason=100%25 s")).toHaveLength(2);
    expect(await entries("reason=100_ s")).toHaveLength(0);
    expect(await entries("request=req-1&operation=UPDATE")).toHaveLength(1);
    expect((await entries("", student.personId)).every((entry) => entry.subjectId === student.personId)).toBe(
      true,
    );
  });

  it("is filtered by days of the campus", async () => {
    const today = campusToday();
    expect((await entries(`from=${today}&to=${today}`)).length).toBeGreaterThan(3);
    expect(await entries(`from=${addDays(today, 1)}`)).toHaveLength(0);
    expect(await entries(`to=${addDays(today, -1)}`)).toHaveLength(0);
  });

  it("shows both values of what changed", async () => {
    const [entry] = await entries("request=req-1&operation=UPDATE");
    expect(entry).toMatchObject({ old: { gender: "X", version: 1 }, new: { gender: "F", version: 2 } });
  });

  it("names its tables, streams, and belongs to its readers", async () => {
    expect(await listAuditTables(auditor)).toEqual(["account", "person", "phone", "student"]);
    const streamed = [];
    const filter = { ...loadAuditParams(new URLSearchParams("")), subjectId: null };
    for await (const entry of streamAuditEntries(auditor, filter, seesAllColumns)) streamed.push(entry.id);
    expect(streamed).toEqual((await entries("size=100")).map((entry) => entry.id));
    await expect(listAuditTables(accountActor())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(
      listHistory(accountActor({ role: "cashier" }), student.personId, 1, 50, seesAllColumns),
    ).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect((await listHistory(accountActor(), student.personId, 1, 50, seesAllColumns)).total).toBe(4);
  });

  it("cannot be changed by the application", async () => {
    for (const statement of [
      "UPDATE audit.entry SET actor = 'x'",
      "DELETE FROM audit.entry",
      "TRUNCATE audit.entry",
    ]) {
      await expect(database.prisma.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/);
    }
  });
});

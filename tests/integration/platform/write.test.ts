import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { tryTx, writeTx } from "@/lib/platform/db/transaction";
import { claimFor, orStored } from "@/lib/platform/idempotency/claim";
import type { JobContext } from "@/lib/platform/jobs/define";
import { withContext } from "@/lib/platform/observability/context";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { work as forgetOldAnswers } from "../../../jobs/platform/forget-old-answers";

const actor = systemActor("test");
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

type Entry = {
  actor: string;
  reason: string | null;
  request_id: string | null;
  table_name: string;
  operation: string;
  old: object | null;
  new: object | null;
  change_set_id: number | null;
};

const entries = async (table: string): Promise<Entry[]> =>
  (await database.pool.query<Entry>("SELECT * FROM audit.entry WHERE table_name = $1 ORDER BY id", [table]))
    .rows;

const department = (code: string) => ({ code, name: `Office ${code}`, nameKm: "ការិយាល័យ" });

describe("the only door for writes", () => {
  it("refuses a write that nobody answers for", async () => {
    await expect(database.prisma.department.create({ data: department("ANON") })).rejects.toThrow(
      /needs an actor/,
    );
    const rows = await query<{ n: number }>(
      "test.count",
      "SELECT count(*) AS n FROM department WHERE code = 'ANON'",
    );
    expect(rows[0]?.n).toBe(0);
  });

  it("tells a text that the database cannot keep from a failure of its own", async () => {
    const write = writeTx(actor, {}, (tx) =>
      tx.department.create({ data: { ...department("NUL"), name: "a\u0000b" } }),
    );
    await expect(write).rejects.toMatchObject({ kind: "invalid", code: "validation.failed" });
  });

  it("says so when the disk of the database is full", async () => {
    const write = writeTx(actor, {}, async (tx) => {
      await tx.department.create({ data: department("ROOM") });
      await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$`;
    });
    await expect(write).rejects.toMatchObject({ kind: "unavailable", code: "platform.no_room" });
    expect(await database.prisma.department.count({ where: { code: "ROOM" } })).toBe(0);
  });

  it("refuses it too on a connection that served somebody before", async () => {
    await writeTx(actor, {}, (tx) => tx.department.create({ data: department("FIRST") }));
    for (let i = 0; i < 12; i += 1) {
      await expect(database.prisma.department.create({ data: department("LATER") })).rejects.toThrow(
        /needs an actor/,
      );
    }
  });

  it("leaves who, why and which request with the changed columns only", async () => {
    await withContext({ requestId: "request-1" }, () =>
      writeTx(actor, { reason: "a new office", changeSetId: undefined }, async (tx) => {
        const made = await tx.department.create({ data: department("AUD") });
        await tx.department.update({
          where: { id: made.id },
          data: { name: "Audit", version: { increment: 1 } },
        });
        await tx.department.update({ where: { id: made.id }, data: { name: "Audit" } });
      }),
    );
    const [insert, update, ...rest] = (await entries("department")).filter(
      (row) => row.request_id === "request-1",
    );
    expect(insert).toMatchObject({
      actor: "system:test",
      reason: "a new office",
      operation: "INSERT",
      old: null,
    });
    expect(update).toMatchObject({
      operation: "UPDATE",
      old: { name: "Office AUD", version: 1 },
      new: { name: "Audit", version: 2 },
    });
    expect(rest).toEqual([]);
  });

  it("never shows a secret, only that it changed", async () => {
    const id = await writeTx(actor, {}, async (tx) => {
      const made = await tx.account.create({
        data: { email: "secret@naga.example", displayName: "Secret", passwordHash: "hash-one" },
      });
      await tx.account.update({ where: { id: made.id }, data: { passwordHash: "hash-two" } });
      return made.id;
    });
    const rows = await entries("account");
    expect(JSON.stringify(rows)).not.toMatch(/hash-(one|two)/);
    expect(rows.at(-1)?.new).toEqual({ password_hash: "[changed]" });
    expect(id).toBeGreaterThan(0);
  });

  it("lets nobody change the audit, not even the application", async () => {
    for (const statement of [
      "DELETE FROM audit.entry",
      "UPDATE audit.entry SET actor = 'x'",
      "INSERT INTO audit.entry (actor, table_name, operation) VALUES ('x', 'x', 'EVENT')",
    ]) {
      await expect(query("test.tamper", statement)).rejects.toThrow(/permission denied/);
    }
  });

  it("names the constraint that a write broke", async () => {
    const twice = { number: 4711, personId: 0, statusSince: new Date() };
    const person = () => ({ familyName: "TEST", personalName: "ONE", searchKey: "test one" });
    await writeTx(actor, {}, async (tx) => {
      const one = await tx.person.create({ data: person() });
      await tx.student.create({ data: { ...twice, personId: one.id } });
    });
    const second = writeTx(actor, {}, async (tx) => {
      const two = await tx.person.create({ data: person() });
      await tx.student.create({ data: { ...twice, personId: two.id } });
    });
    await expect(second).rejects.toMatchObject({
      kind: "conflict",
      code: "people.number_taken",
      fields: { number: ["people.number_taken"] },
    });
  });

  it("rolls a trial back and keeps its value", async () => {
    const value = await tryTx(actor, {}, async (tx) => {
      await tx.department.create({ data: department("TRIAL") });
      return tx.department.count({ where: { code: "TRIAL" } });
    });
    expect(value).toBe(1);
    expect(await database.prisma.department.count({ where: { code: "TRIAL" } })).toBe(0);
  });

  it("tries again after a deadlock", async () => {
    const ids = await writeTx(actor, {}, async (tx) => {
      const a = await tx.department.create({ data: department("LOCKA") });
      const b = await tx.department.create({ data: department("LOCKB") });
      return [a.id, b.id];
    });
    let runs = 0;
    let holding = 0;
    const crossed = Promise.withResolvers<void>();
    const cross = ([first = 0, second = 0]: number[]) =>
      writeTx(actor, {}, async (tx) => {
        runs += 1;
        const more = { displayOrder: { increment: 1 } };
        await tx.department.update({ where: { id: first }, data: more });
        // Neither goes on before each holds what the other one wants.
        if (++holding === 2) crossed.resolve();
        await crossed.promise;
        await tx.department.update({ where: { id: second }, data: more });
      });
    await Promise.all([cross(ids), cross([...ids].reverse())]);
    const rows = await database.prisma.department.findMany({ where: { id: { in: ids } } });
    expect(rows.map((row) => row.displayOrder)).toEqual([102, 102]);
    expect(runs).toBeGreaterThan(2);
  });
});

describe("read-only mode", () => {
  const lever = (on: boolean, from = "2026-01-01") =>
    writeTx(actor, { evenWhenReadOnly: true }, async (tx) => {
      const validFrom = new Date(from);
      await tx.setting.upsert({
        where: { key_validFrom: { key: "operations.read_only", validFrom } },
        create: { key: "operations.read_only", value: on, validFrom },
        update: { value: on },
      });
    });

  it("stops every write at once and ends", async () => {
    await lever(true);
    const write = () => writeTx(actor, {}, (tx) => tx.department.create({ data: department("RO") }));
    await expect(write()).rejects.toMatchObject({ kind: "read_only", status: 503 });
    await lever(false);
    await expect(write()).resolves.toMatchObject({ code: "RO" });
  });

  it("begins with the day of the campus, seven hours before that of the server", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-01-01T18:00:00Z") });
    try {
      await lever(true, "2031-01-02");
      const write = writeTx(actor, {}, (tx) => tx.department.create({ data: department("RO2") }));
      await expect(write).rejects.toMatchObject({ kind: "read_only" });
    } finally {
      await lever(false, "2031-01-02");
      vi.useRealTimers();
    }
  });
});

describe("a write that arrives twice", () => {
  let account: { id: number };
  beforeEach(async () => {
    account = await writeTx(actor, {}, (tx) =>
      tx.account.create({ data: { email: `${crypto.randomUUID()}@naga.example`, displayName: "Twice" } }),
    );
  });

  const send = (key: string, input: object, code: string, fail = false) =>
    withContext({ idempotency: claimFor(account.id, key, "test.create", input) }, () =>
      orStored(() =>
        writeTx(actor, {}, async (tx) => {
          const made = await tx.department.create({ data: department(code) });
          if (fail) throw new Error("crash");
          return { id: made.id };
        }),
      ),
    );

  it("writes once, also when both arrive together", async () => {
    const twice = [send("key-12345678", { a: 1 }, "TW1"), send("key-12345678", { a: 1 }, "TW1")];
    const [first, second] = await Promise.all(twice);
    expect(first).toEqual({ id: expect.any(Number) });
    expect(second).toEqual(first);
    expect(await send("key-12345678", { a: 1 }, "TW1")).toEqual(first);
    expect(await database.prisma.department.count({ where: { code: "TW1" } })).toBe(1);
  });

  it("refuses the key for something else", async () => {
    await send("key-23456789", { a: 1 }, "TW2");
    await expect(send("key-23456789", { a: 2 }, "TW3")).rejects.toMatchObject({
      code: "platform.idempotency_key_reused",
    });
  });

  it("is forgotten after a week", async () => {
    await send("key-45678901", { a: 1 }, "TW5");
    await send("key-56789012", { a: 1 }, "TW6");
    await database.pool.query(
      "UPDATE idempotency_key SET created_at = now() - interval '8 days' WHERE key = 'key-45678901'",
    );
    expect(await forgetOldAnswers({}, {} as JobContext)).toEqual({ removed: 1 });
    const kept = await database.prisma.idempotencyKey.findMany({ where: { accountId: account.id } });
    expect(kept.map((row) => row.key)).toEqual(["key-56789012"]);
  });

  it("keeps no hash of the input that can be guessed without the secret", () => {
    const input = { current: "123456", next: "654321" };
    const { inputHash } = claimFor(account.id, "a-key-of-its-own", "auth.change-password", input);
    expect(inputHash).toMatch(/^[0-9a-f]{64}$/);
    expect(inputHash).not.toBe(createHash("sha256").update(JSON.stringify(input)).digest("hex"));
  });

  it("refuses a key that cannot be kept", () => {
    expect(() => claimFor(account.id, "short", "test.create", {})).toThrow(
      "platform.idempotency_key_malformed",
    );
  });

  it("forgets a key whose write failed", async () => {
    await expect(send("key-34567890", { a: 1 }, "TW4", true)).rejects.toThrow("crash");
    await expect(send("key-34567890", { a: 1 }, "TW4")).resolves.toMatchObject({ id: expect.any(Number) });
  });
});

describe("forgetting a person", () => {
  it("blanks the values and says so", async () => {
    const person = await writeTx(actor, {}, (tx) =>
      tx.person.create({ data: { familyName: "FORGET", personalName: "ME", searchKey: "forget me" } }),
    );
    await writeTx(
      actor,
      { reason: "retention" },
      (tx) => tx.$executeRaw`SELECT audit.forget(${person.id}::integer, 'retention')`,
    );
    const { rows } = await database.pool.query(
      "SELECT operation, new, reason FROM audit.entry WHERE subject_id = $1 ORDER BY id",
      [person.id],
    );
    expect(rows).toEqual([
      { operation: "INSERT", new: { forgotten: true }, reason: null },
      { operation: "FORGET", new: { entries: 1 }, reason: "retention" },
    ]);
  });
});

import { fork } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import { addAccess, drainAccessLog, flushAccesses, WAITING_MAX } from "@/lib/platform/access-log/buffer";
import { listAccesses, OF_SUBJECT, streamAccesses } from "@/lib/platform/access-log/queries";
import { recordAccess } from "@/lib/platform/access-log/record";
import { loadAccessLogParams } from "@/lib/platform/access-log/search-params";
import { campusToday } from "@/lib/platform/dates/campus";
import { metrics } from "@/lib/platform/observability/metrics";
import { cutoffOf } from "@/lib/platform/retention/keep";
import { accessRetention } from "@/lib/platform/retention/rules";
import { changeSetting } from "@/lib/platform/settings/commands";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let registrar: ReturnType<typeof accountActor>;
let auditor: ReturnType<typeof accountActor>;

beforeAll(async () => {
  database = await createTestDatabase();
  registrar = accountActor({
    accountId: (await makeAccount(database.pool, { displayName: "READER Registrar" })).id,
    personId: 77,
  });
  auditor = accountActor({
    role: "auditor",
    accountId: (await makeAccount(database.pool, { role: "auditor" })).id,
  });
});
afterAll(() => database.close());

let subject = 1_000;
beforeEach(() => {
  subject += 10;
});

const written = async () =>
  (
    await database.pool.query(
      `SELECT account_id AS "accountId", role, subject_id AS "subjectId", what, target, records
         FROM record_access WHERE subject_id BETWEEN $1 AND $1 + 9 OR target = $1::text ORDER BY id`,
      [subject],
    )
  ).rows;
const counted = async (result: string) =>
  (await metrics().accessLog.get()).values.find(({ labels }) => labels.result === result)?.value ?? 0;
const flush = async () => {
  // The address is looked up first, in a later turn of the loop.
  await new Promise((done) => setTimeout(done, 5));
  await flushAccesses();
};

describe("who opened whose record", () => {
  it("is written by itself within a second, once in five minutes for the same thing", async () => {
    for (let again = 0; again < 5; again += 1) {
      recordAccess(registrar, { what: "people.record", subjectId: subject });
    }
    recordAccess(registrar, { what: "record.results", subjectId: subject });
    recordAccess(auditor, { what: "people.record", subjectId: subject });
    recordAccess(registrar, { what: "registration.roster", subjectId: null, target: subject, records: 32 });
    expect(await written()).toEqual([]);
    await expect.poll(written, { timeout: 2_000 }).toHaveLength(4);
    const mine = { accountId: registrar.accountId, role: "registrar", target: null, records: 1 };
    expect(await written()).toEqual([
      { ...mine, subjectId: subject, what: "people.record" },
      { ...mine, subjectId: subject, what: "record.results" },
      { ...mine, accountId: auditor.accountId, role: "auditor", subjectId: subject, what: "people.record" },
      { ...mine, subjectId: null, what: "registration.roster", target: String(subject), records: 32 },
    ]);
    recordAccess(registrar, { what: "people.record", subjectId: subject });
    await flush();
    expect(await written()).toHaveLength(4);
  });

  it("leaves out one's own record and the work of the system", async () => {
    recordAccess({ ...registrar, personId: subject }, { what: "people.record", subjectId: subject });
    recordAccess(systemActor("job:test"), { what: "people.record", subjectId: subject });
    await flush();
    expect(await written()).toEqual([]);
  });

  it("waits for a database that is away, without telling anybody, and is written afterwards", async () => {
    const before = await counted("written");
    const failed = await counted("failed");
    await database.pool.query("ALTER TABLE record_access RENAME TO record_access_away");
    recordAccess(registrar, { what: "people.record", subjectId: subject });
    await flush();
    expect(await counted("written")).toBe(before);
    expect(await counted("failed")).toBe(failed + 1);
    await database.pool.query("ALTER TABLE record_access_away RENAME TO record_access");
    await flush();
    expect(await written()).toHaveLength(1);
    expect(await counted("written")).toBe(before + 1);
  });

  it("fills no memory while the database stays away: what does not fit is lost and counted", async () => {
    const row = {
      at: new Date(),
      accountId: registrar.accountId,
      role: "registrar",
      subjectId: subject,
      what: "people.record",
      target: null,
      records: 1,
      requestId: "test",
      ip: null,
    };
    const lost = await counted("lost");
    await database.pool.query("ALTER TABLE record_access RENAME TO record_access_away");
    for (let one = 0; one < WAITING_MAX + 500; one += 1) addAccess(row);
    await flushAccesses();
    await database.pool.query("ALTER TABLE record_access_away RENAME TO record_access");
    await flushAccesses();
    const rows = await written();
    expect(rows.length).toBeLessThanOrEqual(WAITING_MAX);
    expect(rows.length + (await counted("lost")) - lost).toBe(WAITING_MAX + 500);
    expect(await counted("lost")).toBeGreaterThan(lost);
  });
});

describe("the log", () => {
  const filter = async (search: string) => {
    const params = await loadAccessLogParams(
      Promise.resolve(Object.fromEntries(new URLSearchParams(search))),
    );
    const { student: _, ...rest } = params;
    return { ...rest, subjectId: null };
  };

  it("is read by who did it and by whose record it was, newest first, in pages and as a file", async () => {
    for (const what of ["people.record", "studies.programmes", "record.results"] as const) {
      recordAccess(registrar, { what, subjectId: subject });
    }
    recordAccess(auditor, { what: "people.record", subjectId: subject });
    await flush();
    const found = await listAccesses(auditor, { ...OF_SUBJECT, subjectId: subject, page: 1, size: 2 });
    expect(found).toMatchObject({ total: 4, totalIsExact: true, page: 1, pageSize: 2 });
    expect(found.rows.map(({ by, what }) => ({ by, what }))).toEqual([
      { by: expect.stringContaining("Account"), what: "people.record" },
      { by: "READER Registrar", what: "record.results" },
    ]);
    const of = async (search: string) => {
      const narrowed = { ...(await filter(search)), subjectId: subject };
      return (await listAccesses(auditor, { ...narrowed, page: 1, size: 50 })).rows.map(({ what }) => what);
    };
    expect(await of("who=reader")).toEqual(["record.results", "studies.programmes", "people.record"]);
    expect(await of(`account=${auditor.accountId}`)).toEqual(["people.record"]);
    expect(await of("what=studies.programmes")).toEqual(["studies.programmes"]);
    expect(await of(`from=${campusToday()}&to=${campusToday()}`)).toHaveLength(4);
    expect(await of("from=2999-01-01")).toEqual([]);
    const streamed: string[] = [];
    for await (const { what } of streamAccesses(auditor, { ...(await filter("")), subjectId: subject })) {
      streamed.push(what);
    }
    expect(streamed).toHaveLength(4);
  });

  it("is for auditors and administrators only", async () => {
    const asked = { ...OF_SUBJECT, subjectId: subject, page: 1, size: 50 };
    await expect(listAccesses(registrar, asked)).rejects.toThrow("access.forbidden");
    await expect(streamAccesses(registrar, { ...OF_SUBJECT, subjectId: null }).next()).rejects.toThrow(
      "access.forbidden",
    );
  });

  it("cannot be changed by the application, not even shortened early", async () => {
    const client = await database.pool.connect();
    const refused = async (sql: string) => {
      await client.query("BEGIN; SET LOCAL ROLE naga_app; SET LOCAL naga.actor = 'system:test'");
      const code = await client.query(sql).then(
        () => "ok",
        (error: { code?: string }) => error.code,
      );
      await client.query("ROLLBACK");
      return code;
    };
    expect(await refused("DELETE FROM record_access")).toBe("42501");
    expect(await refused("UPDATE record_access SET account_id = 1")).toBe("42501");
    expect(await refused("TRUNCATE record_access")).toBe("42501");
    expect(await refused("SELECT forget_record_access(now() - interval '179 days', 10)")).toBe("NG003");
    expect(await refused("SELECT forget_record_access(now() - interval '181 days', 10)")).toBe("ok");
    client.release();
  });

  it("loses what is older than the setting says, every night, and the audit tells how much", async () => {
    const insert = (age: string) =>
      database.pool.query(
        `INSERT INTO record_access (at, account_id, role, subject_id, what, request_id)
         VALUES (now() - $2::interval, $1, 'registrar', $3, 'people.record', 'test')`,
        [registrar.accountId, age, subject],
      );
    for (const age of ["1 day", "11 months", "13 months", "25 months"]) await insert(age);
    const job = systemActor("job:platform.keep-retention");
    const forget = async () => {
      const { before } = await cutoffOf(accessRetention, campusToday());
      return accessRetention.removeSome(job, before, 20_000);
    };
    expect(await forget()).toBe(1);
    await changeSetting(systemActor("test"), {
      key: "access_log.keep_months",
      value: "12",
      validFrom: campusToday(),
      version: 0,
      reason: "a shorter time",
    });
    expect(await forget()).toBe(1);
    expect(await forget()).toBe(0);
    expect(await written()).toHaveLength(2);
    const { rows } = await database.pool.query(
      "SELECT actor, new ->> 'rows' AS rows FROM audit.entry WHERE table_name = 'access_log.accesses_forgotten'",
    );
    expect(rows).toEqual([
      { actor: "system:job:platform.keep-retention", rows: "1" },
      { actor: "system:job:platform.keep-retention", rows: "1" },
    ]);
  });

  it("is written by a process that is told to end, before it ends", async () => {
    const child = fork("tests/setup/ending-process.ts", {
      execArgv: ["--import", "tsx", "--conditions=react-server"],
      env: { ...process.env, DATABASE_URL: database.databaseUrl, NAGA_TEST_SUBJECT: String(subject) },
    });
    await once(child, "message");
    const end = once(child, "exit");
    child.kill("SIGTERM");
    expect(await end).toEqual([143, null]);
    expect(await written()).toHaveLength(1);
  });

  it("is written at once by a process that is about to end", async () => {
    recordAccess(registrar, { what: "people.record", subjectId: subject });
    await new Promise((done) => setTimeout(done, 5));
    await drainAccessLog();
    expect(await written()).toHaveLength(1);
    recordAccess(auditor, { what: "people.record", subjectId: subject });
    await expect.poll(written, { timeout: 500, interval: 20 }).toHaveLength(2);
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import "@/lib/operations/retention-rules";
import { keepPhoto } from "@/lib/people/photos/commands";
import { readPicture } from "@/lib/people/photos/picture";
import { searchKey } from "@/lib/people/rules";
import { systemActor } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { retentionRules } from "@/lib/platform/retention/define";
import { keepRetentionJob } from "@/lib/platform/retention/jobs";
import { listRetentionRules, listRetentionRuns } from "@/lib/platform/retention/queries";
import { SETTINGS } from "@/lib/platform/settings/settings";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makePicture } from "@/tests/factories/picture";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

let database: TestDatabase;
const registrar = accountActor();
const auditor = accountActor({ role: "auditor" });
const folder = mkdtempSync(join(tmpdir(), "naga-retention-"));

/** As the superuser, past triggers of the application but not past the audit. */
async function sql<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('naga.actor', 'system:test', true)");
    const { rows } = await client.query(text, values);
    await client.query("COMMIT");
    return rows as Row[];
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

async function night() {
  await writeTx(systemActor("test"), {}, (tx) =>
    enqueue(tx, keepRetentionJob, {}, { actor: systemActor("test") }),
  );
  return (await runWaitingJobs()).at(-1);
}

async function makePerson(familyName: string, age: string): Promise<number> {
  const name = { familyName, personalName: "NOBODY", khmerFamilyName: null, khmerPersonalName: null };
  const { id } = await writeTx(systemActor("seed"), {}, (tx) =>
    tx.person.create({
      data: {
        ...name,
        searchKey: searchKey(name),
        phones: { create: { number: "012 777 888", digits: "12777888" } },
      },
      select: { id: true },
    }),
  );
  await sql("ALTER TABLE person DISABLE TRIGGER USER");
  await sql(
    `UPDATE person SET created_at = now() - interval '${age}', updated_at = now() - interval '${age}' WHERE id = $1`,
    [id],
  );
  await sql("ALTER TABLE person ENABLE TRIGGER USER");
  return id;
}

const there = async (ids: number[]) =>
  (await sql<{ id: number }>("SELECT id FROM person WHERE id = ANY($1) ORDER BY id", [ids])).map(
    ({ id }) => id,
  );

beforeAll(async () => {
  process.env.NAGA_STORAGE_DIR = folder;
  database = await createTestDatabase();
  await freshQueue();
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("retention (domain.md 0.2 row 18)", () => {
  it("has a rule for everything the source names, each with a setting", () => {
    expect(retentionRules().map(({ name, setting }) => [name, SETTINGS[setting].byDefault])).toEqual([
      ["people.applicants", 24],
      ["people.photos", 12],
      ["platform.accesses", 24],
      ["platform.sessions", 12],
      ["platform.sign-ins", 12],
    ]);
  });

  it("removes photos superseded for a year with their files, and leaves younger and current ones", async () => {
    const { personId } = await makeStudent();
    const ids: number[] = [];
    for (const colour of ["red", "green", "blue"]) {
      const picture = await readPicture(await makePicture({ colour }), "centre");
      ids.push((await keepPhoto(registrar, personId, picture, "ADMIN")).id);
    }
    await sql("UPDATE person_photo SET superseded_at = now() - interval '13 months' WHERE id = $1", [ids[0]]);
    await sql("UPDATE person_photo SET superseded_at = now() - interval '11 months' WHERE id = $1", [ids[1]]);
    const files = () =>
      sql<{ n: number }>("SELECT count(*)::int AS n FROM stored_file WHERE expires_at IS NULL");
    expect((await listRetentionRules(auditor)).find(({ name }) => name === "people.photos")?.waiting).toBe(1);
    expect(await files()).toEqual([{ n: 6 }]);
    expect((await night())?.result).toMatchObject({ "people.photos": 1 });
    expect(await sql("SELECT id FROM person_photo ORDER BY id")).toEqual([{ id: ids[1] }, { id: ids[2] }]);
    expect(await files()).toEqual([{ n: 4 }]);
    expect((await night())?.result).toMatchObject({ "people.photos": 0 });
  });

  it("removes applicants who never enrolled, and the audit forgets them; whoever is somebody stays", async () => {
    const gone = await makePerson("GONE", "25 months");
    const young = await makePerson("YOUNG", "23 months");
    const related = await makePerson("RELATED", "25 months");
    const sister = await makePerson("SISTER", "25 months");
    const withAccount = await makePerson("ACCOUNT", "25 months");
    const asking = await makePerson("ASKING", "25 months");
    await makeAccount(database.pool, { role: "student", personId: withAccount });
    await sql("INSERT INTO person_relation (person_id, related_id, kind) VALUES ($1, $2, 'SIBLING')", [
      related,
      sister,
    ]);
    await sql(
      `INSERT INTO data_change_request (person_id, topic, changes, requested_by)
       VALUES ($1, 'CONTACTS', '{"phone": {"from": null, "to": "012 345 678"}}', 1)`,
      [asking],
    );
    const { personId: student } = await makeStudent();
    await sql("ALTER TABLE person DISABLE TRIGGER USER");
    await sql("UPDATE person SET created_at = '2010-01-01', updated_at = '2010-01-01' WHERE id = $1", [
      student,
    ]);
    await sql("ALTER TABLE person ENABLE TRIGGER USER");
    const stay = [young, related, sister, withAccount, asking, student];
    const held = () =>
      sql<{ text: string }>(
        "SELECT coalesce(old::text, '') || coalesce(new::text, '') AS text FROM audit.entry WHERE subject_id = $1",
        [gone],
      );
    expect(JSON.stringify(await held())).toContain("GONE");

    expect((await night())?.result).toMatchObject({ "people.applicants": 1 });
    expect(await there([gone, ...stay])).toEqual([...stay].sort((a, b) => a - b));
    expect(await sql("SELECT 1 FROM phone WHERE person_id = $1", [gone])).toEqual([]);
    const after = JSON.stringify(await held());
    for (const secret of ["GONE", "012 777 888"]) expect(after).not.toContain(secret);
    expect(after).toContain("forgotten");
    const [last] = await sql<{ operation: string; actor: string }>(
      "SELECT operation, actor FROM audit.entry WHERE subject_id = $1 ORDER BY id DESC LIMIT 1",
      [gone],
    );
    expect(last?.operation).toBe("FORGET");
    expect(last?.actor).toContain("keep-retention");
  });

  it("removes old sign-ins, sessions and accesses, and nothing that is younger", async () => {
    const { id } = await makeAccount(database.pool);
    for (const age of ["11 months", "13 months"]) {
      await sql(
        `INSERT INTO sign_in_event (email, result, at) VALUES ('a@b.example', 'ok', now() - interval '${age}')`,
      );
      await sql(
        `INSERT INTO account_session (id, account_id, role, expires_at)
         VALUES (gen_random_uuid(), $1, 'registrar', now() - interval '${age}')`,
        [id],
      );
    }
    for (const age of ["23 months", "25 months"]) {
      await sql(
        `INSERT INTO record_access (at, account_id, role, what, request_id)
         VALUES (now() - interval '${age}', $1, 'registrar', 'people.record', 'test')`,
        [id],
      );
    }
    expect((await night())?.result).toMatchObject({
      "platform.sign-ins": 1,
      "platform.sessions": 1,
      "platform.accesses": 1,
    });
    const client = await database.pool.connect();
    await client.query("SET ROLE naga_app");
    const refused = await client.query("DELETE FROM sign_in_event").catch((error) => error.code);
    const early = await client
      .query(
        "SELECT set_config('naga.actor', 'x', false), forget_sign_in_events(now() - interval '179 days', 10)",
      )
      .catch((error) => error.code);
    await client.query("RESET ROLE");
    client.release();
    expect([refused, early]).toEqual(["42501", "NG003"]);
  });

  it("writes every run down, and a rule that fails stops no other", async () => {
    const runs = await sql<{ rule: string; n: number }>(
      "SELECT rule, count(*)::int AS n FROM retention_run GROUP BY rule ORDER BY rule",
    );
    expect(runs.map(({ rule }) => rule)).toEqual(retentionRules().map(({ name }) => name));
    expect(new Set(runs.map(({ n }) => n)).size).toBe(1);
    await sql("ALTER TABLE account_session RENAME TO hidden_session");
    const failed = await night();
    await sql("ALTER TABLE hidden_session RENAME TO account_session");
    expect(failed?.status).toBe("FAILED");
    const again = await sql<{ rule: string; n: number }>(
      "SELECT rule, count(*)::int AS n FROM retention_run GROUP BY rule ORDER BY rule",
    );
    expect(again.filter(({ n }) => n === (runs[0]?.n ?? 0) + 1)).toHaveLength(4);
  });

  it("is shown to who reads settings", async () => {
    const shown = await listRetentionRules(auditor);
    expect(shown.find(({ name }) => name === "people.applicants")).toMatchObject({
      months: 24,
      yearRemoved: 1,
    });
    expect((await listRetentionRuns(auditor)).every(({ removed }) => removed > 0)).toBe(true);
    await expect(listRetentionRules(registrar)).rejects.toMatchObject({ code: "access.forbidden" });
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SECTIONS } from "@/lib/operations/own-data/sections";
import { askOwnDataCommand, makeOwnDataCommand } from "@/lib/people/own-data/commands";
import { listOwnDataFiles, openOwnData } from "@/lib/people/own-data/queries";
import { keepPhoto } from "@/lib/people/photos/commands";
import { readPicture } from "@/lib/people/photos/picture";
import type { AccountActor } from "@/lib/platform/access/actor";
import { readEntry, readZipDirectory } from "@/lib/platform/spreadsheet/zip";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makePicture } from "@/tests/factories/picture";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let registrar: AccountActor;
let dara: { personId: number; number: number };
let self: AccountActor;
const folder = mkdtempSync(join(tmpdir(), "naga-own-data-"));

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: { code?: string }) => error.code ?? String(error),
  );

async function sql(text: string, values: unknown[] = []) {
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('naga.actor', $1, true)", [`account:${registrar.accountId}`]);
    await client.query(text, values);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

async function unpack(bytes: Buffer): Promise<Map<string, Buffer>> {
  const path = join(folder, "own-data.zip");
  writeFileSync(path, bytes);
  const files = new Map<string, Buffer>();
  for (const entry of (await readZipDirectory(path)) ?? [])
    files.set(entry.name, (await readEntry(path, entry, 10_000_000)) ?? Buffer.alloc(0));
  return files;
}

async function archiveOf(actor: AccountActor, id: number) {
  const [run] = await runWaitingJobs();
  expect(run).toMatchObject({ name: "people.make-own-data", status: "SUCCEEDED" });
  const files = await unpack((await openOwnData(actor, id)).bytes);
  const json = JSON.parse(files.get("own-data.json")?.toString() ?? "{}");
  const rows = (name: string) => json.sections.find((each: { name: string }) => each.name === name)?.rows;
  return { files, json, rows, html: files.get("own-data.html")?.toString() ?? "" };
}

beforeAll(async () => {
  process.env.NAGA_STORAGE_DIR = folder;
  database = await createTestDatabase();
  await freshQueue();
  registrar = accountActor({
    accountId: (await makeAccount(database.pool, { displayName: "REGISTRAR Secretname" })).id,
  });
  dara = await makeStudent({ familyName: "SOK", personalName: "DARA", phones: ["012 345 678"] });
  const { personId: sister } = await makeStudent({ familyName: "SOK", personalName: "SISTERNAME" });
  const account = await makeAccount(database.pool, { role: "student", personId: dara.personId });
  self = accountActor({ role: "student", accountId: account.id, personId: dara.personId, locale: "km" });
  await sql("UPDATE person SET marital_status = 'SINGLE' WHERE id = $1", [dara.personId]);
  await sql(
    "INSERT INTO person_relation (person_id, related_id, kind, note) VALUES ($1, $2, 'SIBLING', 'SISTERNAME')",
    [dara.personId, sister],
  );
  await sql(
    `INSERT INTO emergency_contact (person_id, name, relationship, primary_phone)
     VALUES ($1, '<b>MOTHER</b>', 'MOTHER', '012 111 222')`,
    [dara.personId],
  );
  await sql(
    `INSERT INTO record_access (account_id, role, subject_id, what, request_id)
     VALUES ($1, 'registrar', $2, 'people.record', 'test')`,
    [registrar.accountId, dara.personId],
  );
  await sql("INSERT INTO sign_in_event (email, account_id, result) VALUES ('x@y.example', $1, 'ok')", [
    self.accountId,
  ]);
  const picture = await readPicture(await makePicture(), "centre");
  await keepPhoto(registrar, dara.personId, picture, "ADMIN");
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a file of own data", () => {
  it("holds everything about the person in their language, and nobody else's name", async () => {
    const { id } = await askOwnDataCommand(self);
    expect(await listOwnDataFiles(self, dara.personId)).toMatchObject([{ id, state: "making" }]);
    expect(await codeOf(openOwnData(self, id))).toBe("people.own_data_not_found");
    const { files, json, rows, html } = await archiveOf(self, id);
    expect(json).toMatchObject({ language: "km", complete: true });
    expect(json.sections.map((each: { name: string }) => each.name)).toEqual([
      ...SECTIONS.map(({ name }) => name),
      "history",
    ]);
    expect(rows("person")).toMatchObject([
      { family_name: "SOK", personal_name: "DARA", marital_status: "SINGLE" },
    ]);
    expect(rows("phones")).toMatchObject([{ number: "012 345 678" }]);
    expect(rows("relations")).toMatchObject([{ kind: "SIBLING" }]);
    expect(rows("accesses")).toMatchObject([{ role: "registrar", what: "people.record" }]);
    expect(rows("signIns")).toMatchObject([{ result: "ok" }]);
    expect(rows("account")).toHaveLength(1);
    expect(rows("history").some((each: { by: string }) => each.by === "staff")).toBe(true);
    const text = `${JSON.stringify(json)} ${html}`;
    for (const foreign of ["SISTERNAME", "Secretname", "password", `account:${registrar.accountId}`])
      expect(text).not.toContain(foreign);
    expect(html).toContain('<html lang="km">');
    expect(html).toContain("លេខទូរស័ព្ទ");
    expect(html).not.toContain("<b>MOTHER");
    expect(html).toContain("MOTHER");
    expect([...files.keys()].filter((name) => name.startsWith("photos/"))).toHaveLength(1);
  });

  it("is made once a day", async () => {
    expect(await codeOf(askOwnDataCommand(self))).toBe("people.own_data_lately");
    expect(await codeOf(makeOwnDataCommand(registrar, { number: dara.number }))).toBe(
      "people.own_data_lately",
    );
    await sql("UPDATE own_data_file SET created_at = now() - interval '25 hours'");
    const twice = await Promise.all([1, 2].map(() => codeOf(askOwnDataCommand(self))));
    expect(twice.sort()).toEqual(["ok", "people.own_data_lately"]);
    await runWaitingJobs();
  });

  it("can be fetched by who asked for it until its days are over, and the audit tells", async () => {
    const [file] = await listOwnDataFiles(self, dara.personId);
    const id = file?.id ?? 0;
    expect(await codeOf(openOwnData(self, id))).toBe("ok");
    for (const stranger of [
      registrar,
      accountActor({ role: "auditor", accountId: 9_999 }),
      accountActor({ role: "student", accountId: 9_998, personId: 1 }),
    ])
      expect(await codeOf(openOwnData(stranger, id))).toBe("people.own_data_not_found");
    const { rows } = await database.pool.query(
      "SELECT count(*)::int AS n FROM audit.entry WHERE table_name = 'people.own_data_fetched' AND subject_id = $1",
      [dara.personId],
    );
    expect(rows[0].n).toBe(2);
    await sql("UPDATE own_data_file SET expires_at = now() - interval '1 minute' WHERE id = $1", [id]);
    expect(await codeOf(openOwnData(self, id))).toBe("people.own_data_not_found");
    expect((await listOwnDataFiles(self, dara.personId))[0]).toMatchObject({ state: "over" });
  });

  it("made by staff leaves out what they may not see", async () => {
    await sql("UPDATE own_data_file SET created_at = now() - interval '25 hours'");
    expect(await codeOf(makeOwnDataCommand(self, { number: dara.number }))).toBe("access.forbidden");
    const scoped = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "NONE" }] });
    expect(await codeOf(makeOwnDataCommand(scoped, { number: dara.number }))).toBe(
      "people.student_not_found",
    );
    const { id } = await makeOwnDataCommand(registrar, { number: dara.number });
    const { json, rows } = await archiveOf(registrar, id);
    expect(json).toMatchObject({ language: "en", complete: false });
    for (const name of ["account", "sessions", "signIns", "accesses"]) expect(rows(name)).toBeUndefined();
    expect(rows("phones")).toHaveLength(1);
    const former = { ...registrar, role: "cashier" as const, permissions: new Set<never>() };
    expect(await codeOf(openOwnData(former, id))).toBe("people.own_data_not_found");
  });

  it("needs a person behind the account", async () => {
    expect(await codeOf(askOwnDataCommand(registrar))).toBe("people.no_person");
  });
});

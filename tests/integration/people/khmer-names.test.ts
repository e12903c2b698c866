import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import "@/lib/operations/change-set-kinds";
import { editPersonCommand } from "@/lib/people/commands/edit-person";
import { documentName } from "@/lib/people/document-name";
import { confirmKhmerNameCommand } from "@/lib/people/khmer-names/commands";
import { listKhmerNames } from "@/lib/people/khmer-names/list";
import { getKhmerName } from "@/lib/people/khmer-names/queries";
import { confirmKhmerNameInput, type SuggestNamesSummary } from "@/lib/people/khmer-names/schemas";
import { startSuggestNamesCommand } from "@/lib/people/khmer-names/start-run";
import { searchPeople } from "@/lib/people/queries/search-people";
import { editPersonInput } from "@/lib/people/schemas";
import { type AccountActor, systemActor } from "@/lib/platform/access/actor";
import { startApplyCommand, startUndoCommand } from "@/lib/platform/change-sets/commands";
import { getChangeSet } from "@/lib/platform/change-sets/queries";
import { writeTx } from "@/lib/platform/db/transaction";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";
import { work as learn } from "../../../jobs/people/learn-khmer-names";

let database: TestDatabase;
let registrar: AccountActor;
const folder = mkdtempSync(join(tmpdir(), "naga-khmer-test-"));

beforeAll(async () => {
  process.env.NAGA_STORAGE_DIR = folder;
  database = await createTestDatabase();
  await freshQueue();
  registrar = accountActor({ accountId: (await makeAccount(database.pool)).id });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await database.pool.query(
    "SELECT set_config('naga.actor', 'system:test', false); DELETE FROM student; DELETE FROM person",
  );
});

const name = (khmerFamilyName: string, khmerPersonalName: string) => ({ khmerFamilyName, khmerPersonalName });
const confirm = (actor: AccountActor, personId: number, version: number, given = name("សុខ", "ដារ៉ា")) =>
  confirmKhmerNameCommand(actor, confirmKhmerNameInput.parse({ personId, version, ...given }));
const student = (personId: number) =>
  accountActor({ accountId: 900, role: "student", personId, scopes: [{ kind: "OWN", ref: null }] });

async function stored(personId: number) {
  return database.prisma.person.findUniqueOrThrow({ where: { id: personId } });
}

/** Students whose names are confirmed: what the system learns from. */
async function teach(count: number, latin: [string, string], khmer: [string, string]): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const { personId } = await makeStudent({ familyName: latin[0], personalName: latin[1] });
    await confirm(registrar, personId, 1, name(...khmer));
  }
}

async function learnNow(): Promise<unknown> {
  return learn({}, { actor: systemActor("test") } as never);
}

describe("confirming a Khmer name", () => {
  it("by its owner counts, and prints once staff have confirmed it too", async () => {
    const { personId } = await makeStudent({ familyName: "SOK", personalName: "DARA" });
    expect(await confirm(student(personId), personId, 1)).toEqual({ version: 2, checked: false });
    const own = await stored(personId);
    expect(own).toMatchObject({ khmerNameSource: "VERIFIED", khmerNameCheckedAt: null, version: 2 });
    expect(Number(own.khmerNameConfidence)).toBe(1);
    expect(own.khmerNameVerifiedAt).toBeInstanceOf(Date);
    expect(documentName(own)).toMatchObject({ khmer: null, khmerMissing: "unchecked" });
    // The search follows in the same transaction.
    expect((await searchPeople(registrar, { q: "ដារ៉ា", kind: "student", limit: 5 })).length).toBe(1);
    await confirm(registrar, personId, 2);
    const checked = await stored(personId);
    expect(checked).toMatchObject({ khmerNameCheckedBy: registrar.accountId, version: 3 });
    expect(documentName(checked)).toMatchObject({ khmer: "សុខ ដារ៉ា", khmerMissing: null });
    // Saying it again takes nothing away and writes nothing; a correction must be seen by staff anew.
    expect(await confirm(student(personId), personId, 3)).toEqual({ version: 3, checked: true });
    await confirm(student(personId), personId, 3, name("សុខ", "ដារា"));
    expect(await stored(personId)).toMatchObject({ khmerNameCheckedAt: null, khmerNameCheckedBy: null });
  });

  it("is for the own name or for staff, in Khmer letters, on top of what was shown", async () => {
    const [me, other] = [await makeStudent(), await makeStudent()];
    await expect(confirm(student(me.personId), other.personId, 1)).rejects.toMatchObject({
      kind: "not_found",
    });
    const auditor = accountActor({ role: "auditor" });
    await expect(confirm(auditor, me.personId, 1)).rejects.toMatchObject({ kind: "forbidden" });
    const latin = { personId: 1, version: 1, khmerFamilyName: "SOK", khmerPersonalName: "" };
    const issues = confirmKhmerNameInput.safeParse(latin).error?.issues.map((issue) => issue.message);
    expect(issues).toEqual(["people.khmer_name_letters", "validation.required"]);
    await confirm(registrar, me.personId, 1);
    await expect(confirm(student(me.personId), me.personId, 1, name("ចាន់", "នារី"))).rejects.toMatchObject({
      kind: "stale",
      explained: { value: { version: 2 } },
    });
  });

  it("also happens when staff write the name in the record; no name keeps no source", async () => {
    const { personId, number } = await makeStudent();
    const edit = (version: number, changes: object) =>
      editPersonCommand(registrar, editPersonInput.parse({ number, version, ...changes }));
    await edit(1, name("សុខ", "ដារ៉ា"));
    expect(await stored(personId)).toMatchObject({
      khmerNameSource: "VERIFIED",
      khmerNameCheckedBy: registrar.accountId,
    });
    await edit(2, { khmerFamilyName: null, khmerPersonalName: null });
    expect(await stored(personId)).toMatchObject({ khmerNameSource: null, khmerNameCheckedAt: null });
  });

  it("is what the database insists on", async () => {
    const { personId } = await makeStudent();
    const set = (sql: string) =>
      writeTx(systemActor("test"), {}, (tx) =>
        tx.$executeRawUnsafe(`UPDATE person SET ${sql} WHERE id = ${personId}`),
      ).catch((error: Error) => error.message);
    expect(await set("khmer_name_source = 'VERIFIED', khmer_family_name = 'ក'")).toContain(
      "person_khmer_name_verified",
    );
    expect(await set("khmer_name_checked_at = now()")).toContain("person_khmer_name_checked");
    expect(await set("khmer_name_source = 'APPROXIMATED'")).toContain("person_khmer_name_source");
    expect(await set("khmer_name_confidence = 1.5")).toContain("person_khmer_name_confidence");
  });
});

describe("learning", () => {
  it("counts confirmed names only, whole parts and words, and suggests from them", async () => {
    await teach(6, ["SOK", "DARA"], ["សុខ", "ដារ៉ា"]);
    await teach(2, ["SOK", "DARA"], ["សុខ", "ដារា"]);
    await teach(1, ["KEO", "SREY NEANG"], ["កែវ", "ស្រី នាង"]);
    await makeStudent({ familyName: "KEO", personalName: "BOPHA", ...name("កែវ", "បុប្ផា") });
    expect(await learnNow()).toEqual({ patterns: 7 });
    const rows = await database.prisma.khmerNamePattern.findMany({
      where: { latin: "DARA" },
      orderBy: { frequency: "desc" },
    });
    expect(rows.map((row) => [row.khmer, row.frequency, Number(row.share)])).toEqual([
      ["ដារ៉ា", 6, 0.75],
      ["ដារា", 2, 0.25],
    ]);
    // Nobody confirmed BOPHA: it teaches nothing.
    expect(await database.prisma.khmerNamePattern.count({ where: { latin: "BOPHA" } })).toBe(0);
    const { personId } = await makeStudent({ familyName: "SOK", personalName: "NEANG" });
    expect((await getKhmerName(registrar, personId)).suggestion).toMatchObject({
      family: { khmer: "សុខ" },
      personal: { khmer: "នាង" },
    });
    const unknown = await makeStudent({ familyName: "SMITH", personalName: "JOHN" });
    expect((await getKhmerName(registrar, unknown.personId)).suggestion).toMatchObject({
      family: null,
      personal: null,
    });
  });
});

describe("the bulk run", () => {
  it("shows every guess first, writes guesses only, and is taken back with its search keys", async () => {
    await teach(8, ["SOK", "DARA"], ["សុខ", "ដារ៉ា"]);
    const nameless = await makeStudent({ familyName: "SOK", personalName: "DARA" });
    const dropped = await makeStudent({ familyName: "SOK", personalName: "DARA", status: "DROPPED" });
    const foreign = await makeStudent({ familyName: "SMITH", personalName: "JOHN" });
    const named = await makeStudent({ familyName: "SOK", personalName: "DARA", ...name("សុខ", "ដារា") });
    const before = await stored(nameless.personId);

    const { id } = await startSuggestNamesCommand(registrar, { who: "active", leastConfidence: 50 });
    await runWaitingJobs();
    const previewed = await getChangeSet(registrar, id);
    expect(previewed).toMatchObject({ status: "PREVIEWED", preview: { total: 1 } });
    expect(previewed.preview?.summary).toEqual({
      looked: 2,
      given: 1,
      unsure: 1,
    } satisfies SuggestNamesSummary);
    expect(await stored(nameless.personId)).toMatchObject({ khmerFamilyName: null, version: 1 });

    await startApplyCommand(registrar, { id, version: previewed.version });
    await runWaitingJobs();
    const guessed = await stored(nameless.personId);
    expect(guessed).toMatchObject({
      ...name("សុខ", "ដារ៉ា"),
      khmerNameSource: "APPROXIMATED",
      khmerNameVerifiedAt: null,
      version: 2,
    });
    expect(Number(guessed.khmerNameConfidence)).toBeGreaterThan(0.5);
    expect(documentName(guessed).khmer).toBeNull();
    for (const { personId } of [dropped, foreign])
      expect((await stored(personId)).khmerNameSource).toBeNull();
    expect(await stored(named.personId)).toMatchObject({ khmerPersonalName: "ដារា", version: 1 });
    // A guess teaches nothing.
    await learnNow();
    const [pattern] = await database.prisma.khmerNamePattern.findMany({ where: { latin: "DARA" } });
    expect(pattern?.frequency).toBe(8);

    await startUndoCommand(registrar, { id, version: (await getChangeSet(registrar, id)).version });
    await runWaitingJobs();
    expect(await getChangeSet(registrar, id)).toMatchObject({
      status: "UNDONE",
      outcome: { undo: { left: 0 } },
    });
    const after = await stored(nameless.personId);
    expect(after).toMatchObject({ khmerFamilyName: null, khmerNameSource: null, khmerNameConfidence: null });
    expect(after.searchKey).toBe(before.searchKey);
  });

  it("leaves a name that somebody confirmed since when it is taken back", async () => {
    await teach(8, ["SOK", "DARA"], ["សុខ", "ដារ៉ា"]);
    const { personId } = await makeStudent({ familyName: "SOK", personalName: "DARA" });
    const { id } = await startSuggestNamesCommand(registrar, { who: "all", leastConfidence: 30 });
    await runWaitingJobs();
    await startApplyCommand(registrar, { id, version: (await getChangeSet(registrar, id)).version });
    await runWaitingJobs();
    await confirm(student(personId), personId, 2);
    await startUndoCommand(registrar, { id, version: (await getChangeSet(registrar, id)).version });
    await runWaitingJobs();
    expect(await getChangeSet(registrar, id)).toMatchObject({ outcome: { undo: { undone: 0, left: 1 } } });
    expect(await stored(personId)).toMatchObject({ khmerNameSource: "VERIFIED", khmerFamilyName: "សុខ" });
  });

  it("is started by those who may change the whole campus", async () => {
    const input = { who: "all", leastConfidence: 50 } as const;
    const director = accountActor({ role: "academic_director" });
    await expect(startSuggestNamesCommand(director, input)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("the work list", () => {
  it("names who needs what, within the reach", async () => {
    const own = await makeStudent({ familyName: "A" });
    await confirm(student(own.personId), own.personId, 1);
    const missing = await makeStudent({ familyName: "B" });
    const checked = await makeStudent({ familyName: "C" });
    await confirm(registrar, checked.personId, 1);
    const list = async (task: "unchecked" | "missing" | "guess" | "old", actor = registrar) =>
      (await listKhmerNames(actor, { task, page: 1, size: 25 })).rows.map((row) => row.personId);
    expect(await list("unchecked")).toEqual([own.personId]);
    expect(await list("missing")).toEqual([missing.personId]);
    expect(await list("guess")).toEqual([]);
    const elsewhere = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "TESOL" }] });
    expect(await list("unchecked", elsewhere)).toEqual([]);
  });
});

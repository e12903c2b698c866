import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { requirePhotoOwner } from "@/lib/people/photos/access";
import { takeArchiveCommand } from "@/lib/people/photos/archive-command";
import {
  keepPhoto,
  rejectPhotoCommand,
  restorePhotoCommand,
  skipReminderCommand,
  verifyPhotosCommand,
} from "@/lib/people/photos/commands";
import { findPhotoId } from "@/lib/people/photos/current";
import { photoArchive } from "@/lib/people/photos/files";
import { markPhotoReminders } from "@/lib/people/photos/jobs";
import { findLastArchive } from "@/lib/people/photos/last-archive";
import { readPicture } from "@/lib/people/photos/picture";
import { findOwnPhoto, listPhotos, openPhoto } from "@/lib/people/photos/queries";
import { countPhotoWork, listPhotoWork } from "@/lib/people/photos/work-list";
import type { AccountActor } from "@/lib/platform/access/actor";
import { ROLES } from "@/lib/platform/access/roles";
import { writeTx } from "@/lib/platform/db/transaction";
import type { JobDefinition } from "@/lib/platform/jobs/define";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { putFile } from "@/lib/platform/storage/files";
import { removeExpiredFiles } from "@/lib/platform/storage/jobs";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makePicture } from "@/tests/factories/picture";
import { makeStudent } from "@/tests/factories/student";
import { zip } from "@/tests/factories/zip";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let registrar: AccountActor;
let dara: { personId: number; number: number };
let other: { personId: number; number: number };
let self: AccountActor;
const folder = mkdtempSync(join(tmpdir(), "naga-photos-"));
const nobodyTeaches = async () => false;

const picture = async (colour: string) => readPicture(await makePicture({ colour }), "centre");
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: { code?: string }) => error.code ?? String(error),
  );
const rows = async (sql: string, values: unknown[] = []) => (await database.pool.query(sql, values)).rows;
const photosOf = (personId: number) => listPhotos(registrar, personId);
const aged = (id: number, months: number) =>
  database.pool.query(
    `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
     UPDATE person_photo SET taken_at = now() - interval '${months} months' - interval '1 day' WHERE id = ${id}; COMMIT`,
  );

async function runJob(definition: JobDefinition) {
  await writeTx(registrar, {}, (tx) => enqueue(tx, definition, {}, { actor: registrar }));
  return (await runWaitingJobs()).at(-1);
}

beforeAll(async () => {
  process.env.NAGA_STORAGE_DIR = folder;
  database = await createTestDatabase();
  await freshQueue();
  registrar = accountActor({
    accountId: (await makeAccount(database.pool, { displayName: "REGISTRAR One" })).id,
  });
});

beforeEach(async () => {
  dara = await makeStudent();
  other = await makeStudent();
  const account = await makeAccount(database.pool, { role: "student", personId: dara.personId });
  self = accountActor({
    role: "student",
    accountId: account.id,
    personId: dara.personId,
    scopes: [{ kind: "OWN", ref: null }],
  });
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a new photo", () => {
  it("becomes the current one, and the earlier one joins the history", async () => {
    const first = await keepPhoto(registrar, dara.personId, await picture("red"), "ADMIN");
    const second = await keepPhoto(registrar, dara.personId, await picture("green"), "ADMIN");
    const photos = await photosOf(dara.personId);
    expect(photos.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
      [second.id, true],
      [first.id, false],
    ]);
    expect(photos[1]?.supersededAt).not.toBeNull();
    expect(await findPhotoId(registrar, dara.personId)).toBe(second.id);
  });

  it("is verified when staff send it in, and waits for a look when its owner does", async () => {
    await keepPhoto(registrar, other.personId, await picture("red"), "ADMIN");
    await keepPhoto(self, dara.personId, await picture("red"), "SELF");
    expect((await photosOf(other.personId))[0]).toMatchObject({
      verifiedBy: "REGISTRAR One",
      source: "ADMIN",
    });
    expect((await photosOf(dara.personId))[0]).toMatchObject({ verifiedAt: null, source: "SELF" });
    const waiting = await listPhotoWork(registrar, "unverified", 1);
    expect(waiting.rows.map(({ personId }) => personId)).toContain(dara.personId);
    expect(waiting.rows.map(({ personId }) => personId)).not.toContain(other.personId);
  });

  it("is refused when the person has the same picture, however it was cut, and leaves no file behind", async () => {
    await keepPhoto(registrar, dara.personId, await picture("blue"), "ADMIN");
    const again = await readPicture(await makePicture({ colour: "blue" }), "attention");
    const files = () => rows("SELECT count(*)::int AS n FROM stored_file WHERE expires_at IS NULL");
    const before = await files();
    expect(await codeOf(keepPhoto(registrar, dara.personId, again, "ADMIN"))).toBe("people.photo_same");
    expect(await files()).toEqual(before);
    // Somebody else may have it: twins share pictures, and mistakes are for staff to see.
    expect(await codeOf(keepPhoto(registrar, other.personId, again, "ADMIN"))).toBe("ok");
  });

  it("stays one when many are sent at once", async () => {
    const pictures = await Promise.all(["#100000", "#200000", "#300000", "#400000"].map(picture));
    await Promise.all(pictures.map((each) => keepPhoto(registrar, dara.personId, each, "ADMIN")));
    const photos = await photosOf(dara.personId);
    expect(photos).toHaveLength(4);
    expect(photos.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    const same = await picture("#500000");
    const codes = await Promise.all(
      [1, 2, 3].map(() => codeOf(keepPhoto(registrar, dara.personId, same, "ADMIN"))),
    );
    expect(codes.sort()).toEqual(["ok", "people.photo_same", "people.photo_same"]);
  });

  it("is only the own one for its owner, and only within reach for staff", async () => {
    expect(await requirePhotoOwner(self, null)).toBe(dara.personId);
    expect(await codeOf(requirePhotoOwner(self, { number: other.number }))).toBe("access.forbidden");
    expect(await codeOf(requirePhotoOwner(self, { number: dara.number }))).toBe("access.forbidden");
    const scoped = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "NONE" }] });
    expect(await codeOf(requirePhotoOwner(scoped, { number: dara.number }))).toBe("people.student_not_found");
    expect(await codeOf(requirePhotoOwner(accountActor({ role: "cashier" }), null))).toBe("access.forbidden");
    expect(await codeOf(requirePhotoOwner(registrar, null))).toBe("people.no_person");
  });

  it("cannot break what the database holds", async () => {
    const { id } = await keepPhoto(registrar, dara.personId, await picture("red"), "ADMIN");
    await keepPhoto(registrar, dara.personId, await picture("green"), "ADMIN");
    const broken = async (set: string) => {
      const client = await database.pool.connect();
      try {
        await client.query("BEGIN");
        await client.query("SELECT set_config('naga.actor', 'system:test', true)");
        await client.query(`UPDATE person_photo SET ${set} WHERE id = ${id}`);
        return "ok";
      } catch (error) {
        return (error as { constraint?: string }).constraint;
      } finally {
        await client.query("ROLLBACK");
        client.release();
      }
    };
    expect(await broken("is_current = true, superseded_at = NULL")).toBe("person_photo_one_current");
    expect(await broken("superseded_at = NULL")).toBe("person_photo_superseded");
    expect(await broken("rejected_at = now(), rejected_why = 'no', verified_at = now()")).toBe(
      "person_photo_rejected",
    );
    expect(await broken("rejected_at = now(), rejected_why = ' ', verified_at = NULL")).toBe(
      "person_photo_rejected",
    );
  });
});

describe("staff look at photos", () => {
  it("verify many, those of their reach alone, once", async () => {
    const a = await keepPhoto(self, dara.personId, await picture("red"), "SELF");
    const scoped = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "NONE" }] });
    expect(await verifyPhotosCommand(scoped, { ids: [a.id] })).toEqual({ verified: 0, left: 1 });
    expect(await verifyPhotosCommand(registrar, { ids: [a.id, 2_000_000_000] })).toEqual({
      verified: 1,
      left: 1,
    });
    expect(await verifyPhotosCommand(registrar, { ids: [a.id] })).toEqual({ verified: 0, left: 1 });
    expect(await codeOf(verifyPhotosCommand(self, { ids: [a.id] }))).toBe("access.forbidden");
  });

  it("refuse one: the last verified one comes back, and its owner reads why", async () => {
    const good = await keepPhoto(registrar, dara.personId, await picture("red"), "ADMIN");
    const bad = await keepPhoto(self, dara.personId, await picture("green"), "SELF");
    const reason = "another face";
    expect(await rejectPhotoCommand(registrar, { id: bad.id, version: 1, reason })).toEqual({ back: true });
    expect(await findOwnPhoto(self)).toMatchObject({ id: good.id, rejectedWhy: reason });
    expect(await codeOf(restorePhotoCommand(registrar, { id: bad.id, version: 2 }))).toBe(
      "people.photo_was_rejected",
    );
    await keepPhoto(self, dara.personId, await picture("blue"), "SELF");
    expect((await findOwnPhoto(self))?.rejectedWhy).toBeNull();
  });

  it("refuse the only one: the person has none", async () => {
    const { id } = await keepPhoto(self, dara.personId, await picture("red"), "SELF");
    expect(await rejectPhotoCommand(registrar, { id, version: 1, reason: "too dark" })).toEqual({
      back: false,
    });
    expect(await findPhotoId(registrar, dara.personId)).toBeNull();
  });

  it("bring an earlier one back, and are told when somebody was faster", async () => {
    const first = await keepPhoto(registrar, dara.personId, await picture("red"), "ADMIN");
    await keepPhoto(registrar, dara.personId, await picture("green"), "ADMIN");
    expect(await codeOf(restorePhotoCommand(registrar, { id: first.id, version: 1 }))).toBe(
      "people.photo_stale",
    );
    await restorePhotoCommand(registrar, { id: first.id, version: 2 });
    expect(await findPhotoId(registrar, dara.personId)).toBe(first.id);
    const scoped = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "NONE" }] });
    expect(await codeOf(restorePhotoCommand(scoped, { id: first.id, version: 3 }))).toBe(
      "people.photo_not_found",
    );
  });
});

describe("the bytes of a photo", () => {
  it("go to the registrar, the auditor, the owner and the teacher of the current one, to nobody else", async () => {
    const earlier = await keepPhoto(registrar, dara.personId, await picture("red"), "ADMIN");
    const { id } = await keepPhoto(registrar, dara.personId, await picture("green"), "ADMIN");
    const teaches = async (personId: number) => personId === dara.personId;
    for (const role of ROLES) {
      const actor = accountActor({ role, personId: 999_999 });
      const seen = ["registrar", "academic_director", "auditor"].includes(role);
      expect([role, await codeOf(openPhoto(actor, id, "thumb", nobodyTeaches))]).toEqual([
        role,
        seen ? "ok" : "people.photo_not_found",
      ]);
      const taught = seen || role === "teacher" || role === "substitute";
      expect([role, await codeOf(openPhoto(actor, id, "thumb", teaches))]).toEqual([
        role,
        taught ? "ok" : "people.photo_not_found",
      ]);
    }
    const teacher = accountActor({ role: "teacher", personId: 999_999 });
    expect(await codeOf(openPhoto(teacher, earlier.id, "thumb", teaches))).toBe("people.photo_not_found");
    expect(await codeOf(openPhoto(self, earlier.id, "full", nobodyTeaches))).toBe("ok");
    const { bytes } = await openPhoto(self, id, "full", nobodyTeaches);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 320, height: 360 });
    const stranger = accountActor({ ...self, personId: other.personId });
    expect(await codeOf(openPhoto(stranger, id, "full", nobodyTeaches))).toBe("people.photo_not_found");
  });

  it("survive the clean-up as long as a photo names them", async () => {
    await keepPhoto(registrar, dara.personId, await picture("red"), "ADMIN");
    const { id } = await keepPhoto(registrar, dara.personId, await picture("green"), "ADMIN");
    await database.pool.query("UPDATE stored_file SET created_at = now() - interval '2 years'");
    await runJob(removeExpiredFiles);
    expect(await codeOf(openPhoto(self, id, "full", nobodyTeaches))).toBe("ok");
  });
});

describe("reminders", () => {
  it("are marked once a stage, for active students who are not left out; overdue ones make a list", async () => {
    const monk = await makeStudent({ isMonk: true });
    const gone = await makeStudent({ status: "GRADUATED" });
    const left = await makeStudent();
    const ids: number[] = [];
    for (const [place, { personId }] of [dara, monk, gone, left].entries()) {
      const { id } = await keepPhoto(registrar, personId, await picture(`#0000${place}0`), "ADMIN");
      await aged(id, 6);
      ids.push(id);
    }
    await skipReminderCommand(registrar, { id: ids[3] ?? 0, version: 1, skip: true });
    const overdue = async () =>
      (await listPhotoWork(registrar, "overdue", 1)).rows.map(({ personId }) => personId);
    expect(await overdue()).toContain(dara.personId);
    for (const { personId } of [monk, gone, left]) expect(await overdue()).not.toContain(personId);
    await aged(ids[1] ?? 0, 12);
    expect(await overdue()).toContain(monk.personId);

    const run = async () => (await runJob(markPhotoReminders))?.result;
    expect(await run()).toMatchObject({ overdue: 2, marked: 2 });
    expect(await run()).toMatchObject({ overdue: 2, marked: 0 });
    expect((await photosOf(dara.personId))[0]).toMatchObject({ reminderCount: 3 });
    expect((await photosOf(left.personId))[0]).toMatchObject({ reminderCount: 0, skipReminder: true });
  });

  it("name those without a photo", async () => {
    const missing = await listPhotoWork(registrar, "missing", 1);
    expect(missing.rows.map(({ personId }) => personId)).toContain(other.personId);
    expect((await countPhotoWork(registrar, ["missing"])).missing).toBe(missing.total);
    expect(await codeOf(countPhotoWork(accountActor({ role: "cashier" }), ["missing"]))).toBe(
      "access.forbidden",
    );
  });
});

describe("many at once", () => {
  it("go to the numbers in their names; each that does not says why", async () => {
    const same = await makePicture({ colour: "#abcdef" });
    await keepPhoto(registrar, other.personId, await readPicture(same, "centre"), "ADMIN");
    const archive = zip([
      {
        name: `photos/${String(dara.number).padStart(5, "0")}.jpg`,
        content: await makePicture({ colour: "#123456" }),
      },
      { name: `${other.number}.jpg`, content: same },
      { name: `${other.number}_2.jpg`, content: Buffer.from("no picture") },
      { name: "99999999.jpg", content: same },
      { name: "somebody.jpg", content: same },
      { name: "__MACOSX/._x.jpg", content: Buffer.from("x") },
    ]);
    const file = await putFile(registrar, {
      stream: Readable.from([archive]),
      name: "photos.zip",
      purpose: photoArchive,
    });
    const colleague = accountActor({ accountId: (await makeAccount(database.pool)).id });
    expect(await codeOf(takeArchiveCommand(colleague, { fileId: file.id }))).toBe("storage.file_not_found");
    await takeArchiveCommand(registrar, { fileId: file.id });
    const [run] = await runWaitingJobs();
    expect(run).toMatchObject({ status: "SUCCEEDED", result: { taken: 1, same: 1, left: 3 } });
    expect(JSON.stringify(run?.result)).not.toContain("somebody");
    const last = await findLastArchive(registrar);
    expect(last?.lines.map(({ file: name, result }) => [name, result])).toEqual([
      [`${other.number}_2.jpg`, "people.photo_no_picture"],
      ["99999999.jpg", "people.photo_no_student"],
      ["somebody.jpg", "people.photo_no_student"],
      [`${other.number}.jpg`, "people.photo_same"],
      [`${String(dara.number).padStart(5, "0")}.jpg`, "taken"],
    ]);
    expect((await photosOf(dara.personId))[0]).toMatchObject({
      source: "IMPORT",
      verifiedBy: null,
      isCurrent: true,
    });

    // Again: nothing is taken twice.
    await takeArchiveCommand(registrar, { fileId: file.id });
    expect((await runWaitingJobs())[0]?.result).toMatchObject({ taken: 0, same: 2 });
  });

  it("want an archive", async () => {
    const wrong = putFile(registrar, {
      stream: Readable.from([await makePicture()]),
      name: "photos.zip",
      purpose: photoArchive,
    });
    expect(await codeOf(wrong)).toBe("people.photo_archive");
  });
});

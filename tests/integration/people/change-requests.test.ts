import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  askChangeCommand,
  decideChangeCommand,
  withdrawChangeCommand,
} from "@/lib/people/change-requests/commands";
import { countPendingRequests } from "@/lib/people/change-requests/count";
import { proofFile } from "@/lib/people/change-requests/files";
import { getRequest, listRequests, listRequestsOf, openProof } from "@/lib/people/change-requests/queries";
import { askChangeInput } from "@/lib/people/change-requests/schemas";
import { loadRequestListParams } from "@/lib/people/change-requests/search-params";
import { addContactCommand } from "@/lib/people/commands/contacts";
import { addPhoneCommand, removePhoneCommand } from "@/lib/people/commands/phones";
import { saveAddressCommand } from "@/lib/people/details/commands/addresses";
import { savePaperCommand } from "@/lib/people/details/commands/papers";
import { editOwnEmailCommand } from "@/lib/people/own/commands";
import { findOwnProfile } from "@/lib/people/own/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { systemActor } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { putFile } from "@/lib/platform/storage/files";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let student: AccountActor;
let other: AccountActor;
let registrar: AccountActor;
let personId: number;
let number: number;
let picture: Buffer;

const NO_FILE = "00000000-0000-4000-8000-000000000000";

/** An account that acts as a student for the person. */
async function studentActor(id: number): Promise<AccountActor> {
  const account = await makeAccount(database.pool, { role: "student", personId: id });
  return accountActor({
    role: "student",
    accountId: account.id,
    personId: id,
    scopes: [{ kind: "OWN", ref: null }],
  });
}

const proof = async (actor: AccountActor, content: Buffer | string = picture): Promise<string> =>
  (
    await putFile(actor, {
      stream: Readable.from([Buffer.from(content)]),
      name: "card.png",
      purpose: proofFile,
    })
  ).id;

async function ask(topic: "LATIN_NAME" | "BIRTH" | "PAPERS", fields: object, actor = student) {
  const input = askChangeInput.parse({
    topic,
    ...(topic === "PAPERS" ? { paperId: null, issuedOn: "", expiresOn: "", issuedBy: "" } : {}),
    ...fields,
    reason: "as my identity card says",
    proofIds: [await proof(actor)],
  });
  return askChangeCommand(actor, input);
}
const person = () => database.prisma.person.findUniqueOrThrow({ where: { id: personId } });

async function approve(id: number, over: object = {}, actor = registrar) {
  const { version, currentVersion } = await getRequest(registrar, id);
  return decideChangeCommand(actor, {
    id,
    version,
    decision: "APPROVED",
    shownVersion: currentVersion,
    overwrite: false,
    reason: null,
    ...over,
  } as never);
}

beforeAll(async () => {
  database = await createTestDatabase();
  picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  const account = await makeAccount(database.pool, { role: "registrar" });
  registrar = accountActor({ accountId: account.id });
});
afterAll(() => database.close());
beforeEach(async () => {
  ({ personId, number } = await makeStudent({ familyName: "SOK", personalName: "DARA" }));
  const stranger = await makeStudent({ familyName: "TEP", personalName: "SOVANN" });
  student = await studentActor(personId);
  other = await studentActor(stranger.personId);
});

describe("asking", () => {
  it("keeps what differs, why, and the proof, and changes nothing", async () => {
    const { id } = await ask("LATIN_NAME", { familyName: "sok", personalName: "Daraa" });
    expect(await getRequest(registrar, id)).toMatchObject({
      topic: "LATIN_NAME",
      status: "PENDING",
      changes: { personalName: { from: "DARA", to: "DARAA" } },
      reason: "as my identity card says",
      proofs: [{ name: "card.png", contentType: "image/png" }],
      fields: [{ field: "personalName", now: "DARA", state: "as_asked" }],
    });
    expect(await person()).toMatchObject({ personalName: "DARA", version: 1 });
    expect(await listRequestsOf(student, personId)).toMatchObject([{ id, status: "PENDING" }]);
  });

  it("is refused without a difference, without proof, and for what cannot be", async () => {
    await expect(ask("LATIN_NAME", { familyName: "SOK", personalName: "DARA" })).rejects.toMatchObject({
      code: "people.change_asks_nothing",
    });
    await expect(ask("BIRTH", { dateOfBirth: "1850-01-01", birthProvince: null })).rejects.toMatchObject({
      code: "people.impossible_birth_date",
    });
    const input = { topic: "BIRTH", dateOfBirth: "2004-05-01", birthProvince: null, reason: "as it says" };
    expect(askChangeInput.safeParse({ ...input, proofIds: [] }).success).toBe(false);
    expect(askChangeInput.safeParse({ ...input, dateOfBirth: "", proofIds: [NO_FILE] }).success).toBe(false);
    expect(
      askChangeInput.safeParse({
        topic: "LATIN_NAME",
        familyName: "សុខ",
        personalName: "X",
        reason: "because",
        proofIds: [NO_FILE],
      }).success,
    ).toBe(false);
    // A proof of somebody else proves nothing, and two may not share one.
    const foreign = askChangeInput.parse({ ...input, proofIds: [await proof(other)] });
    await expect(askChangeCommand(student, foreign)).rejects.toMatchObject({
      fields: { proofIds: ["people.proof_not_found"] },
    });
    expect(await database.prisma.dataChangeRequest.count({ where: { personId } })).toBe(0);
  });

  it("takes PDF, JPEG and PNG by their content, whatever they are called", async () => {
    await expect(proof(student, "<html><script>alert(1)</script>")).rejects.toMatchObject({
      code: "people.proof_type",
    });
    await expect(proof(student, "GIF89a......")).rejects.toMatchObject({ code: "people.proof_type" });
    await expect(proof(student, "%PDF-1.7\n%âãÏÓ\n1 0 obj")).resolves.toBeTruthy();
    await expect(proof(student, Buffer.alloc(5 * 1_048_576 + 1, 1))).rejects.toMatchObject({
      code: "storage.too_large",
    });
  });

  it("waits once for each thing, until it is taken back", async () => {
    const { id } = await ask("LATIN_NAME", { familyName: "SOK", personalName: "DARAA" });
    await expect(ask("LATIN_NAME", { familyName: "SOKH", personalName: "DARA" })).rejects.toMatchObject({
      kind: "conflict",
      code: "people.change_asked_already",
    });
    await ask("BIRTH", { dateOfBirth: "2004-05-01", birthProvince: null });
    await expect(withdrawChangeCommand(other, { id, version: 1 })).rejects.toMatchObject({
      code: "people.change_request_not_found",
    });
    await withdrawChangeCommand(student, { id, version: 1 });
    await expect(withdrawChangeCommand(student, { id, version: 2 })).rejects.toMatchObject({
      code: "people.change_decided_already",
    });
    await ask("LATIN_NAME", { familyName: "SOKH", personalName: "DARA" });
    const topics = (await listRequestsOf(student, personId)).map(({ topic, status }) => `${topic} ${status}`);
    expect(topics.toSorted()).toEqual(["BIRTH PENDING", "LATIN_NAME PENDING", "LATIN_NAME WITHDRAWN"]);
  });

  it("is for the own record alone", async () => {
    for (const role of ["registrar", "auditor", "cashier", "admin"] as const) {
      await expect(
        ask(
          "BIRTH",
          { dateOfBirth: "2004-05-01", birthProvince: null },
          accountActor({ role, accountId: registrar.accountId }),
        ),
      ).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(listRequestsOf(other, personId)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(
      ask("BIRTH", { dateOfBirth: "2004-05-01", birthProvince: null }, { ...student, personId: null }),
    ).rejects.toMatchObject({ code: "people.no_own_record" });
  });
});

describe("deciding", () => {
  it("writes an approved name into the record, found by it at once, with the reason in the audit", async () => {
    const { id } = await ask("LATIN_NAME", { familyName: "SOKH", personalName: "DARAA" });
    expect(await approve(id, { reason: "seen on the card" })).toEqual({ id, status: "APPROVED" });
    expect(await person()).toMatchObject({
      familyName: "SOKH",
      personalName: "DARAA",
      version: 2,
      searchKey: expect.stringContaining("sokh"),
    });
    expect(await getRequest(registrar, id)).toMatchObject({
      status: "APPROVED",
      decision: "seen on the card",
    });
    const { rows } = await database.pool.query(
      "SELECT reason FROM audit.entry WHERE table_name = 'person' AND operation = 'UPDATE' AND subject_id = $1",
      [personId],
    );
    expect(rows).toEqual([{ reason: "seen on the card" }]);
    await expect(approve(id)).rejects.toMatchObject({ code: "people.change_decided_already" });
  });

  it("writes birth, and a paper that is verified with its proof as the scan", async () => {
    const birth = await ask("BIRTH", { dateOfBirth: "2004-05-01", birthProvince: "TAKEO" });
    await approve(birth.id);
    expect(await person()).toMatchObject({ dateOfBirth: dayToDb("2004-05-01"), birthProvince: "TAKEO" });
    const added = await ask("PAPERS", {
      kind: "PASSPORT",
      number: "n 123 456",
      country: "KH",
      expiresOn: "2034-05-01",
    });
    await approve(added.id);
    const [paper] = await database.prisma.identityPaper.findMany({ where: { personId } });
    const { proofs } = await getRequest(registrar, added.id);
    expect(paper).toMatchObject({
      kind: "PASSPORT",
      country: "KH",
      expiresOn: dayToDb("2034-05-01"),
      verifiedBy: registrar.accountId,
      fileId: proofs[0]?.id,
    });
    const changed = await ask("PAPERS", {
      paperId: paper?.id,
      kind: "PASSPORT",
      number: paper?.number,
      country: "KH",
      expiresOn: "2035-05-01",
    });
    expect((await getRequest(registrar, changed.id)).changes).toEqual({
      expiresOn: { from: "2034-05-01", to: "2035-05-01" },
    });
    await approve(changed.id);
    expect(await database.prisma.identityPaper.findMany({ where: { personId } })).toMatchObject([
      { expiresOn: dayToDb("2035-05-01") },
    ]);
    // Somebody else's paper is none of theirs.
    await expect(
      ask("PAPERS", { paperId: paper?.id, kind: "PASSPORT", number: "X1", country: "KH" }, other),
    ).rejects.toMatchObject({ code: "people.paper_not_found" });
  });

  it("refuses with a reason that the person reads", async () => {
    const { id } = await ask("LATIN_NAME", { familyName: "SOKH", personalName: "DARA" });
    await decideChangeCommand(registrar, {
      id,
      version: 1,
      decision: "REJECTED",
      reason: "the picture is blurred",
    });
    expect(await person()).toMatchObject({ familyName: "SOK", version: 1 });
    expect(await listRequestsOf(student, personId)).toMatchObject([
      { status: "REJECTED", decision: "the picture is blurred" },
    ]);
  });

  it("shows what moved since, and writes over it only when somebody saw it", async () => {
    const { id } = await ask("LATIN_NAME", { familyName: "SOKH", personalName: "DARA" });
    const before = await getRequest(registrar, id);
    await writeTx(systemActor("test"), {}, (tx) =>
      tx.person.update({ where: { id: personId }, data: { familyName: "SUK", version: { increment: 1 } } }),
    );
    // On the values of before: a conflict, even with the wish to write over.
    await expect(approve(id, { shownVersion: before.currentVersion, overwrite: true })).rejects.toMatchObject(
      {
        kind: "stale",
        code: "people.change_request_stale",
      },
    );
    expect((await getRequest(registrar, id)).fields).toMatchObject([
      { field: "familyName", from: "SOK", to: "SOKH", now: "SUK", state: "changed" },
    ]);
    await expect(approve(id)).rejects.toMatchObject({ code: "people.change_request_stale" });
    await approve(id, { overwrite: true });
    expect(await person()).toMatchObject({ familyName: "SOKH" });
  });

  it("fails as a whole when the record's own rules refuse", async () => {
    const { id } = await ask("BIRTH", { dateOfBirth: "2004-05-01", birthProvince: "TAKEO" });
    await writeTx(systemActor("test"), {}, (tx) =>
      tx.person.update({ where: { id: personId }, data: { citizenship: "FR", version: { increment: 1 } } }),
    );
    await expect(approve(id)).rejects.toMatchObject({ code: "people.province_of_foreigner" });
    expect(await getRequest(registrar, id)).toMatchObject({ status: "PENDING", version: 1 });
  });

  it("is not for the person concerned, with whichever account", async () => {
    const { id } = await ask("BIRTH", { dateOfBirth: "2004-05-01", birthProvince: null });
    const both = await makeAccount(database.pool, { role: "registrar" });
    const self = accountActor({ accountId: both.id, personId });
    await expect(approve(id, {}, self)).rejects.toMatchObject({
      kind: "forbidden",
      code: "people.change_two_persons",
    });
    // Whoever writes past the command meets the same rule in the database.
    await expect(
      writeTx(systemActor("test"), {}, (tx) =>
        tx.dataChangeRequest.update({
          where: { id },
          data: { status: "APPROVED", decidedAt: new Date(), decidedBy: student.accountId },
        }),
      ),
    ).rejects.toMatchObject({ code: "people.change_two_persons" });
  });

  it("of two at once counts once", async () => {
    const { id } = await ask("BIRTH", { dateOfBirth: "2004-05-01", birthProvince: null });
    const results = await Promise.allSettled([approve(id), approve(id), approve(id)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await person()).toMatchObject({ version: 2 });
  });

  it("is for registrars within their reach", async () => {
    const { id } = await ask("BIRTH", { dateOfBirth: "2004-05-01", birthProvince: null });
    for (const role of ["auditor", "academic_director", "teacher", "student", "cashier", "admin"] as const) {
      await expect(approve(id, {}, accountActor({ role }))).rejects.toMatchObject({ kind: "forbidden" });
    }
    const part = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "NONE" }] });
    await expect(approve(id, {}, part)).rejects.toMatchObject({ code: "people.change_request_not_found" });
    await expect(getRequest(part, id)).rejects.toMatchObject({ code: "people.change_request_not_found" });
    expect((await listRequests(part, loadRequestListParams({}))).total).toBe(0);
    expect(await countPendingRequests(part)).toBe(0);
    expect(await countPendingRequests(registrar)).toBeGreaterThan(0);
    expect(await countPendingRequests(accountActor({ role: "cashier" }))).toBeNull();
  });
});

describe("proofs", () => {
  it("are handed to the person and to staff in reach, and to nobody else", async () => {
    const { id } = await ask("BIRTH", { dateOfBirth: "2004-05-01", birthProvince: null });
    const { proofs } = await getRequest(registrar, id);
    const fileId = proofs[0]?.id ?? "";
    await expect(openProof(student, fileId)).resolves.toMatchObject({ personId, contentType: "image/png" });
    await expect(openProof(registrar, fileId)).resolves.toMatchObject({ personId, contentType: "image/png" });
    await expect(openProof(accountActor({ role: "auditor" }), fileId)).resolves.toMatchObject({
      personId,
      contentType: "image/png",
    });
    const part = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "NONE" }] });
    for (const actor of [other, part, accountActor({ role: "cashier" }), accountActor({ role: "teacher" })]) {
      await expect(openProof(actor, fileId)).rejects.toMatchObject({ code: "storage.file_not_found" });
    }
  });
});

describe("own contacts", () => {
  it("are changed without asking, those of others never", async () => {
    const phone = { phone: "012 345 678", comment: null, isPreferred: false, isTelegram: true };
    const { id } = await addPhoneCommand(student, { number, ...phone });
    const contact = {
      name: "Mother",
      relationship: "MOTHER" as const,
      primaryPhone: "012 999 999",
      secondaryPhone: null,
      email: null,
      address: null,
      isLegalGuardian: false,
      isEmergency: true,
      isGeneral: true,
    };
    await addContactCommand(student, { number, ...contact });
    const address = {
      personId,
      id: null,
      version: null,
      kind: "CURRENT" as const,
      country: "KH",
      province: "SIEM_REAP",
      district: null,
      commune: null,
      village: null,
      line: "Street 6",
      postalCode: null,
    };
    await saveAddressCommand(student, address);
    await editOwnEmailCommand(student, { version: 1, personalEmail: "dara@mail.example" });
    expect(await findOwnProfile(student)).toMatchObject({
      personId,
      record: { number },
      personalEmail: "dara@mail.example",
      phones: [{ phone: "012 345 678", isPreferred: true }],
      contacts: [{ name: "Mother" }],
    });
    await expect(addPhoneCommand(other, { number, ...phone })).rejects.toMatchObject({ kind: "not_found" });
    await expect(removePhoneCommand(other, { number, id, version: 1 })).rejects.toMatchObject({
      kind: "not_found",
    });
    await expect(saveAddressCommand(other, address)).rejects.toMatchObject({ kind: "not_found" });
    await expect(
      addPhoneCommand(accountActor({ role: "auditor" }), { number, ...phone }),
    ).rejects.toMatchObject({
      kind: "forbidden",
    });
    // Papers are asked for, not written.
    await expect(
      savePaperCommand(student, {
        personId,
        id: null,
        version: null,
        kind: "PASSPORT",
        number: "X1",
        country: "KH",
        issuedOn: null,
        expiresOn: null,
        issuedBy: null,
        fileId: null,
      }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});

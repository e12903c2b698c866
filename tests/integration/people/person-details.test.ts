import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addContactCommand, editContactCommand } from "@/lib/people/commands/contacts";
import { saveAddressCommand } from "@/lib/people/details/commands/addresses";
import { removeEmploymentCommand, saveEmploymentCommand } from "@/lib/people/details/commands/employments";
import { editMaritalStatusCommand, saveLegalNameCommand } from "@/lib/people/details/commands/legal-name";
import { removeMonkPeriodCommand, saveMonkPeriodCommand } from "@/lib/people/details/commands/monk-periods";
import {
  removePaperCommand,
  savePaperCommand,
  verifyPaperCommand,
} from "@/lib/people/details/commands/papers";
import { removeRelationCommand, saveRelationCommand } from "@/lib/people/details/commands/relations";
import { paperScan } from "@/lib/people/details/files";
import { findPaperScan, getPersonDetails } from "@/lib/people/details/queries";
import {
  saveAddressInput,
  saveEmploymentInput,
  saveLegalNameInput,
  savePaperInput,
  saveRelationInput,
} from "@/lib/people/details/schemas";
import { getStudent } from "@/lib/people/queries/get-student";
import { addContactInput, editContactInput, editStudentInput } from "@/lib/people/schemas";
import { systemActor } from "@/lib/platform/access/actor";
import { listHistory } from "@/lib/platform/audit/queries";
import { seesAllColumns } from "@/lib/platform/audit/sight";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { writeTx } from "@/lib/platform/db/transaction";
import { getFile, putFile } from "@/lib/platform/storage/files";
import { openKeptFile } from "@/lib/platform/storage/keep";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
const registrar = accountActor({ accountId: 1 });
const colleague = accountActor({ accountId: 2 });
const auditor = accountActor({ accountId: 3, role: "auditor" });
const elsewhere = accountActor({ accountId: 4, scopes: [{ kind: "PROGRAMME", ref: "TESOL" }] });
const folder = mkdtempSync(join(tmpdir(), "naga-details-test-"));
const newRow = { id: null, version: null };

beforeAll(async () => {
  process.env.NAGA_STORAGE_DIR = folder;
  database = await createTestDatabase();
  await database.pool.query(
    `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
     INSERT INTO account (id, email, display_name) SELECT n, n || '@demo.naga.example', 'Registrar ' || n
       FROM generate_series(1, 4) n; COMMIT`,
  );
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the database says to whoever writes past every command. */
async function written(sql: string, values: unknown[]): Promise<string | null> {
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('naga.actor', 'system:test', true)");
    await client.query(sql, values);
    await client.query("COMMIT");
    return null;
  } catch (error) {
    await client.query("ROLLBACK");
    return (error as { constraint?: string }).constraint ?? String(error);
  } finally {
    client.release();
  }
}

const address = (over: object = {}) =>
  saveAddressInput.parse({
    ...newRow,
    personId: 1,
    kind: "CURRENT",
    country: "kh",
    province: "KEP",
    district: "",
    commune: "  Prey Thum ",
    village: null,
    line: null,
    postalCode: null,
    ...over,
  });
const paper = (over: object = {}) =>
  savePaperInput.parse({
    ...newRow,
    personId: 1,
    kind: "NATIONAL_ID",
    number: " ០១២ 345 a",
    country: "KH",
    issuedOn: "2020-01-01",
    expiresOn: "2030-01-01",
    issuedBy: null,
    fileId: null,
    ...over,
  });
const scan = (content: string | Buffer = Buffer.from("%PDF-1.7 a scan"), actor = registrar) =>
  putFile(actor, { stream: Readable.from([Buffer.from(content)]), name: "id card.pdf", purpose: paperScan });

describe("addresses", () => {
  it("are one of each kind, cleaned, changed on top of what was shown, and in the history", async () => {
    const { personId } = await makeStudent();
    const { id } = await saveAddressCommand(registrar, address({ personId }));
    expect((await getPersonDetails(registrar, personId)).addresses).toEqual([
      expect.objectContaining({ id, version: 1, country: "KH", district: null, commune: "Prey Thum" }),
    ]);
    await expect(saveAddressCommand(colleague, address({ personId }))).rejects.toMatchObject({
      kind: "conflict",
      code: "people.address_kind_taken",
    });
    await saveAddressCommand(registrar, address({ personId, id, version: 1, village: "Bridge" }));
    await expect(
      saveAddressCommand(colleague, address({ personId, id, version: 1, village: "River" })),
    ).rejects.toMatchObject({ kind: "stale", code: "people.stale" });
    const { rows } = await listHistory(registrar, personId, 1, 10, seesAllColumns);
    expect(rows[0]).toMatchObject({ table: "person_address", operation: "UPDATE", actor: "account:1" });
  });

  it("lie in one of the 25 provinces, or abroad, and say something", async () => {
    const issue = (over: object) => {
      const given = { ...address(), ...over };
      return saveAddressInput.safeParse(given).error?.issues[0]?.message;
    };
    expect(issue({ province: "ATLANTIS" })).toBe("people.address_province");
    expect(issue({ country: "FR", province: "Bretagne" })).toBeUndefined();
    expect(issue({ province: null, commune: null })).toBe("people.address_empty");
    expect(issue({ country: "France" })).toBe("people.country_code");
    const { personId } = await makeStudent();
    expect(
      await written("INSERT INTO person_address (person_id, kind) VALUES ($1, 'CURRENT')", [personId]),
    ).toBe("person_address_says_something");
  });
});

describe("identity papers", () => {
  it("belong to one person each; a family's book to all of it", async () => {
    const [one, two] = [await makeStudent(), await makeStudent()];
    await savePaperCommand(registrar, paper({ personId: one.personId, number: "shared 1" }));
    await expect(
      savePaperCommand(registrar, paper({ personId: two.personId, number: "SHARED  1" })),
    ).rejects.toMatchObject({ code: "people.paper_taken", fields: { number: ["people.paper_taken"] } });
    const book = { kind: "FAMILY_BOOK", number: "77" };
    await savePaperCommand(registrar, paper({ personId: one.personId, ...book }));
    await savePaperCommand(registrar, paper({ personId: two.personId, ...book }));
    await expect(
      savePaperCommand(registrar, paper({ personId: two.personId, ...book })),
    ).rejects.toMatchObject({
      code: "people.paper_twice",
    });
  });

  it("say when they are out of date", async () => {
    const { personId } = await makeStudent();
    const today = campusToday();
    const days = { expired: addDays(today, -1), soon: addDays(today, 30), valid: addDays(today, 400) };
    for (const [number, expiresOn] of Object.entries(days)) {
      await savePaperCommand(registrar, paper({ personId, number, kind: "OTHER", expiresOn }));
    }
    const { papers } = await getPersonDetails(registrar, personId);
    expect(Object.fromEntries(papers?.map((row) => [row.number, row.state]) ?? [])).toEqual({
      EXPIRED: "expired",
      SOON: "soon",
      VALID: "valid",
    });
    expect(savePaperInput.safeParse({ ...paper(), expiresOn: "2019-01-01" }).error?.issues[0]?.message).toBe(
      "people.paper_days",
    );
    expect(await written("UPDATE identity_paper SET expires_on = '1999-01-01'", [])).toBe(
      "identity_paper_days",
    );
  });

  it("lose their verification when what staff saw changes, and keep it when only the office does", async () => {
    const { personId } = await makeStudent();
    const { id } = await savePaperCommand(registrar, paper({ personId, number: "V1" }));
    await verifyPaperCommand(colleague, { personId, id, version: 1, verified: true });
    const seen = async () => (await getPersonDetails(registrar, personId)).papers?.[0];
    expect(await seen()).toMatchObject({ verifiedBy: "Registrar 2", version: 2 });
    const row = { personId, id, number: "V1" };
    await savePaperCommand(registrar, paper({ ...row, version: 2, issuedBy: "Ministry" }));
    expect((await seen())?.verifiedAt).not.toBeNull();
    await savePaperCommand(registrar, paper({ ...row, version: 3, number: "V2" }));
    expect(await seen()).toMatchObject({ verifiedAt: null, verifiedBy: null, version: 4 });
    await expect(
      verifyPaperCommand(registrar, { personId, id, version: 3, verified: true }),
    ).rejects.toMatchObject({ kind: "stale" });
  });

  it("keep their scan, judged by its content, and let it go with the paper", async () => {
    const { personId } = await makeStudent();
    await expect(scan("<script>alert(1)</script>")).rejects.toMatchObject({ code: "people.not_a_scan" });
    const [first, second] = [await scan(), await scan(Buffer.from("%PDF-1.7 another"))];
    const { id } = await savePaperCommand(registrar, paper({ personId, number: "S1", fileId: first.id }));
    const expiry = async (fileId: string) =>
      (await database.pool.query("SELECT expires_at FROM stored_file WHERE id = $1", [fileId])).rows[0]
        .expires_at;
    expect(await expiry(first.id)).toBeNull();
    const found = await findPaperScan(auditor, id);
    const opened = await openKeptFile(auditor, found.fileId, paperScan);
    expect(await text(opened.stream)).toBe("%PDF-1.7 a scan");
    // The general door hands it to nobody, not even to whoever sent it in.
    await expect(getFile(registrar, first.id)).rejects.toMatchObject({ code: "storage.file_not_found" });
    await savePaperCommand(registrar, paper({ personId, id, version: 1, number: "S1", fileId: second.id }));
    expect(await expiry(first.id)).not.toBeNull();
    await removePaperCommand(registrar, { personId, id, version: 2 });
    expect(await expiry(second.id)).not.toBeNull();
    await expect(findPaperScan(registrar, id)).rejects.toMatchObject({ code: "people.paper_not_found" });
  });

  it("take only what the same person sent in", async () => {
    const { personId } = await makeStudent();
    const foreign = await scan(undefined, colleague);
    await expect(
      savePaperCommand(registrar, paper({ personId, number: "F1", fileId: foreign.id })),
    ).rejects.toMatchObject({ code: "storage.file_not_found" });
    expect((await getPersonDetails(registrar, personId)).papers).toEqual([]);
  });
});

describe("relations", () => {
  const relation = (personId: number, otherId: number, role: string, over: object = {}) =>
    saveRelationInput.parse({ ...newRow, personId, otherId, role, note: null, ...over });
  const seen = async (personId: number) =>
    (await getPersonDetails(registrar, personId)).relations?.map((row) => [row.otherId, row.role, row.href]);

  it("stand once and are shown from both sides, with the link to the record", async () => {
    const [a, b] = [await makeStudent(), await makeStudent({ number: 12 })];
    await saveRelationCommand(registrar, relation(b.personId, a.personId, "SIBLING"));
    expect(await seen(a.personId)).toEqual([[b.personId, "SIBLING", "/students/00012"]]);
    expect(await seen(b.personId)).toEqual([[a.personId, "SIBLING", `/students/${a.number}`]]);
    await expect(
      saveRelationCommand(registrar, relation(a.personId, b.personId, "SIBLING")),
    ).rejects.toMatchObject({ code: "people.relation_taken" });
  });

  it("turn round, are changed and taken away from either side", async () => {
    const [child, parent] = [await makeStudent(), await makeStudent()];
    const { id } = await saveRelationCommand(registrar, relation(parent.personId, child.personId, "CHILD"));
    expect((await seen(child.personId))?.[0]?.[1]).toBe("PARENT");
    // Who is the parent of somebody is not also the child.
    await expect(
      saveRelationCommand(registrar, relation(child.personId, parent.personId, "CHILD")),
    ).rejects.toMatchObject({ code: "people.relation_taken" });
    const edited = relation(child.personId, parent.personId, "GUARDIAN", { id, version: 1, note: "aunt" });
    await saveRelationCommand(registrar, edited);
    expect((await seen(parent.personId))?.[0]?.[1]).toBe("WARD");
    await removeRelationCommand(registrar, { personId: parent.personId, id, version: 2 });
    expect(await seen(child.personId)).toEqual([]);
  });

  it("are of two people whom the actor reaches", async () => {
    const [a, b] = [await makeStudent(), await makeStudent()];
    expect(
      saveRelationInput.safeParse({
        ...newRow,
        personId: 5,
        otherId: 5,
        role: "SIBLING",
        note: null,
      }).error?.issues[0]?.message,
    ).toBe("people.relation_to_oneself");
    await expect(
      saveRelationCommand(registrar, relation(a.personId, 1_999_999_999, "SIBLING")),
    ).rejects.toMatchObject({ kind: "not_found" });
    await saveRelationCommand(registrar, relation(a.personId, b.personId, "SPOUSE"));
    const [small, large] = [a.personId, b.personId].sort((x, y) => x - y);
    const insert = "INSERT INTO person_relation (person_id, related_id, kind) VALUES ($1, $2, 'SIBLING')";
    expect(await written(insert, [large, small])).toBe("person_relation_smaller_first");
    expect(await written(insert, [small, small])).toBe("person_relation_of_two");
  });
});

describe("monks", () => {
  const period = (personId: number, over: object = {}) => ({
    ...newRow,
    personId,
    ordainedOn: "2025-01-10",
    leftOn: null,
    pagoda: "Lotus Pagoda",
    ...over,
  });
  const isMonk = async (number: number) => (await getStudent(registrar, number)).student.isMonk;

  it("are so while a period is open, in the same transaction, with the history of both", async () => {
    const { personId, number } = await makeStudent();
    const { id } = await saveMonkPeriodCommand(registrar, period(personId));
    expect(await isMonk(number)).toBe(true);
    await saveMonkPeriodCommand(registrar, period(personId, { id, version: 1, leftOn: "2025-06-30" }));
    expect(await isMonk(number)).toBe(false);
    const { rows } = await listHistory(registrar, personId, 1, 20, seesAllColumns);
    const changes = rows.filter((row) => row.table === "student" && row.operation === "UPDATE");
    expect(changes.map((row) => row.new?.is_monk)).toEqual([false, true]);
    const request = rows.find((row) => row.table === "monk_period" && row.operation === "INSERT")?.requestId;
    expect(changes.some((row) => row.requestId === request)).toBe(true);
    // Both moved the version: who had the student open learns of it.
    expect((await getStudent(registrar, number)).student.version).toBe(3);
  });

  it("cannot be made beside the periods, neither by the form nor by the database", async () => {
    const { personId, number } = await makeStudent();
    expect(editStudentInput.safeParse({ number, version: 1, isMonk: true }).success).toBe(false);
    expect(await written("UPDATE student SET is_monk = true WHERE person_id = $1", [personId])).toBe(
      "student_monk_by_period",
    );
    await expect(
      writeTx(systemActor("test"), {}, (tx) =>
        tx.student.update({ where: { personId }, data: { isMonk: true } }),
      ),
    ).rejects.toMatchObject({ code: "people.monk_by_period" });
    const born = await makeStudent({ isMonk: true });
    expect(await written("UPDATE student SET is_monk = false WHERE person_id = $1", [born.personId])).toBe(
      "student_monk_by_period",
    );
  });

  it("have periods that follow each other, none in the future", async () => {
    const { personId, number } = await makeStudent();
    await saveMonkPeriodCommand(registrar, period(personId, { leftOn: "2025-06-30" }));
    await expect(
      saveMonkPeriodCommand(registrar, period(personId, { ordainedOn: "2025-06-01" })),
    ).rejects.toMatchObject({ kind: "conflict", code: "people.monk_periods_overlap" });
    await expect(
      saveMonkPeriodCommand(registrar, period(personId, { ordainedOn: addDays(campusToday(), 1) })),
    ).rejects.toMatchObject({ fields: { ordainedOn: ["people.monk_day_in_future"] } });
    const open = await saveMonkPeriodCommand(registrar, period(personId, { ordainedOn: "2025-07-01" }));
    await removeMonkPeriodCommand(registrar, { personId, id: open.id, version: 1 });
    expect(await isMonk(number)).toBe(false);
  });

  it("open one period when two people write at once", async () => {
    const { personId } = await makeStudent();
    const results = await Promise.allSettled(
      [registrar, colleague, registrar].map((actor) => saveMonkPeriodCommand(actor, period(personId))),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect((await getPersonDetails(registrar, personId)).monkPeriods).toHaveLength(1);
  });
});

describe("names for documents and marital status", () => {
  const legal = (personId: number, over: object = {}) =>
    saveLegalNameInput.parse({
      personId,
      version: 1,
      useLegalName: true,
      legalFamilyName: "sokh",
      legalPersonalName: "Da-Ra",
      legalKhmerName: "",
      legalGender: "",
      ...over,
    });

  it("are whole when they are used", async () => {
    const { personId } = await makeStudent();
    await saveLegalNameCommand(registrar, legal(personId));
    expect((await getPersonDetails(registrar, personId)).legal).toMatchObject({
      useLegalName: true,
      legalFamilyName: "SOKH",
      legalPersonalName: "DA-RA",
      legalKhmerName: null,
    });
    const half = { ...legal(personId), legalPersonalName: "" };
    expect(saveLegalNameInput.safeParse(half).error?.issues[0]).toMatchObject({
      message: "people.legal_name_incomplete",
      path: ["legalPersonalName"],
    });
    expect(await written("UPDATE person SET legal_family_name = NULL WHERE id = $1", [personId])).toBe(
      "person_legal_name_complete",
    );
    expect(await written("UPDATE person SET legal_family_name = 'ផល' WHERE id = $1", [personId])).toBe(
      "person_legal_name_letters",
    );
  });

  it("show the second who edits what the first wrote", async () => {
    const { personId } = await makeStudent();
    await editMaritalStatusCommand(registrar, { personId, version: 1, maritalStatus: "MARRIED" });
    const late = saveLegalNameCommand(colleague, legal(personId));
    await expect(late).rejects.toMatchObject({ kind: "stale", explained: { value: { version: 2 } } });
    expect((await getPersonDetails(registrar, personId)).maritalStatus).toBe("MARRIED");
  });
});

describe("contacts", () => {
  const contact = {
    name: "SOK CHAN",
    relationship: "MOTHER",
    primaryPhone: "012 345 678",
    isEmergency: true,
  };

  it("have two different numbers, however they are written", async () => {
    const { number, personId } = await makeStudent();
    const given = { number, ...contact, isGeneral: false, isLegalGuardian: true, email: "CHAN@mail.example" };
    const same = { ...given, secondaryPhone: "+855 12 345 678" };
    expect(addContactInput.safeParse(same).error?.issues[0]?.message).toBe("people.contact_phones_same");
    const { id } = await addContactCommand(
      registrar,
      addContactInput.parse({ ...given, secondaryPhone: "096 111 2222", address: "House 3" }),
    );
    expect((await getStudent(registrar, number)).contacts[0]).toMatchObject({
      secondaryPhone: "096 111 2222",
      email: "chan@mail.example",
      address: "House 3",
      isLegalGuardian: true,
    });
    // What a change leaves out stays.
    await editContactCommand(
      registrar,
      editContactInput.parse({ number, id, version: 1, ...contact, isGeneral: true }),
    );
    expect((await getStudent(registrar, number)).contacts[0]).toMatchObject({ address: "House 3" });
    expect(
      await written("UPDATE emergency_contact SET secondary_phone = '០១២-345-678' WHERE person_id = $1", [
        personId,
      ]),
    ).toBe("emergency_contact_phones_differ");
    expect(
      await written("UPDATE emergency_contact SET is_emergency = false, is_general = false WHERE id = $1", [
        id,
      ]),
    ).toBe("emergency_contact_used");
  });
});

describe("whose details", () => {
  const work = (personId: number) =>
    saveEmploymentInput.parse({
      ...newRow,
      personId,
      employer: "Palm Hotel",
      jobTitle: "",
      phone: "",
      startedOn: "2024-01-01",
      endedOn: "",
    });

  it("are read by those who reach the person, written by those who may edit, and nobody else's exist", async () => {
    const { personId } = await makeStudent();
    const { id } = await saveEmploymentCommand(registrar, work(personId));
    expect((await getPersonDetails(auditor, personId)).employments).toHaveLength(1);
    await expect(saveEmploymentCommand(auditor, work(personId))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(getPersonDetails(elsewhere, personId)).rejects.toMatchObject({
      kind: "not_found",
      code: "people.person_not_found",
    });
    await expect(removeEmploymentCommand(elsewhere, { personId, id, version: 1 })).rejects.toMatchObject({
      kind: "not_found",
    });
    const other = await makeStudent();
    await expect(
      removeEmploymentCommand(registrar, { personId: other.personId, id, version: 1 }),
    ).rejects.toMatchObject({ code: "people.employment_not_found" });
    const cashier = accountActor({ role: "cashier" });
    await expect(getPersonDetails(cashier, personId)).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("come to a student from the own record only", async () => {
    const [me, other] = [await makeStudent(), await makeStudent()];
    const scopes = [{ kind: "OWN" as const, ref: null }];
    const actor = accountActor({ role: "student", personId: me.personId, scopes });
    expect(await getPersonDetails(actor, me.personId)).toMatchObject({ papers: [], addresses: [] });
    await expect(getPersonDetails(actor, other.personId)).rejects.toMatchObject({ kind: "not_found" });
    await expect(saveEmploymentCommand(actor, work(me.personId))).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  it("of a teacher are reached from the own department", async () => {
    const { personId } = await writeTx(systemActor("test"), {}, async (tx) => {
      await tx.department.create({ data: { code: "ACAD", name: "Academic", nameKm: "សិក្សា" } });
      const person = await tx.person.create({
        data: { familyName: "TEP", personalName: "NARY", searchKey: "tep nary" },
      });
      return tx.teacher.create({
        data: {
          personId: person.id,
          number: 1,
          terminalDegree: "MASTER",
          startDate: new Date("2020-01-01"),
          departmentCode: "ACAD",
        },
      });
    });
    const director = (ref: string) =>
      accountActor({ role: "academic_director", scopes: [{ kind: "DEPARTMENT", ref }] });
    expect(await getPersonDetails(director("ACAD"), personId)).toMatchObject({ isStudent: false });
    await expect(getPersonDetails(director("LANG"), personId)).rejects.toMatchObject({ kind: "not_found" });
  });
});

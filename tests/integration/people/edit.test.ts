import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeStatusCommand } from "@/lib/people/commands/change-status";
import { addContactCommand, removeContactCommand } from "@/lib/people/commands/contacts";
import { editPersonCommand } from "@/lib/people/commands/edit-person";
import { editStudentCommand } from "@/lib/people/commands/edit-student";
import { addPhoneCommand, editPhoneCommand, removePhoneCommand } from "@/lib/people/commands/phones";
import { findStudent, getStudent } from "@/lib/people/queries/get-student";
import { addContactInput, editPersonInput, editStudentInput } from "@/lib/people/schemas";
import { listHistory } from "@/lib/platform/audit/queries";
import { seesAllColumns } from "@/lib/platform/audit/sight";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import type { AppError } from "@/lib/platform/errors";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
const first = accountActor({ accountId: 1, displayName: "first" });
const second = accountActor({ accountId: 2, displayName: "second" });

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query(
    `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
     INSERT INTO account (id, email, display_name) VALUES (1, 'one@demo.naga.example', 'Registrar One'),
                                                          (2, 'two@demo.naga.example', 'Registrar Two'); COMMIT`,
  );
});
afterAll(() => database.close());

describe("two people edit one record", () => {
  it("shows the second both values and keeps the first", async () => {
    const { number } = await makeStudent();
    const input = (familyName: string) => editPersonInput.parse({ number, version: 1, familyName });
    await editPersonCommand(first, input("  keo "));
    const error = await editPersonCommand(second, input("Chea")).then(
      () => null,
      (thrown: AppError) => thrown,
    );
    expect(error).toMatchObject({ kind: "stale", code: "people.stale", status: 409 });
    expect(error?.explained?.value).toMatchObject({
      version: 2,
      fields: [{ field: "familyName", before: "TEP", theirs: "KEO", mine: "CHEA", by: "Registrar One" }],
    });
    expect((await getStudent(second, number)).person).toMatchObject({ familyName: "KEO", version: 2 });
    // Having seen it, the second may decide for the own value.
    await editPersonCommand(second, editPersonInput.parse({ number, version: 2, familyName: "Chea" }));
    expect((await getStudent(first, number)).person).toMatchObject({ familyName: "CHEA", version: 3 });
  });

  it("lets exactly one of twenty at once win", async () => {
    const { number } = await makeStudent();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        editStudentCommand(
          i % 2 ? first : second,
          editStudentInput.parse({ number, version: 1, isTransfer: i % 2 === 0 }),
        ),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ kind: "stale", code: "people.stale" });
    }
    expect((await getStudent(first, number)).student.version).toBe(2);
  });
});

describe("editing a person", () => {
  it("stores names normalised, keeps the search in step and the audit with who did it", async () => {
    const { number, personId } = await makeStudent();
    const input = {
      number,
      version: 1,
      khmerFamilyName: " ទេព\u200b ",
      khmerPersonalName: "ស\u17d2រ\u17d2តី",
    };
    await editPersonCommand(first, editPersonInput.parse(input));
    const { person } = await getStudent(first, number);
    expect(person).toMatchObject({
      khmerFamilyName: "ទេព",
      khmerPersonalName: "ស្ត្រី",
      khmerNameSource: "VERIFIED",
    });
    const { rows } = await listHistory(first, personId, 1, 50, seesAllColumns);
    expect(rows[0]).toMatchObject({
      actor: "account:1",
      by: "Registrar One",
      table: "person",
      operation: "UPDATE",
      subjectId: personId,
      old: { khmer_family_name: null, version: 1 },
      new: { khmer_family_name: "ទេព", version: 2 },
    });
  });

  it("refuses what cannot be, by field", async () => {
    const { number } = await makeStudent();
    const edit = (changes: object) =>
      editPersonCommand(first, editPersonInput.parse({ number, version: 1, ...changes }));
    await expect(edit({ birthProvince: "SIEM_REAP", citizenship: "FR" })).rejects.toMatchObject({
      fields: { birthProvince: ["people.province_of_foreigner"] },
    });
    await expect(edit({ dateOfBirth: "2025-01-01" })).rejects.toMatchObject({
      code: "people.impossible_birth_date",
    });
    expect(
      editPersonInput.safeParse({ number, version: 1, familyName: "សុខ" }).error?.issues[0]?.message,
    ).toBe("people.latin_name_letters");
    expect(editPersonInput.safeParse({ number, version: 1 }).success).toBe(false);
    expect(editPersonInput.safeParse({ number, version: 1, searchKey: "x" }).success).toBe(false);
    expect((await getStudent(first, number)).person.version).toBe(1);
  });

  it("says whose e-mail it is not", async () => {
    const [a, b] = [await makeStudent(), await makeStudent()];
    const edit = (number: number) =>
      editPersonCommand(
        first,
        editPersonInput.parse({ number, version: 1, schoolEmail: "Same@puc.example" }),
      );
    await edit(a.number);
    await expect(edit(b.number)).rejects.toMatchObject({
      kind: "conflict",
      code: "people.school_email_taken",
    });
  });
});

describe("a change of status", () => {
  it("moves, remembers reason and day, and refuses the impossible with the rule", async () => {
    const { number, personId } = await makeStudent({ statusSince: "2025-01-06" });
    const change = (over: object) =>
      changeStatusCommand(first, {
        number,
        version: 1,
        to: "GRADUATED",
        effectiveOn: "2026-03-01",
        reason: "degree awarded",
        ...over,
      });
    await expect(change({ to: "UNKNOWN" })).rejects.toMatchObject({
      kind: "refused",
      explained: { value: false, because: [{ rule: "people.status_move_not_allowed" }] },
    });
    await expect(change({ effectiveOn: addDays(campusToday(), 1) })).rejects.toMatchObject({
      kind: "refused",
    });
    await expect(change({ effectiveOn: "2024-12-31" })).rejects.toMatchObject({ kind: "refused" });
    await change({});
    expect((await getStudent(first, number)).student).toMatchObject({
      status: "GRADUATED",
      statusSince: "2026-03-01",
      statusReason: "degree awarded",
      version: 2,
    });
    const { rows } = await listHistory(first, personId, 1, 5, seesAllColumns);
    expect(rows.map((row) => row.reason)).toContain("degree awarded");
    await expect(change({ to: "ACTIVE" })).rejects.toMatchObject({ kind: "stale" });
    await expect(changeStatusCommand(accountActor({ role: "cashier" }), {} as never)).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});

describe("phones and contacts", () => {
  const phone = { comment: null, isPreferred: false, isTelegram: false };

  it("keep one preferred number", async () => {
    const { number } = await makeStudent();
    const one = await addPhoneCommand(first, { number, phone: "012 345 678", ...phone });
    const two = await addPhoneCommand(first, { number, phone: "096 111 2222", ...phone });
    expect((await getStudent(first, number)).phones.map((row) => [row.id, row.isPreferred])).toEqual([
      [one.id, true],
      [two.id, false],
    ]);
    await editPhoneCommand(first, {
      number,
      id: two.id,
      version: 1,
      phone: "096 111 2222",
      ...phone,
      isPreferred: true,
    });
    expect((await getStudent(first, number)).phones.map((row) => [row.id, row.isPreferred])).toEqual([
      [two.id, true],
      [one.id, false],
    ]);
    await expect(removePhoneCommand(first, { number, id: one.id, version: 1 })).rejects.toMatchObject({
      kind: "stale",
    });
    await removePhoneCommand(first, { number, id: one.id, version: 2 });
    await expect(removePhoneCommand(first, { number, id: one.id, version: 2 })).rejects.toMatchObject({
      code: "people.phone_not_found",
    });
  });

  it("keep one preferred number when several people choose at once, and refuse nobody", async () => {
    const { number } = await makeStudent();
    const preferred = async () =>
      (await getStudent(first, number)).phones.filter((row) => row.isPreferred).map((row) => row.id);
    const add = (place: number) =>
      addPhoneCommand(place % 2 ? first : second, { number, phone: `012 345 60${place}`, ...phone });
    // Nobody asks for it, but the first number of all is the preferred one.
    const ids = (await Promise.all([0, 1, 2, 3, 4, 5].map(add))).map(({ id }) => id);
    expect(await preferred()).toHaveLength(1);
    const rows = (await getStudent(first, number)).phones;
    const others = rows.filter((row) => !row.isPreferred);
    await Promise.all(
      others.map(({ id, version, phone: text }, place) =>
        editPhoneCommand(place % 2 ? first : second, {
          number,
          id,
          version,
          phone: text,
          ...phone,
          isPreferred: true,
        }),
      ),
    );
    const chosen = await preferred();
    expect(chosen).toHaveLength(1);
    expect(others.map((row) => row.id)).toContain(chosen[0]);
    expect(ids).toHaveLength(6);
  });

  it("stand once, however they are written and whoever adds them at the same moment", async () => {
    const { number } = await makeStudent();
    const written = ["012 345 678", "+855 12 345 678", "០១២ ៣៤៥ ៦៧៨", "012-345-678"];
    const results = await Promise.allSettled(
      written.map((text) => addPhoneCommand(first, { number, phone: text, ...phone })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({
          code: "people.phone_twice",
          fields: { phone: ["people.phone_twice"] },
        });
      }
    }
    const other = await addPhoneCommand(second, { number, phone: "096 111 2222", ...phone });
    await expect(
      editPhoneCommand(second, { number, id: other.id, version: 1, phone: "012345678", ...phone }),
    ).rejects.toMatchObject({ code: "people.phone_twice" });
  });

  it("always have a preferred one: the next when it is removed or no longer wanted", async () => {
    const { number } = await makeStudent();
    const add = (text: string) => addPhoneCommand(first, { number, phone: text, ...phone });
    const [one, two] = [await add("012 345 678"), await add("096 111 2222")];
    const state = async () =>
      (await getStudent(first, number)).phones.map((row) => [row.id, row.isPreferred, row.version]);
    const edit = { number, id: one.id, version: 1, phone: "012 345 678", ...phone };
    expect(await editPhoneCommand(first, edit)).toEqual({ version: 2 });
    expect(await state()).toEqual([
      [two.id, true, 2],
      [one.id, false, 2],
    ]);
    await removePhoneCommand(first, { number, id: two.id, version: 2 });
    expect(await state()).toEqual([[one.id, true, 3]]);
    // The only one cannot be unwanted; the answer carries the version that the next edit needs.
    const { version } = await editPhoneCommand(first, { ...edit, version: 3 });
    expect(await state()).toEqual([[one.id, true, version]]);
  });

  it("do not follow a foreign id", async () => {
    const [mine, other] = [await makeStudent(), await makeStudent({ phones: ["012 999 999"] })];
    const [foreign] = (await getStudent(first, other.number)).phones;
    const id = foreign?.id ?? 0;
    const edit = editPhoneCommand(first, {
      number: mine.number,
      id,
      version: 1,
      phone: "011 000 000",
      ...phone,
    });
    await expect(edit).rejects.toMatchObject({ kind: "not_found" });
    expect((await getStudent(first, other.number)).phones[0]?.phone).toBe("012 999 999");
  });

  it("need a use", async () => {
    const { number } = await makeStudent();
    const contact = { number, name: "Sok Chan", relationship: "MOTHER", primaryPhone: "012 345 678" };
    expect(addContactInput.safeParse({ ...contact, isEmergency: false, isGeneral: false }).success).toBe(
      false,
    );
    const input = addContactInput.parse({ ...contact, isEmergency: true, isGeneral: false });
    const { id } = await addContactCommand(first, input);
    expect((await getStudent(first, number)).contacts).toHaveLength(1);
    await removeContactCommand(first, { number, id, version: 1 });
    expect((await getStudent(first, number)).contacts).toHaveLength(0);
  });
});

describe("whose record", () => {
  it("a student reaches the own one only, nobody else's exists", async () => {
    const [me, other] = [await makeStudent(), await makeStudent()];
    const actor = accountActor({
      role: "student",
      personId: me.personId,
      scopes: [{ kind: "OWN", ref: null }],
    });
    expect((await findStudent(actor, me.number))?.personId).toBe(me.personId);
    expect(await findStudent(actor, other.number)).toBeNull();
    await expect(getStudent(actor, other.number)).rejects.toMatchObject({ kind: "not_found" });
    await expect(
      editPersonCommand(actor, { number: me.number, version: 1, familyName: "X" }),
    ).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  it("a registrar of one programme does not reach the students of another", async () => {
    const { number } = await makeStudent();
    const actor = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "TESOL" }] });
    expect(await findStudent(actor, number)).toBeNull();
    const edit = editPersonCommand(actor, { number, version: 1, familyName: "X" });
    await expect(edit).rejects.toMatchObject({ kind: "not_found", code: "people.student_not_found" });
  });

  it("a teacher without a student profile reaches nobody", async () => {
    const { number } = await makeStudent();
    const actor = accountActor({ role: "teacher", personId: 999_999, scopes: [{ kind: "OWN", ref: null }] });
    expect(await findStudent(actor, number)).toBeNull();
  });
});

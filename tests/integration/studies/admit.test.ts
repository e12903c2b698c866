import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { comparePeople } from "@/lib/people/duplicates/compare";
import { getStudent } from "@/lib/people/queries/get-student";
import { systemActor } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { admitStudentCommand } from "@/lib/studies/commands/admit-student";
import { listProgrammeEnrolments } from "@/lib/studies/queries";
import { admitStudentInput } from "@/lib/studies/schemas";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
const registrar = accountActor();

function input(over: object = {}) {
  return admitStudentInput.parse({
    familyName: "sok",
    personalName: "Dara",
    khmerFamilyName: "សុខ",
    khmerPersonalName: "",
    gender: "F",
    dateOfBirth: "2007-05-01",
    birthProvince: "SIEM_REAP",
    citizenship: "KH",
    schoolEmail: "",
    personalEmail: "",
    phone: "012 345 678",
    studyTime: "EVENING",
    isMonk: false,
    isTransfer: false,
    admittedOn: "2026-11-01",
    programmeCode: "GESL",
    startDate: "2026-11-01",
    entryLevel: "3",
    ...over,
  });
}

/** People who resemble nobody: another name, another birthday, another telephone. */
function somebodyElse(place: number) {
  const letter = String.fromCharCode(65 + place);
  return {
    familyName: letter.repeat(4),
    personalName: `${letter}${letter}OEUN ${letter.repeat(6)}`,
    khmerFamilyName: "",
    dateOfBirth: `${1990 + (place % 12)}-0${1 + (place % 9)}-15`,
    birthProvince: null,
    phone: `0${12_000_000 + place * 7_919}`,
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
  await writeTx(systemActor("seed"), {}, async (tx) => {
    const division = await tx.division.create({ data: { code: "LANG", name: "Language", nameKm: "ភាសា" } });
    const cycle = await tx.cycle.create({
      data: { divisionId: division.id, code: "LANG", name: "Language", nameKm: "ភាសា", rank: 1 },
    });
    const common = { cycleId: cycle.id, nameKm: "ភាសា", kind: "LANGUAGE", award: "CERT" } as const;
    await tx.programme.create({ data: { ...common, code: "GESL", name: "GESL" } });
    await tx.programme.create({ data: { ...common, code: "IELTS", name: "IELTS", isActive: false } });
  });
});
afterAll(() => database.close());

describe("a new student", () => {
  it("gets a number above the highest, a status, a phone and a programme, all or nothing", async () => {
    await makeStudent({ number: 18_200 });
    const { number } = await admitStudentCommand(registrar, input());
    expect(number).toBe(18_201);
    const student = await getStudent(registrar, number);
    expect(student).toMatchObject({
      label: "18201",
      person: { familyName: "SOK", personalName: "DARA", khmerNameSource: "VERIFIED" },
      student: { status: "ACTIVE", programme: { code: "GESL" }, admittedOn: "2026-11-01" },
      phones: [{ phone: "012 345 678", isPreferred: true }],
    });
    expect(await listProgrammeEnrolments(registrar, student.personId)).toMatchObject([
      { code: "GESL", entryLevel: 3, currentLevel: 3, startDate: "2026-11-01", status: "ACTIVE" },
    ]);
    // A code that everybody reads in their own language, no English sentence.
    expect(
      await database.prisma.studentStatusChange.findFirst({ where: { studentId: student.personId } }),
    ).toMatchObject({ fromStatus: null, toStatus: "ACTIVE", reason: "admitted" });
    const before = await database.prisma.person.count();
    await expect(admitStudentCommand(registrar, input({ programmeCode: "IELTS" }))).rejects.toMatchObject({
      code: "studies.programme_not_found",
    });
    await expect(
      admitStudentCommand(registrar, input({ ...somebodyElse(21), entryLevel: "" })),
    ).rejects.toMatchObject({
      fields: { entryLevel: ["studies.entry_level_missing"] },
    });
    expect(await database.prisma.person.count()).toBe(before);
  });

  it("never shares a number with another, also after an import brought higher ones", async () => {
    await makeStudent({ number: 30_000 });
    const admitted = await Promise.all(
      Array.from({ length: 12 }, (_, place) => admitStudentCommand(registrar, input(somebodyElse(place)))),
    );
    const numbers = admitted.map((each) => each.number);
    expect(new Set(numbers).size).toBe(12);
    expect(Math.min(...numbers)).toBeGreaterThan(30_000);
  });

  it("who looks like somebody on file needs an explicit word, which is kept and asked nobody again", async () => {
    const born = { dateOfBirth: "2001-02-03", phone: "", birthProvince: null };
    const first = await admitStudentCommand(
      registrar,
      input({ familyName: "UNG", personalName: "VICHEA", ...born }),
    );
    const again = { familyName: "Vichea", personalName: "Ung", ...born };
    const count = () => database.prisma.person.count();
    const before = await count();
    await expect(admitStudentCommand(registrar, input(again))).rejects.toMatchObject({
      kind: "refused",
      code: "people.similar_on_file",
      params: { count: 1 },
    });
    expect(await count()).toBe(before);
    const { personId } = await getStudent(registrar, first.number);
    // Somebody else's id says nothing about this one.
    await expect(
      admitStudentCommand(registrar, input({ ...again, notSame: [personId + 100_000] })),
    ).rejects.toMatchObject({ code: "people.similar_on_file" });
    const second = await admitStudentCommand(registrar, input({ ...again, notSame: [personId] }));
    const { personId: otherId } = await getStudent(registrar, second.number);
    expect(await database.prisma.duplicateCandidate.findMany()).toMatchObject([
      {
        leftId: personId,
        rightId: otherId,
        status: "DIFFERENT",
        source: "ENTRY",
        decidedBy: registrar.accountId,
      },
    ]);
    await comparePeople(systemActor("test"), [personId, otherId]);
    expect(
      await database.prisma.duplicateCandidate.count({ where: { status: "OPEN", rightId: otherId } }),
    ).toBe(0);
  });

  it("goes into no programme beyond the scope of who admits", async () => {
    const of = (ref: string) => accountActor({ scopes: [{ kind: "DEPARTMENT", ref }] });
    await expect(admitStudentCommand(of("ARTS"), input(somebodyElse(20)))).rejects.toMatchObject({
      code: "studies.programme_not_found",
    });
    const { number } = await admitStudentCommand(of("LANG"), input(somebodyElse(20)));
    expect((await getStudent(of("LANG"), number)).student.programme?.code).toBe("GESL");
  });

  it("is made by those who may edit people and studies", async () => {
    for (const role of ["student", "teacher", "cashier", "auditor", "academic_director", "admin"] as const) {
      await expect(admitStudentCommand(accountActor({ role }), input())).rejects.toMatchObject({
        kind: "forbidden",
      });
    }
  });
});

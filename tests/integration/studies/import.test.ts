import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AccountActor } from "@/lib/platform/access/actor";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import {
  applyList,
  checkList,
  fileBytes,
  fileText,
  makeProgrammes,
  makeStudent,
  readList,
  undoList,
} from "@/tests/factories/import";
import { zip } from "@/tests/factories/zip";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let actor: AccountActor;
const folder = mkdtempSync(join(tmpdir(), "naga-import-test-"));

beforeAll(async () => {
  process.env.NAGA_STORAGE_DIR = folder;
  database = await createTestDatabase();
  await freshQueue();
  const { id } = await makeAccount(database.pool);
  actor = accountActor({ accountId: id });
  await makeProgrammes();
});

beforeEach(async () => {
  await database.pool.query("SELECT set_config('naga.actor', 'system:test', false)");
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function students(where = "true") {
  const { rows } = await database.pool.query(
    `SELECT s.number, p.family_name, p.personal_name, p.khmer_family_name, p.khmer_personal_name, p.gender,
            p.date_of_birth::text, s.status, g.code AS programme, p.search_key,
            (SELECT string_agg(digits, ',') FROM phone WHERE phone.person_id = p.id) AS phones
       FROM student s JOIN person p ON p.id = s.person_id LEFT JOIN programme g ON g.id = s.current_programme_id
      WHERE ${where} ORDER BY s.number`,
  );
  return rows;
}

describe("a list of new students", () => {
  test("is read, checked, loaded and taken back", async () => {
    const list = [
      "Family name,Personal name,ភេទ,Date of birth,Phone,Programme",
      "SOK,DARA,F,28/02/2004,012 345 678,IR",
      "O’Brien,Sok–Heng,ប្រុស,2003-12-31,+855 97 123 45 67,",
      ",,,,,",
      "CHAN,NARY,x,31/02/2004,,TESOL",
    ].join("\n");
    const { id, summary, problems } = await checkList(actor, list);
    expect(summary).toMatchObject({ rows: 3, added: 2, updated: 0, unchanged: 0, rejected: 1 });
    expect(problems).toEqual([
      "5: Date of birth: “31/02/2004” is no date that exists. Write day/month/year with four digits for the year, such as 28/02/2004.",
    ]);
    expect(await students()).toEqual([]);

    const loaded = await applyList(actor, id);
    expect(loaded).toMatchObject({ added: 2, rejected: 1, numbers: { first: 1, last: 2 } });
    expect(await students()).toMatchObject([
      {
        number: 1,
        family_name: "SOK",
        gender: "F",
        date_of_birth: "2004-02-28",
        programme: "IR",
        phones: "12345678",
      },
      {
        number: 2,
        family_name: "O'BRIEN",
        personal_name: "SOK-HENG",
        gender: "M",
        programme: "TESOL",
        search_key: "obrien sok heng obriensokheng",
      },
    ]);

    expect(await undoList(actor, id)).toMatchObject({ undone: 2, left: 0 });
    expect(await students()).toEqual([]);
    const { rows } = await database.pool.query(
      "SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM phone) AS phones, (SELECT count(*)::int FROM programme_enrolment) AS memberships, (SELECT count(*)::int FROM student_status_change) AS changes",
    );
    expect(rows).toEqual([{ people: 0, phones: 0, memberships: 0, changes: 0 }]);
  });

  test("gives back nothing that a spreadsheet would run, the headings included", async () => {
    const list = "Family name,Personal name,=HYPERLINK(1)\nSOK,,@SUM(1)\nCHAN,,+cmd\nKEO,DARA,-1+1\n";
    const { summary } = await checkList(actor, list);
    expect(summary.rejected).toBeGreaterThanOrEqual(2);
    const cells: string[] = parse(await fileText(summary.rejectedFileId ?? ""), { bom: true }).flat();
    expect(cells).toContain("'=HYPERLINK(1)");
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test("gives the rejected rows back as a file that loads once it is mended", async () => {
    const list =
      "\uFEFFName;Sex;DOB;Tel\r\nSOK DARA;F;30/02/2004;+855 12 345 678\r\nKEO SOPHEA;woman;1/1/2003;\r\nSÖK;M;;\r\n";
    const { summary } = await checkList(actor, list);
    expect(summary).toMatchObject({ rows: 3, added: 1, rejected: 2 });
    const text = await fileText(summary.rejectedFileId ?? "");
    expect(text.startsWith("\uFEFFName;Sex;DOB;Tel;Reasons / មូលហេតុ\r\n")).toBe(true);
    expect(text).toContain("'+855 12 345 678");
    expect(text).toMatch(/Date of birth: “30\/02\/2004” is no date/);
    const mended = text.replace("30/02/2004", "28/02/2004").replace("SÖK", "SOK BORA");
    const again = await checkList(actor, mended);
    expect(again.summary).toMatchObject({ rows: 2, added: 2, rejected: 0 });
    expect(again.problems).toEqual([]);
  });
});

describe("letters", () => {
  test("Windows-1252 is recognised; what is no Latin name letter is said, not garbled", async () => {
    const list = Buffer.from(
      "Family name;Personal name;Place of birth\nDUPR\u00c9;Andr\u00e9;Siem Reap\nSAN;SOPHAL;Siem Reap\n",
      "latin1",
    );
    const { set, problems, summary } = await checked(list);
    expect(set.read?.source).toMatchObject({ encoding: "windows-1252", delimiter: ";" });
    expect(summary).toMatchObject({ added: 1, rejected: 1 });
    expect(problems).toEqual([
      "2: Family name: “DUPRÉ” has characters that a Latin name may not have: É. Use the letters A to Z, spaces, hyphens and apostrophes.",
      "2: Personal name: “André” has characters that a Latin name may not have: É. Use the letters A to Z, spaces, hyphens and apostrophes.",
    ]);
  });

  test("UTF-8 with a mark, UTF-16 and Khmer headings and names", async () => {
    const text =
      "នាមត្រកូល\tនាមខ្លួន\tគោត្តនាមនិងនាម\tភេទ\tខេត្តកំណើត\tថ្ងៃខែឆ្នាំកំណើត\nPRAK\tSOTHY\tប្រាក់ សុធី\tស្រី\tសៀមរាប\t១៤/០២/២០០៥\nLIM\tHENG\tlItihg\tប្រុស\tសៀមរាប\t01/01/2005\n";
    for (const list of [
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, "utf16le"),
      Buffer.from(text, "utf16le"),
    ]) {
      const { summary, problems } = await checked(list);
      expect(summary).toMatchObject({ rows: 2, added: 1, rejected: 1 });
      expect(problems[0]).toMatch(
        /^3: Whole Khmer name \(family name first\): “lItihg” is no Khmer name in Unicode/,
      );
    }
    const { id } = await checked(Buffer.from(text, "utf16le"));
    await applyList(actor, id);
    expect(await students("p.family_name = 'PRAK'")).toMatchObject([
      { khmer_family_name: "ប្រាក់", khmer_personal_name: "សុធី", gender: "F", date_of_birth: "2005-02-14" },
    ]);
    await undoList(actor, id);
  });
});

async function checked(list: Buffer | string, options = {}) {
  const { id, summary, problems } = await checkList(actor, list, { options });
  const { rows } = await database.pool.query("SELECT input FROM change_set WHERE id = $1", [id]);
  return { id, summary, problems, set: rows[0].input };
}

describe("numbers", () => {
  test("twice in the file: both rows are left out; on file: rejected or updated as chosen", async () => {
    await makeStudent({ number: 501, familyName: "MEAS", personalName: "RITHY", dateOfBirth: "2001-05-05" });
    const list =
      "Number,Family name,Personal name,DOB,Phone\n00501,MEAS,RITHY,05/05/2001,011222333\n700,A,B,,\n0700,C,D,,\nabc,E,F,,\n99999999,G,H,,\n";
    const rejecting = await checked(list);
    expect(rejecting.summary).toMatchObject({ rows: 5, added: 0, rejected: 5 });
    expect(rejecting.problems.map((text) => text.slice(0, 60))).toEqual([
      "2: Student number: Number 00501 belongs to MEAS RITHY. Choos",
      "3: Student number: Number 00700 also stands in row 4. Both r",
      "4: Student number: Number 00700 also stands in row 3. Both r",
      "5: Student number: “abc” is no student number. Write digits ",
      "6: Student number: Number 99999999 is far above the highest ",
    ]);
    const updating = await checked(list, { existing: "update" });
    expect(updating.summary).toMatchObject({ added: 0, updated: 1, rejected: 4 });
    await applyList(actor, updating.id);
    expect(await students("s.number = 501")).toMatchObject([{ phones: "11222333", programme: null }]);
    const again = await checked(list, { existing: "update" });
    expect(again.summary).toMatchObject({ updated: 0, unchanged: 1, rejected: 4 });
  });

  test("an update changes filled cells only, and undo brings name and search key back", async () => {
    const personId = await makeStudent({
      number: 502,
      familyName: "NOP",
      personalName: "VEASNA",
      dateOfBirth: "2000-01-01",
    });
    const { id, problems } = await checked(
      "Number,Family name,Personal name,DOB,Status,Programme\n502,TEP,VEASNA,,inactive,IR\n",
      { existing: "update" },
    );
    expect(problems).toEqual([]);
    await applyList(actor, id);
    expect(await students("s.number = 502")).toMatchObject([
      {
        family_name: "TEP",
        date_of_birth: "2000-01-01",
        status: "INACTIVE",
        programme: "IR",
        search_key: "tep veasna tepveasna",
      },
    ]);
    expect(await undoList(actor, id)).toMatchObject({ undone: 1, left: 0 });
    expect(await students("s.number = 502")).toMatchObject([
      { family_name: "NOP", status: "ACTIVE", programme: null, search_key: "nop veasna nopveasna" },
    ]);
    const { rows } = await database.pool.query("SELECT version FROM person WHERE id = $1", [personId]);
    expect(rows).toEqual([{ version: 3 }]);
  });

  test("new ones lie above the highest and skip those that the file gives", async () => {
    const list = "Number,Family name,Personal name\n,KONG,ONE\n504,KONG,TWO\n,KONG,THREE\n";
    const { id } = await checked(list);
    const loaded = await applyList(actor, id);
    expect(loaded.added).toBe(3);
    const numbers = (await students("p.family_name = 'KONG'")).map((row) => row.number);
    expect(new Set(numbers).size).toBe(3);
    expect(Math.min(...numbers)).toBeGreaterThan(502);
    await undoList(actor, id);
  });
});

describe("people who are there already", () => {
  test("same name and birthday, same e-mail: in the file and on file", async () => {
    await makeStudent({
      number: 510,
      familyName: "UK",
      personalName: "SAMNANG",
      dateOfBirth: "2002-02-02",
      schoolEmail: "uk.samnang@campus.example",
    });
    const { problems, summary } = await checked(
      [
        "Family name,Personal name,DOB,School email,Email",
        "UK,SAMNANG,2002-02-02,,",
        "OTHER,PERSON,2002-02-03,UK.Samnang@campus.example,",
        "TWIN,ONE,2003-03-03,,home@mail.example",
        "TWIN,TWO,2003-03-03,,home@mail.example",
        "TWIN,ONE,2003-03-03,,",
      ].join("\n"),
    );
    expect(summary).toMatchObject({ rows: 5, added: 2, rejected: 3, flagged: 1 });
    expect(problems).toEqual([
      "2: Somebody with this name and date of birth is on file already: 00510. Give that number to update the student.",
      "3: School e-mail: This address belongs to 00510 already.",
      "5: Personal e-mail: The same address stands in row 4.",
      "6: The same name and date of birth stand in row 4.",
    ]);
  });
});

describe("cells", () => {
  test("say every problem by row and column", async () => {
    const { problems, summary } = await checked(
      [
        "Family name,Personal name,Gender,DOB,Province,Nationality,Email,Phone,Programme,Status,Shift,Monk",
        `=cmd|x,DARA,male,29/02/2003,Atlantis,Cambodian,nobody,123,NOPE,happy,noon,maybe`,
        `SOK,${"A".repeat(70)},M,1/13/2004,Siem Reap,French,a@b.example,012345678,OLD,active,am,no`,
        ",DARA,F,2020-01-01,,,,,,,,",
      ].join("\n"),
    );
    expect(summary.rejected).toBe(3);
    expect(problems.map((text) => text.replace(/ (Use|Write) .*$/, ""))).toEqual([
      "2: Family name: “=cmd|x” begins like a formula and is not taken.",
      "2: Birth province: “Atlantis” is no province of Cambodia.",
      "2: Personal e-mail: “nobody” is no e-mail address.",
      "2: Phone: “123” is no phone number. It has 8 to 15 digits.",
      "2: Study time: “noon” is no study time.",
      "2: Status: “happy” is no status.",
      "2: Monk: “maybe” is neither yes nor no.",
      "2: Date of birth: “29/02/2003” is no date that exists.",
      "2: Programme: “NOPE” is no programme.",
      "3: Personal name: The text is too long; at most 60 characters fit.",
      "3: Date of birth: “1/13/2004” is no date that exists.",
      "3: Birth province: Who is no Cambodian citizen has no Cambodian birth province.",
      "3: Programme: The programme OLD takes no new students.",
      "4: Date of birth: A student is between 8 and 100 years old; “2020-01-01” cannot be right.",
      "4: Family name: The name is missing or has one part only.",
    ]);
  });
});

describe("workbooks", () => {
  test("days, leading zeros, formulas and a second sheet", async () => {
    const { id, summary, problems } = await checkList(actor, await workbook(), { name: "list.xlsx" });
    expect(summary).toMatchObject({ rows: 2, added: 2, rejected: 0, flagged: 1 });
    expect(problems).toEqual(["4: Personal name: The cell holds a formula. Its last value was taken."]);
    await applyList(actor, id);
    expect(await students("p.family_name = 'VONG'")).toMatchObject([
      { personal_name: "RATHA", date_of_birth: "2004-02-29", phones: "12345678" },
      { personal_name: "COMPUTED", date_of_birth: "2003-12-01" },
    ]);
    await undoList(actor, id);
  });

  test("rejected rows come back as a workbook", async () => {
    const { summary } = await checkList(actor, await workbook("31/31/2000"), { name: "list.xlsx" });
    expect(summary.rejected).toBe(1);
    const again = await readList(actor, await fileBytes(summary.rejectedFileId ?? ""), "again.xlsx");
    expect(again.draft.read).toMatchObject({
      rows: 1,
      headings: ["Family name", "Personal name", "Date of birth", "Phone", "Reasons / មូលហេតុ"],
    });
  });
});

async function workbook(secondBirthday: string | Date = new Date(Date.UTC(2003, 11, 1))): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet("Students");
  sheet.addRow(["List of new students, 2026"]);
  sheet.addRow(["Family name", "Personal name", "Date of birth", "Phone"]);
  sheet.addRow(["VONG", "RATHA", new Date(Date.UTC(2004, 1, 29)), "012345678"]);
  sheet.addRow(["VONG", { formula: 'UPPER("computed")', result: "COMPUTED" }, secondBirthday, null]);
  book.addWorksheet("Notes").addRow(["nothing"]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe("a file that is no table", () => {
  const png = Buffer.from("89504e470d0a1a0a0000000d494844520000000100000001080600000000", "hex");

  test.each([
    ["a picture", png, "spreadsheet.not_a_table"],
    ["a PDF", Buffer.from("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj"), "spreadsheet.not_a_table"],
    [
      "a program",
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0]),
      "spreadsheet.not_a_table",
    ],
    ["nothing", Buffer.alloc(0), "storage.empty"],
  ])("%s is refused at the door", async (_what, content, code) => {
    await expect(readList(actor, content)).rejects.toMatchObject({ code });
  });

  test.each([
    ["blank lines", Buffer.from("\n \n\n"), "spreadsheet.empty"],
    ["headings alone", Buffer.from("Family name,Personal name\n"), "import.no_rows"],
    [
      "a quotation that never ends",
      Buffer.from(`Name\n"${"A\n".repeat(600_000)}`),
      "spreadsheet.quotation_not_closed",
    ],
    ["a cut-off workbook", Buffer.from("504b0304140000000800", "hex"), "spreadsheet.damaged"],
    [
      "a packed file of another kind",
      zip([{ name: "word/document.xml", content: Buffer.from("<w/>") }]),
      "spreadsheet.not_a_table",
    ],
    [
      "an OpenDocument sheet",
      zip([{ name: "content.xml", content: Buffer.from("<o/>") }]),
      "spreadsheet.open_document",
    ],
    [
      "a bomb",
      zip([
        { name: "xl/workbook.xml", content: Buffer.from("<workbook/>") },
        { name: "xl/worksheets/sheet1.xml", content: Buffer.alloc(300 * 1_048_576), claims: 1_000 },
      ]),
      "spreadsheet.unpacks_too_large",
    ],
  ])("%s is refused by the worker", async (_what, content, code) => {
    const { run } = await readList(actor, content);
    expect(run).toMatchObject({ status: "FAILED", error: { code } });
  });
});

describe("people on file who look alike", () => {
  const DARA = "SOKHA,DARETH,2003-03-03,012 876 543,IR";
  const list = (...rows: string[]) =>
    ["Family name,Personal name,Date of birth,Phone,Programme", ...rows].join("\n");

  test("are a warning of the preview with what agrees, wait in the queue once loaded, and go with an undo", async () => {
    const personId = await makeStudent({
      number: 91_001,
      familyName: "SOKHA",
      personalName: "DARETH",
      dateOfBirth: "2003-03-13",
    });
    const { id, summary, problems } = await checkList(actor, list(DARA, "UNIQUE,PERSON,1999-09-09,,IR"));
    expect(summary).toMatchObject({ rows: 2, added: 2, rejected: 0, flagged: 1 });
    expect(problems).toEqual([
      "2: Looks like 91001 SOKHA DARETH, 58 % alike. The names agree. The dates of birth agree. The row is taken, and the pair waits in “Duplicates”.",
    ]);
    expect(await database.prisma.duplicateCandidate.count()).toBe(0);
    await applyList(actor, id);
    expect(await database.prisma.duplicateCandidate.findMany()).toMatchObject([
      { leftId: personId, source: "IMPORT", status: "OPEN" },
    ]);
    expect(await undoList(actor, id)).toMatchObject({ left: 0 });
    expect(await database.prisma.duplicateCandidate.count()).toBe(0);
  });
});

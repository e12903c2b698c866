import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addCourseTextbookCommand,
  removeCourseTextbookCommand,
} from "@/lib/curriculum/courses/commands/course-textbooks";
import { createCourseCommand } from "@/lib/curriculum/courses/commands/create-course";
import { editCourseCommand } from "@/lib/curriculum/courses/commands/edit-course";
import { addEquivalenceCommand, endEquivalenceCommand } from "@/lib/curriculum/courses/commands/equivalences";
import { saveRequisitesCommand } from "@/lib/curriculum/courses/commands/save-requisites";
import { endCourseCommand, newVersionCommand } from "@/lib/curriculum/courses/commands/versions";
import { findCourseChoices } from "@/lib/curriculum/courses/course-choice";
import { listCourseRows } from "@/lib/curriculum/courses/queries/course-rows";
import {
  getVersions,
  listCourseTextbooks,
  listEquivalences,
  listRequisites,
  listUnlocks,
} from "@/lib/curriculum/courses/queries/get-course";
import { listCourses } from "@/lib/curriculum/courses/queries/list-courses";
import { createCourseInput, editCourseInput, saveRequisitesInput } from "@/lib/curriculum/courses/schemas";
import { loadCourseList } from "@/lib/curriculum/courses/search-params";
import { requisitesStamp } from "@/lib/curriculum/courses/stamp";
import { createTextbookCommand, editTextbookCommand } from "@/lib/curriculum/textbooks/commands";
import { findTextbooks, listTextbooks, listTextbookUses } from "@/lib/curriculum/textbooks/queries";
import { createTextbookInput } from "@/lib/curriculum/textbooks/schemas";
import { loadTextbookList } from "@/lib/curriculum/textbooks/search-params";
import { permissionsOf } from "@/lib/platform/access/roles";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { accountActor } from "@/tests/factories/actor";
import { makeCourses } from "@/tests/factories/curriculum";
import { makeCatalogue } from "@/tests/factories/studies";
import { arrange } from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let bachelor = 0;
let language = 0;
const director = accountActor({ role: "academic_director" });
const ofProgramme = accountActor({
  role: "academic_director",
  scopes: [{ kind: "PROGRAMME", ref: "TESOL" }],
  permissions: permissionsOf("academic_director", false),
});
const student = accountActor({ role: "student" });
const today = campusToday();
const later = addDays(today, 60);
const reason = "the academic council said so";

beforeAll(async () => {
  database = await createTestDatabase();
  await makeCatalogue();
  const { rows } = await database.pool.query("SELECT code, id FROM cycle");
  bachelor = rows.find(({ code }) => code === "BA").id;
  language = rows.find(({ code }) => code === "LANG").id;
});
afterAll(() => database.close());

const facts = (code: string, over: object = {}) =>
  createCourseInput.parse({
    code,
    title: `Course ${code}`,
    titleKm: "មុខវិជ្ជា",
    shortTitle: code,
    description: null,
    cycleId: bachelor,
    credits: 3,
    programmeCode: null,
    level: null,
    isFoundationYear: false,
    isSeniorProject: false,
    recommendedTerm: null,
    earliestTerm: null,
    latestTerm: null,
    retryPriority: 1,
    validFrom: "2020-01-01",
    ...over,
  });
const create = (code: string, over: object = {}) => createCourseCommand(director, facts(code, over));

async function newest(code: string) {
  const found = (await getVersions(director, code)).at(-1);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

type Groups = { kind: string; courses: [string, string?][] }[];
async function save(code: string, groups: Groups, from = today, seen?: string) {
  const live = (await listRequisites(director, code)).filter((row) => !row.validTo || row.validTo > today);
  return saveRequisitesCommand(
    director,
    saveRequisitesInput.parse({
      code,
      from,
      seen: seen ?? requisitesStamp(live),
      groups: groups.map(({ kind, courses }) => ({
        kind,
        courses: courses.map(([each, minimumLetter = "D"]) => ({ code: each, minimumLetter })),
      })),
    }),
  );
}
const earlier = (...courses: [string, string?][]) => ({ kind: "PREREQUISITE", courses });
const together = (...courses: [string, string?][]) => ({ kind: "COREQUISITE", courses });
const live = async (code: string, on = today) =>
  (await listRequisites(director, code))
    .filter((row) => row.validFrom <= on && (!row.validTo || row.validTo > on))
    .map((row) => `${row.kind[0]}${row.group} ${row.code} ${row.minimumLetter}`);

describe("courses", () => {
  it("are made once a code and day, in capitals, in a cycle that exists", async () => {
    expect(await create("new 101")).toEqual({ code: "NEW-101" });
    await expect(create("NEW-101")).rejects.toMatchObject({ code: "curriculum.version_that_day" });
    await expect(create("NEW-101", { validFrom: "2026-01-01" })).rejects.toMatchObject({
      code: "curriculum.version_that_day",
    });
    await expect(create("NEW-102", { cycleId: 999 })).rejects.toMatchObject({
      fields: { cycleId: ["curriculum.cycle_unknown"] },
    });
    expect(() => facts("Ω-1")).toThrow();
  });

  it("have a level with a language programme, or neither, and terms in their order", async () => {
    await create("GESL-20", { cycleId: language, programmeCode: "GESL", level: "12", credits: 1 });
    await expect(create("GESL-21", { programmeCode: "GESL" })).rejects.toMatchObject({
      code: "curriculum.level_of_programme",
    });
    await expect(create("GESL-22", { programmeCode: "TESOL", level: 1 })).rejects.toMatchObject({
      code: "curriculum.programme_unknown",
    });
    await expect(create("NEW-103", { earliestTerm: 4, recommendedTerm: "2" })).rejects.toMatchObject({
      code: "curriculum.terms_in_order",
    });
  });

  it("are changed in words at any time, in worth only until they begin; the loser is told", async () => {
    await create("EDIT-101");
    await create("EDIT-102", { validFrom: later });
    const { id, version } = await newest("EDIT-101");
    const edit = (input: object) => editCourseCommand(director, editCourseInput.parse(input));
    expect(await edit({ id, version, titleKm: "ថ្មី" })).toEqual({ version: version + 1 });
    await expect(edit({ id, version, titleKm: "ចាស់" })).rejects.toMatchObject({ kind: "stale" });
    await expect(edit({ id, version: version + 1, credits: "4" })).rejects.toMatchObject({
      fields: { credits: ["curriculum.version_has_begun"] },
    });
    const coming = await newest("EDIT-102");
    await edit({ id: coming.id, version: coming.version, credits: "4" });
    expect(await newest("EDIT-102")).toMatchObject({ credits: 4 });
  });

  it("get a new version from a day on, with their textbooks; days before keep the old one", async () => {
    await create("VERS-101");
    const old = await newest("VERS-101");
    const { id: textbookId } = await createTextbookCommand(
      director,
      createTextbookInput.parse({ ...book, title: "Of the course", isbn: "" }),
    );
    await addCourseTextbookCommand(director, { courseId: old.id, textbookId });
    const version = {
      id: old.id,
      version: old.version,
      from: later,
      title: "Renamed",
      titleKm: null,
      shortTitle: "Renamed",
      credits: 4,
      reason,
    };
    await expect(newVersionCommand(director, { ...version, from: addDays(today, -1) })).rejects.toMatchObject(
      {
        code: "curriculum.from_today_on",
      },
    );
    await newVersionCommand(director, version);
    await expect(newVersionCommand(director, version)).rejects.toMatchObject({
      code: "curriculum.after_the_version",
    });
    const [first, second] = await getVersions(director, "VERS-101");
    expect(first).toMatchObject({ credits: 3, validTo: later });
    expect(second).toMatchObject({ credits: 4, title: "Renamed", validFrom: later, validTo: null });
    expect(await listCourseTextbooks(director, second?.id ?? 0)).toHaveLength(1);
    const state = (text: string) => loadCourseList(new URLSearchParams(text));
    const list = async (text: string) =>
      (await listCourses(director, state(`q=VERS-101&${text}`))).rows.map(({ credits }) => credits);
    expect(await list("")).toEqual([3]);
    expect(await list("when=coming")).toEqual([4]);
    expect(await list("when=all")).toEqual([4, 3]);
  });

  it("end on a last day, and open again unless another version follows", async () => {
    await create("END-101");
    const { id, version } = await newest("END-101");
    await endCourseCommand(director, { id, version, lastDay: later, reason });
    expect(await newest("END-101")).toMatchObject({ validTo: addDays(later, 1) });
    await expect(
      endCourseCommand(director, { id, version: version + 1, lastDay: "2019-12-31", reason }),
    ).rejects.toMatchObject({ code: "curriculum.last_day_before_first" });
    await endCourseCommand(director, { id, version: version + 1, lastDay: null, reason });
    expect(await newest("END-101")).toMatchObject({ validTo: null });
    const [first] = await getVersions(director, "VERS-101");
    await expect(
      endCourseCommand(director, { id: first?.id ?? 0, version: first?.version ?? 0, lastDay: null, reason }),
    ).rejects.toMatchObject({ code: "curriculum.version_that_day" });
  });

  it("are changed by who reaches the whole campus, and read by students", async () => {
    await expect(createCourseCommand(ofProgramme, facts("PART-101"))).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(createCourseCommand(student, facts("PART-101"))).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect((await findCourseChoices(student, "new101", 5)).map(({ code }) => code)).toEqual(["NEW-101"]);
  });
});

describe("requisites", () => {
  beforeAll(() => makeCourses(["REQ-1", "REQ-2", "REQ-3", "REQ-4", "REQ-5", "REQ-6"]));

  it("are groups with letters, and hold from a day on; what was stays readable", async () => {
    await save("REQ-4", [earlier(["REQ-1", "C"]), earlier(["REQ-2"], ["REQ-3", "B-"]), together(["REQ-5"])]);
    const first = ["P1 REQ-1 C", "P2 REQ-2 D", "P2 REQ-3 B-", "C3 REQ-5 D"];
    expect(await live("REQ-4")).toEqual(first);
    await save("REQ-4", [earlier(["REQ-1", "C"]), earlier(["REQ-2"])], later);
    expect(await live("REQ-4")).toEqual(first);
    expect(await live("REQ-4", later)).toEqual(["P1 REQ-1 C", "P2 REQ-2 D"]);
    expect((await listUnlocks(director, "REQ-1")).map(({ code }) => code)).toEqual(["REQ-4"]);
  });

  it("leave what is the same alone: nothing is written", async () => {
    await save("REQ-6", [earlier(["REQ-1"]), together(["REQ-2"])]);
    const rows = await listRequisites(director, "REQ-6");
    await save("REQ-6", [together(["REQ-2"]), earlier(["REQ-1"])]);
    expect(await listRequisites(director, "REQ-6")).toEqual(rows);
    await save("REQ-6", []);
    expect(await live("REQ-6")).toEqual([]);
  });

  it("are told when somebody else changed them", async () => {
    const seen = requisitesStamp(await listRequisites(director, "REQ-6"));
    await save("REQ-6", [earlier(["REQ-2"])]);
    await expect(save("REQ-6", [], today, seen)).rejects.toMatchObject({ kind: "stale" });
  });

  it("never run in a circle: the way round is named, and nothing is written", async () => {
    await save("REQ-2", [earlier(["REQ-1"])]);
    await save("REQ-3", [together(["REQ-2"])]);
    await expect(save("REQ-1", [earlier(["REQ-5"]), earlier(["REQ-3"])])).rejects.toMatchObject({
      code: "curriculum.requisite_cycle_path",
      params: { path: "REQ-1 → REQ-3 → REQ-2 → REQ-1" },
    });
    expect(await live("REQ-1")).toEqual([]);
    await expect(save("REQ-1", [earlier(["REQ-1"])])).rejects.toMatchObject({
      code: "curriculum.requisite_itself",
    });
    await expect(save("REQ-1", [earlier(["REQ-5"]), together(["REQ-5"])])).rejects.toMatchObject({
      code: "curriculum.requisite_twice",
    });
    await expect(save("REQ-1", [earlier(["NONE-1"])])).rejects.toMatchObject({
      code: "curriculum.course_not_on_day",
    });
  });

  it("may be taken together in both directions", async () => {
    await save("REQ-1", [together(["REQ-5"])]);
    await save("REQ-5", [together(["REQ-1"])]);
    expect(await live("REQ-5")).toEqual(["C1 REQ-1 D"]);
    await save("REQ-5", []);
  });

  const insert = (course: string, required: string, over = "'PREREQUISITE', 1, 'D', '2020-01-01', NULL") =>
    arrange(
      database.pool,
      `INSERT INTO course_prerequisite (course_id, required_course_id, kind, group_number, minimum_letter, valid_from, valid_to)
       SELECT o.id, r.id, ${over} FROM course o, course r WHERE o.code = $1 AND r.code = $2 RETURNING id`,
      [course, required],
    );

  it("are held by the database too, whoever writes", async () => {
    await expect(
      insert("REQ-1", "REQ-2", "'PREREQUISITE', 7, 'D', '2020-01-01', NULL"),
    ).rejects.toMatchObject({ constraint: "course_requisite_no_cycle" });
    await expect(insert("REQ-1", "REQ-1")).rejects.toMatchObject({
      constraint: "course_requisite_not_itself",
    });
    await expect(insert("REQ-2", "REQ-1")).rejects.toMatchObject({ constraint: "course_requisite_once" });
    await expect(insert("REQ-2", "REQ-5", "'COREQUISITE', 1, 'D', '2020-01-01', NULL")).rejects.toMatchObject(
      {
        constraint: "course_requisite_group_of_one_kind",
      },
    );
    await expect(
      insert("REQ-3", "REQ-5", "'PREREQUISITE', 7, 'F', '2020-01-01', NULL"),
    ).rejects.toMatchObject({
      constraint: "course_requisite_letter_known",
    });
    // Days that never meet close no circle.
    await insert("REQ-1", "REQ-2", "'PREREQUISITE', 8, 'D', '2010-01-01', '2011-01-01'");
  });

  it("of two who close a circle at one moment one is refused", async () => {
    await makeCourses(["RACE-1", "RACE-2"]);
    const results = await Promise.allSettled([
      save("RACE-1", [earlier(["RACE-2"])]),
      save("RACE-2", [earlier(["RACE-1"])]),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("equivalents", () => {
  beforeAll(() => makeCourses(["EQ-1", "EQ-2", "EQ-3"]));
  const add = (code: string, other: string, isBidirectional = false, over: object = {}) =>
    addEquivalenceCommand(director, {
      code,
      other,
      isBidirectional,
      reason,
      approvedBy: "Academic council",
      approvedOn: today,
      from: "2020-01-01",
      ...over,
    });

  it("count in their direction, once a pair, and never in a circle", async () => {
    await add("EQ-1", "EQ-2");
    await add("EQ-2", "EQ-3", true);
    expect(await listEquivalences(director, "EQ-2")).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ code: "EQ-1", direction: "counts_there" }),
        expect.objectContaining({ code: "EQ-3", direction: "both" }),
      ]),
    );
    await expect(add("EQ-2", "EQ-1")).rejects.toMatchObject({
      fields: { other: ["curriculum.equivalence_once"] },
    });
    await expect(add("EQ-3", "EQ-1")).rejects.toMatchObject({
      code: "curriculum.equivalence_cycle_path",
      params: { path: "EQ-3 → EQ-1 → EQ-2 → EQ-3" },
    });
    await expect(add("EQ-1", "EQ-1")).rejects.toMatchObject({ code: "curriculum.equivalence_itself" });
    await expect(add("EQ-1", "EQ-3", false, { approvedOn: addDays(today, 1) })).rejects.toMatchObject({
      code: "curriculum.approved_later",
    });
  });

  it("are held by the database too", async () => {
    const insert = (original: string, equivalent: string, both = false) =>
      arrange(
        database.pool,
        `INSERT INTO course_equivalence (original_id, equivalent_id, is_bidirectional, reason, approved_by, approved_on, valid_from)
         SELECT o.id, e.id, $3, 'r', 'a', '2020-01-01', '2020-01-01' FROM course o, course e
          WHERE o.code = $1 AND e.code = $2 RETURNING id`,
        [original, equivalent, both],
      );
    await expect(insert("EQ-3", "EQ-1")).rejects.toMatchObject({ constraint: "course_equivalence_no_cycle" });
    await expect(insert("EQ-1", "EQ-3", true)).rejects.toMatchObject({
      constraint: "course_equivalence_no_cycle",
    });
    await expect(insert("EQ-2", "EQ-1")).rejects.toMatchObject({ constraint: "course_equivalence_once" });
    await insert("EQ-1", "EQ-3");
  });

  it("end on a last day", async () => {
    const [row] = (await listEquivalences(director, "EQ-1")).filter(({ code }) => code === "EQ-2");
    const { id, version } = row ?? { id: 0, version: 0 };
    await endEquivalenceCommand(director, { id, version, lastDay: today, reason });
    await expect(
      endEquivalenceCommand(director, { id, version, lastDay: today, reason }),
    ).rejects.toMatchObject({ kind: "stale" });
    expect(await listEquivalences(director, "EQ-1")).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ id, validTo: addDays(today, 1) })]),
    );
  });
});

const book = {
  title: "A book",
  author: "Somebody",
  isbn: "978-0-306-40615-7",
  publisher: null,
  edition: null,
  year: "2019",
  notes: null,
};

describe("textbooks", () => {
  it("keep a checked ISBN once, and know where they are used", async () => {
    const { id } = await createTextbookCommand(director, createTextbookInput.parse(book));
    await expect(
      createTextbookCommand(director, createTextbookInput.parse({ ...book, isbn: "0306406152" })),
    ).rejects.toMatchObject({ code: "curriculum.isbn_taken" });
    expect(() => createTextbookInput.parse({ ...book, isbn: "978-0-306-40615-8" })).toThrow();
    await expect(
      arrange(database.pool, "UPDATE textbook SET isbn = '9780306406158' WHERE id = $1 RETURNING id", [id]),
    ).rejects.toMatchObject({ constraint: "textbook_isbn_holds" });
    const { id: courseId } = await newest("NEW-101");
    await addCourseTextbookCommand(director, { courseId, textbookId: id });
    await expect(addCourseTextbookCommand(director, { courseId, textbookId: id })).rejects.toMatchObject({
      code: "curriculum.textbook_there",
    });
    expect(await listTextbookUses(director, id)).toMatchObject({ courses: [{ code: "NEW-101" }] });
    expect((await findTextbooks(student, "978-0306")).map((row) => row.id)).toEqual([id]);
    const [row] = (await listTextbooks(director, loadTextbookList(new URLSearchParams("q=somebody")))).rows;
    await editTextbookCommand(director, { id, version: row?.version ?? 0, isActive: false });
    expect(await findTextbooks(student, "978-0306")).toEqual([]);
    await removeCourseTextbookCommand(director, { courseId, textbookId: id });
    expect((await listTextbookUses(director, id)).courses).toEqual([]);
  });
});

describe("the history of a course", () => {
  it("tells what was asked for and is gone, equivalents and textbooks too", async () => {
    const told = async (code: string) => {
      const { rows } = await listRecordHistory(
        director,
        await listCourseRows(director, code),
        1,
        100,
        () => true,
      );
      return rows.map((row) => `${row.table} ${row.operation}`);
    };
    expect(await told("REQ-6")).toContain("course_prerequisite DELETE");
    expect(await told("EQ-1")).toContain("course_equivalence UPDATE");
    expect(await told("NEW-101")).toContain("course_textbook DELETE");
  });
});

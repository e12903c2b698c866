import type { ActionRow, PageRow, RouteRow } from "./access-matrix";
import { day, REASON, RECORDS, UNKNOWN } from "./row-parts";

/** Rows of the access matrix about courses, their requisites and equivalences, and textbooks. */

/** Who may read what can be studied. */
const CATALOGUE = [
  "student",
  "teacher",
  "substitute",
  "registrar",
  "academic_director",
  "admissions_officer",
  "auditor",
] as const;
const EDITORS = ["academic_director"] as const;
const CODE = "ENGL-101";

const nothing = (path: string, as: "registrar" | "academic_director" = "registrar") => ({
  as,
  what: "nothing",
  target: path,
});

/** A tab of a course. */
function tab(path: string, who: PageRow["who"]): [string, PageRow] {
  return [
    `/courses/[code]${path}`,
    { who, at: `/courses/${CODE}${path}`, foreign: [nothing(`/courses/NONE-999${path}`)] },
  ];
}

export const COURSE_PAGES: Record<string, PageRow> = {
  "/courses": { who: CATALOGUE },
  "/courses/new": { who: EDITORS },
  "/courses/import": { who: EDITORS },
  "/courses/import/[id]": {
    who: EDITORS,
    at: ({ courseSetId }) => `/courses/import/${courseSetId}`,
    foreign: [
      {
        as: "academic_director",
        what: "an import of students",
        target: ({ changeSetId }) => `/courses/import/${changeSetId}`,
      },
      nothing(`/courses/import/${UNKNOWN}`, "academic_director"),
    ],
  },
  ...Object.fromEntries([
    tab("", CATALOGUE),
    tab("/requisites", CATALOGUE),
    tab("/affected", RECORDS),
    tab("/history", RECORDS),
  ]),
  "/textbooks": { who: CATALOGUE },
  "/textbooks/[id]": {
    who: CATALOGUE,
    at: "/textbooks/1",
    foreign: [nothing(`/textbooks/${UNKNOWN}`)],
  },
  "/textbooks/[id]/history": {
    who: RECORDS,
    at: "/textbooks/1/history",
    foreign: [nothing(`/textbooks/${UNKNOWN}/history`)],
  },
};

export const COURSE_ROUTES: Record<string, RouteRow> = {
  "GET /api/v1/curriculum/courses": { who: CATALOGUE, at: "/api/v1/curriculum/courses?q=ENGL" },
  "GET /api/v1/curriculum/courses/[code]/affected": {
    who: EDITORS,
    at: `/api/v1/curriculum/courses/${CODE}/affected`,
    foreign: [nothing("/api/v1/curriculum/courses/NONE-999/affected", "academic_director")],
  },
  "GET /api/v1/curriculum/courses/export": {
    who: CATALOGUE,
    at: "/api/v1/curriculum/courses/export?format=csv",
  },
  "GET /api/v1/curriculum/courses/template": {
    who: EDITORS,
    at: "/api/v1/curriculum/courses/template?format=csv",
  },
  "GET /api/v1/curriculum/textbooks": { who: CATALOGUE, at: "/api/v1/curriculum/textbooks?q=english" },
};

const unknown = { id: UNKNOWN, version: 1 };
const unknownRow = (input: object) => [
  { as: "academic_director" as const, what: "nothing", target: () => input },
];
const newCourse = {
  code: "NONE-999",
  title: "None",
  titleKm: null,
  shortTitle: "None",
  description: null,
  cycleId: 1,
  credits: 3,
  programmeCode: null,
  level: null,
  isFoundationYear: false,
  isSeniorProject: false,
  recommendedTerm: null,
  earliestTerm: null,
  latestTerm: null,
  retryPriority: 1,
  validFrom: day,
};
const version = {
  ...unknown,
  from: day,
  title: "None",
  titleKm: null,
  shortTitle: "None",
  credits: 3,
  reason: REASON,
};
const ending = { ...unknown, lastDay: day, reason: REASON };
const requisites = { code: "NONE-999", seen: "0-45h", from: "2999-01-01", groups: [] };
const equivalence = {
  code: "NONE-998",
  other: "NONE-999",
  isBidirectional: false,
  reason: REASON,
  approvedBy: "Nobody",
  approvedOn: "2020-01-01",
  from: day,
};
const ofCourse = { courseId: UNKNOWN, textbookId: UNKNOWN };
const book = {
  title: "None",
  author: null,
  isbn: null,
  publisher: null,
  edition: null,
  year: null,
  notes: null,
};

export const COURSE_ACTIONS: Record<string, ActionRow> = {
  "curriculum.create-course": { who: EDITORS, input: () => newCourse },
  "curriculum.edit-course": {
    who: EDITORS,
    input: () => ({ ...unknown, title: "None" }),
    foreign: unknownRow({ ...unknown, title: "None" }),
  },
  "curriculum.new-course-version": {
    who: EDITORS,
    input: () => version,
    foreign: unknownRow(version),
  },
  "curriculum.end-course": { who: EDITORS, input: () => ending, foreign: unknownRow(ending) },
  "curriculum.save-requisites": {
    who: EDITORS,
    input: () => requisites,
    foreign: unknownRow(requisites),
    open: ["groups"],
  },
  "curriculum.add-equivalence": {
    who: EDITORS,
    input: () => equivalence,
    foreign: unknownRow(equivalence),
  },
  "curriculum.end-equivalence": { who: EDITORS, input: () => ending, foreign: unknownRow(ending) },
  "curriculum.add-course-textbook": {
    who: EDITORS,
    input: () => ofCourse,
    foreign: unknownRow(ofCourse),
  },
  "curriculum.remove-course-textbook": { who: EDITORS, input: () => ofCourse },
  "curriculum.create-textbook": { who: EDITORS, input: () => book },
  "curriculum.edit-textbook": {
    who: EDITORS,
    input: () => ({ ...unknown, title: "None" }),
    foreign: unknownRow({ ...unknown, title: "None" }),
  },
};

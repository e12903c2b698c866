import { ROLES } from "@/lib/platform/access/roles";
import type { ActionRow, PageRow, RouteRow } from "./access-matrix";
import { day, RECORDS, UNKNOWN } from "./row-parts";

/** Rows of the access matrix about terms, holidays, tests, scales and templates of classes. */

/** Everybody may know the calendar. */
const ALL = ROLES;
const REGISTRAR = ["registrar"] as const;
const DIRECTOR = ["academic_director"] as const;
/** Who may read what can be studied. */
const READERS = [
  "student",
  "teacher",
  "substitute",
  "registrar",
  "academic_director",
  "admissions_officer",
  "auditor",
] as const;
/** Whoever reads histories. */
const HISTORY = RECORDS;
/** The first term of the demo campus, its first scale and its first template. */
const TERM = "2009T1E";

const gone = (path: string, as: "registrar" | "academic_director") => ({ as, what: "nothing", target: path });
const under = (
  base: string,
  at: string,
  path: string,
  who: PageRow["who"],
  as: "registrar" | "academic_director",
): [string, PageRow] => [
  `${base}${path}`,
  { who, at: `${at}${path}`, foreign: [gone(`${base.replace(/\[\w+\]/, String(UNKNOWN))}${path}`, as)] },
];

export const CALENDAR_PAGES: Record<string, PageRow> = {
  "/terms": { who: ALL },
  "/terms/new": { who: REGISTRAR },
  "/holidays": { who: ALL },
  "/holidays/history": { who: [...HISTORY, "admin"] },
  "/holidays/import": { who: REGISTRAR },
  // The change set of the world is an import of students: of this kind there is none.
  "/holidays/import/[id]": {
    who: REGISTRAR,
    at: ({ holidaySetId }) => `/holidays/import/${holidaySetId}`,
    foreign: [
      {
        as: "registrar",
        what: "an import of students",
        target: ({ changeSetId }) => `/holidays/import/${changeSetId}`,
      },
      gone(`/holidays/import/${UNKNOWN}`, "registrar"),
    ],
  },
  "/scales": { who: READERS },
  "/scales/new": { who: DIRECTOR },
  "/part-templates": { who: READERS },
  "/part-templates/new": { who: DIRECTOR },
  ...Object.fromEntries([
    under("/terms/[code]", `/terms/${TERM}`, "", ALL, "registrar"),
    under("/terms/[code]", `/terms/${TERM}`, "/edit", REGISTRAR, "registrar"),
    under("/terms/[code]", `/terms/${TERM}`, "/history", [...HISTORY, "admin"], "registrar"),
    under("/scales/[id]", "/scales/1", "", READERS, "registrar"),
    under("/scales/[id]", "/scales/1", "/history", HISTORY, "registrar"),
    under("/part-templates/[id]", "/part-templates/1", "", READERS, "registrar"),
    under("/part-templates/[id]", "/part-templates/1", "/edit", DIRECTOR, "academic_director"),
    under("/part-templates/[id]", "/part-templates/1", "/history", HISTORY, "registrar"),
  ]),
  // A scale by which grades were given is shown instead of changed.
  "/scales/[id]/edit": {
    who: DIRECTOR,
    at: "/scales/1/edit",
    answer: 307,
    foreign: [gone(`/scales/${UNKNOWN}/edit`, "academic_director")],
  },
};

export const CALENDAR_ROUTES: Record<string, RouteRow> = {
  "GET /api/v1/calendar/holidays": { who: ALL, at: "/api/v1/calendar/holidays?year=2026" },
  "GET /api/v1/calendar/holiday-template": {
    who: REGISTRAR,
    at: "/api/v1/calendar/holiday-template?format=csv",
  },
};

const term = {
  code: "MATRIX-1",
  name: "Matrix",
  nameKm: "ម៉ាទ្រីស",
  startDate: "2999-01-01",
  endDate: "2999-03-31",
  registrationOpensOn: null,
  registrationClosesOn: null,
  discountEndDate: null,
  addDeadline: null,
  dropDeadline: null,
  paymentDeadline: null,
  baCohortNumber: "",
  maCohortNumber: "",
  isActive: true,
};
const holiday = { name: "Matrix", nameKm: "ម៉ាទ្រីស", startDate: day, endDate: null, notes: "" };
const test = { testType: "MIDTERM", resetDate: day, forAll: true, classIds: [], notes: "" };
const letter = (name: string, minPercent: string, points: string, passes: boolean) => ({
  letter: name,
  minPercent,
  points,
  passes,
  earnsCredit: passes,
});
const scale = { name: "Matrix", grades: [letter("A", "50", "4", true), letter("F", "0", "0", false)] };
const template = {
  name: "Matrix",
  nameKm: "ម៉ាទ្រីស",
  parts: [
    {
      session: 1,
      partType: "MAIN",
      name: "Main",
      nameKm: "ចម្បង",
      weekdays: [1],
      minutes: "90",
      roomNeed: "",
      percent: "100",
      textbookIds: [],
    },
  ],
};
const known = { id: UNKNOWN, version: 1 };

/** An action on a record that does not exist: who may is told that there is none. */
const onNothing = (
  who: readonly ("registrar" | "academic_director")[],
  input: object,
  more: Partial<ActionRow> = {},
): ActionRow => ({
  who,
  input: () => input,
  foreign: [{ as: who[0] ?? "registrar", what: "nothing", target: () => input }],
  ...more,
});

export const CALENDAR_ACTIONS: Record<string, ActionRow> = {
  "calendar.create-term": { who: REGISTRAR, input: () => ({ ...term, termType: "X" }) },
  "classes.preview-term": onNothing(REGISTRAR, { ...term, ...known }),
  "classes.edit-term": onNothing(REGISTRAR, { ...term, ...known }),
  "classes.create-holiday": { who: REGISTRAR, input: () => holiday },
  "classes.edit-holiday": onNothing(REGISTRAR, { ...holiday, ...known }),
  "classes.set-holiday": onNothing(REGISTRAR, { ...known, isActive: false }),
  "classes.create-test-reset": onNothing(REGISTRAR, { ...test, termId: UNKNOWN }, { open: ["classIds"] }),
  "classes.edit-test-reset": onNothing(REGISTRAR, { ...test, ...known }, { open: ["classIds"] }),
  "classes.remove-test-reset": onNothing(REGISTRAR, known),
  "classes.fill-test-resets": onNothing(REGISTRAR, { termId: UNKNOWN }),
  "curriculum.create-scale": {
    who: DIRECTOR,
    open: ["grades"],
    input: () => ({ ...scale, kind: "ACADEMIC", validFrom: "2999-01-01" }),
  },
  "curriculum.edit-scale": onNothing(DIRECTOR, { ...scale, ...known }, { open: ["grades"] }),
  "curriculum.remove-scale": onNothing(DIRECTOR, known),
  "curriculum.create-template": {
    who: DIRECTOR,
    open: ["parts"],
    input: () => ({
      ...template,
      programmeId: UNKNOWN,
      levelFrom: "",
      levelTo: "",
      validFrom: "2999-01-01",
      replacesId: null,
    }),
  },
  "curriculum.edit-template": onNothing(DIRECTOR, { ...template, ...known }, { open: ["parts"] }),
  "curriculum.end-template": onNothing(DIRECTOR, { ...known, validTo: "2999-01-01" }),
};

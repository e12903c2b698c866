import type { ActionRow, PageRow, RouteRow } from "./access-matrix";
import { REASON, RECORDS, UNKNOWN } from "./row-parts";

/** Rows of the access matrix about divisions, cycles, programmes and the lists of degrees. */

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
const DIRECTOR = ["academic_director"] as const;
const FAR = "2999-01-01";

const gone = (path: string, as: "academic_director" | "registrar" = "academic_director") => ({
  as,
  what: "nothing",
  target: path,
});
const part = (path: string, who: PageRow["who"] = READERS): [string, PageRow] => [
  `/programmes/[code]${path}`,
  { who, at: `/programmes/TESOL${path}`, foreign: [gone(`/programmes/NOWHERE${path}`)] },
];

export const PROGRAMME_PAGES: Record<string, PageRow> = {
  "/programmes": { who: READERS },
  "/programmes/new": { who: DIRECTOR },
  "/programmes/structure": { who: READERS },
  "/programmes/import": { who: DIRECTOR },
  "/programmes/import/[id]": {
    who: DIRECTOR,
    at: ({ requirementSetId }) => `/programmes/import/${requirementSetId}`,
    foreign: [
      {
        as: "academic_director",
        what: "an import of students",
        target: ({ changeSetId }) => `/programmes/import/${changeSetId}`,
      },
      gone(`/programmes/import/${UNKNOWN}`),
    ],
  },
  ...Object.fromEntries([
    part(""),
    part("/requirements"),
    part("/map"),
    part("/students", RECORDS),
    part("/history", RECORDS),
  ]),
};

export const PROGRAMME_ROUTES: Record<string, RouteRow> = {
  "GET /api/v1/curriculum/requirements/affected": {
    who: RECORDS,
    at: `/api/v1/curriculum/requirements/affected?programme=TESOL&from=${FAR}`,
    foreign: [gone(`/api/v1/curriculum/requirements/affected?programme=NOWHERE&from=${FAR}`)],
  },
  "GET /api/v1/curriculum/requirements/export": {
    who: READERS,
    at: "/api/v1/curriculum/requirements/export?programme=TESOL&format=csv",
    foreign: [gone("/api/v1/curriculum/requirements/export?programme=NOWHERE")],
  },
  "GET /api/v1/curriculum/requirements/template": {
    who: DIRECTOR,
    at: "/api/v1/curriculum/requirements/template?format=csv",
  },
};

const names = { name: "New", nameKm: "ថ្មី", displayOrder: 900, isActive: true };
const division = { ...names, description: null };
const cycle = { ...names, divisionId: UNKNOWN, rank: 1, typicalTerms: null };
const programme = {
  code: "MATRIX-P",
  name: "New",
  nameKm: "ថ្មី",
  shortName: null,
  kind: "ACADEMIC",
  award: "BA",
  cycleId: UNKNOWN,
  facultyCode: null,
  facultyName: null,
  creditsRequired: null,
  displayOrder: 900,
};
const list = { programme: "NOWHERE", from: FAR, affected: 0, reason: REASON };
const line = { ...list, sequence: 1, current: "ENGL-101" };
const nothing = (target: unknown) => [
  { as: "academic_director" as const, what: "nothing", target: () => target },
];
const key = { id: UNKNOWN, version: 1 };
/** An action that names something that is not there: the director is told so, everybody else refused. */
const onNothing = (input: unknown): ActionRow => ({
  who: DIRECTOR,
  input: () => input,
  foreign: nothing(input),
});

export const PROGRAMME_ACTIONS: Record<string, ActionRow> = {
  "curriculum.create-division": { who: DIRECTOR, input: () => ({ code: "MATRIX-D", ...division }) },
  "curriculum.edit-division": onNothing({ ...key, ...division }),
  "curriculum.create-cycle": onNothing({ code: "MATRIX-C", ...cycle }),
  "curriculum.edit-cycle": onNothing({ ...key, ...cycle }),
  "curriculum.create-programme": onNothing(programme),
  "curriculum.edit-programme": onNothing({ ...key, name: "Other" }),
  "curriculum.open-programme": onNothing({ ...key, isActive: false }),
  "studies.add-requirement": onNothing({ ...list, course: "ENGL-101", place: 1, name: "" }),
  "studies.move-requirement": onNothing({ ...line, place: 2 }),
  "studies.replace-requirement": onNothing({ ...line, course: "ENGL-102", name: "" }),
  "studies.end-requirement": onNothing(line),
  "studies.cancel-requirements": onNothing(list),
};

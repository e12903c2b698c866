import type { ActionRow, PageRow, RouteRow } from "./access-matrix";
import { day, REASON, RECORDS, UNKNOWN } from "./row-parts";

/** Rows of the access matrix about making and changing classes, combined and reading classes, and project groups. */

const EDITORS = ["registrar"] as const;
/** What reaches over programmes: combined courses; and the groups of senior projects. */
const ACADEMIC = ["registrar", "academic_director"] as const;
const nothing = (target: string) => [{ as: "registrar" as const, what: "nothing", target }];
const NO_GROUP = `/project-groups/${UNKNOWN}`;

export const CLASS_PAGES: Record<string, PageRow> = {
  "/classes/new": { who: EDITORS },
  "/classes/[id]/parts": {
    who: RECORDS,
    at: ({ teacherClassId }) => `/classes/${teacherClassId}/parts`,
    foreign: nothing(`/classes/${UNKNOWN}/parts`),
  },
  "/classes/[id]/combined": {
    who: RECORDS,
    at: ({ teacherClassId }) => `/classes/${teacherClassId}/combined`,
    foreign: nothing(`/classes/${UNKNOWN}/combined`),
  },
  "/combined-courses": { who: RECORDS },
  "/project-groups": { who: RECORDS },
  "/project-groups/new": { who: ACADEMIC },
  // A small campus may have no group: who is let in learns that there is none, all others are refused before.
  "/project-groups/[id]": { who: RECORDS, at: NO_GROUP, answer: 404, foreign: nothing(NO_GROUP) },
  "/project-groups/[id]/history": {
    who: RECORDS,
    at: `${NO_GROUP}/history`,
    answer: 404,
    foreign: nothing(`${NO_GROUP}/history`),
  },
};

const plan = (termId: number) => `/api/v1/classes/plan?course=NONE-1&termId=${termId}&timeOfDay=EVE`;

export const CLASS_ROUTES: Record<string, RouteRow> = {
  // A directory of who works here, as that of colleagues.
  "GET /api/v1/classes/teachers": {
    who: ["teacher", "substitute", ...RECORDS, "finance_manager", "admissions_officer", "admin"],
    at: "/api/v1/classes/teachers?q=sok",
  },
  "GET /api/v1/classes/plan": { who: EDITORS, at: plan(1), foreign: nothing(plan(UNKNOWN)) },
};

const unknown = { id: UNKNOWN, version: 1 };
const foreign = (as: "registrar" | "academic_director", input: object) => [
  { as, what: "nothing", target: () => input },
];
const row = (who: ActionRow["who"], input: object, open?: readonly string[]): ActionRow => ({
  who,
  input: () => input,
  foreign: foreign("registrar", input),
  ...(open ? { open } : {}),
});

const newClass = {
  course: "NONE-1",
  termId: UNKNOWN,
  section: null,
  timeOfDay: "EVE",
  classType: "STANDARD",
  capacity: 30,
  combine: true,
  notes: null,
  targetEnrolment: 3,
  description: null,
};
const combinedTemplate = { name: "None", nameKm: null, courses: ["NONE-1", "NONE-2"], isActive: true };
const session = { number: 1, name: "Session 1", nameKm: "វគ្គទី1", weight: "1", parts: [] };
const project = {
  courseId: UNKNOWN,
  termId: UNKNOWN,
  title: "None",
  description: null,
  advisorId: null,
  proposedOn: day,
  students: [UNKNOWN],
};

export const CLASS_ACTIONS: Record<string, ActionRow> = {
  "classes.create": { who: EDITORS, input: () => newClass },
  "classes.edit": row(EDITORS, { ...unknown, notes: "none" }),
  "classes.edit-parts": row(EDITORS, { ...unknown, sessions: [session] }, ["sessions"]),
  "classes.move": row(EDITORS, { ...unknown, to: "SCHEDULED", reason: REASON }),
  "classes.edit-reading": row(EDITORS, { ...unknown, targetEnrolment: 4 }),
  "classes.convert-reading": row(EDITORS, { ...unknown, reason: REASON }),
  "classes.combine": row(EDITORS, {
    ...unknown,
    joinsId: UNKNOWN - 1,
    joinsVersion: 1,
    capacity: 30,
    reason: REASON,
  }),
  "classes.split": row(EDITORS, { ...unknown, capacity: 30, reason: REASON }),
  "classes.create-combined-template": { who: ACADEMIC, input: () => combinedTemplate, open: ["courses"] },
  "classes.edit-combined-template": row(ACADEMIC, { ...combinedTemplate, ...unknown }, ["courses"]),
  "classes.create-project": { who: ACADEMIC, input: () => project, open: ["students"] },
  "classes.edit-project": row(ACADEMIC, { ...unknown, title: "None" }),
  "classes.move-project": row(ACADEMIC, { ...unknown, to: "APPROVED", on: day, reason: REASON }),
  "classes.add-project-member": row(ACADEMIC, { ...unknown, student: UNKNOWN }),
  "classes.remove-project-member": row(ACADEMIC, { ...unknown, memberId: UNKNOWN }),
};

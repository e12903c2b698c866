import { ROLES, type RoleName } from "@/lib/platform/access/roles";
import { CALENDAR_ACTIONS, CALENDAR_PAGES, CALENDAR_ROUTES } from "./calendar-rows";
import { CLASS_ACTIONS, CLASS_PAGES, CLASS_ROUTES } from "./class-rows";
import { COURSE_ACTIONS, COURSE_PAGES, COURSE_ROUTES } from "./course-rows";
import { DRAFT_TIMETABLE_ACTIONS, DRAFT_TIMETABLE_PAGES } from "./draft-timetable-rows";
import { OFFERING_ACTIONS, OFFERING_PAGES } from "./offering-rows";
import { ORGANISATION_ACTIONS, ORGANISATION_PAGES, ORGANISATION_ROUTES } from "./organisation-rows";
import { PEOPLE_ACTIONS, PEOPLE_PAGES, PEOPLE_ROUTES } from "./people-rows";
import { PRIVACY_ACTIONS, PRIVACY_PAGES, PRIVACY_ROUTES } from "./privacy-rows";
import { PROGRAMME_ACTIONS, PROGRAMME_PAGES, PROGRAMME_ROUTES } from "./programme-rows";
import { day, NO_FILE, PRINTERS, READERS, REASON, RECORDS, step, template, UNKNOWN } from "./row-parts";
import { STUDIES_ACTIONS } from "./studies-rows";
import { TIMETABLE_ACTIONS, TIMETABLE_PAGES, TIMETABLE_ROUTES } from "./timetable-rows";
import { WEEK_ACTIONS, WEEK_PAGES, WEEK_ROUTES } from "./week-rows";
import type { World } from "./world";

/**
 * Who may do what: every action, page and route of the system against every role. It is written by hand and reviewed;
 * `tests/architecture/access-matrix.test.ts` compares it with the source and the role map, and
 * `tests/e2e/access/matrix.spec.ts` drives each row over HTTP as every role and as nobody. A new action, page or
 * route without a row fails.
 *
 * The roles of a row are let in. Everybody else is refused with 403 (a page, a route) or `forbidden` (an action), who
 * is not signed in with a redirect to the sign-in page, 401 or `unauthenticated`, and nothing is written.
 */
export type Who = readonly RoleName[] | "signed_in" | "public";

type Path = string | ((world: World) => string);

/** Somebody who holds the permission, and a record beyond their reach: always "not found", never "forbidden". */
type Foreign<Target> = { as: RoleName | "scoped_director"; what: string; target: Target };

export type PageRow = {
  who: Who;
  /** An address that exists; without it the pattern itself. */
  at?: Path;
  /** Status for who is let in, when it is not 200. */
  answer?: number;
  /** Roles that pass the guard but do not reach the record of `at`: 404. */
  beyond?: readonly RoleName[];
  foreign?: readonly Foreign<Path>[];
};

export type RouteRow = PageRow & { body?: unknown };

export type ActionRow = {
  who: Who;
  /** Whom the permission of the action itself lets in, where the command asks further. */
  declared?: Who;
  /** A complete input: refused all the same without the right, and then nothing is written. */
  input?: (world: World) => unknown;
  foreign?: readonly Foreign<(world: World) => unknown>[];
  /** Fields that take lists or objects of anybody's making; in every other field one is refused. */
  open?: readonly string[];
  /** A form of its own, driven by a test of its own: the name of that test. */
  ownTest?: string;
};

const TEACHERS = ["teacher", "substitute"] as const;
/** Staff of every kind: they have a desk, and see on it what their role may. */
const DESK = [...RECORDS, "cashier", "finance_manager", "admissions_officer", "admin", "operator"] as const;
/** Whose work may become a job: they see and stop their own. */
const JOB_OWNERS = [...RECORDS, "finance_manager", "admin", "operator"] as const;
const merge = (id: number) => ({
  selection: { kind: "ids", list: "students", ids: [id] },
  templateId: UNKNOWN,
  templateVersion: 1,
  language: "km",
});
const newRow = { id: null, version: null };
/** A complete entry of every list of a person's details. */
const DETAILS = {
  address: {
    kind: "CURRENT",
    country: "KH",
    province: "KEP",
    district: null,
    commune: null,
    village: null,
    line: null,
    postalCode: null,
  },
  paper: {
    kind: "OTHER",
    number: "1",
    country: "KH",
    issuedOn: null,
    expiresOn: null,
    issuedBy: null,
    fileId: null,
  },
  schooling: {
    level: "OTHER",
    school: "School",
    country: "KH",
    province: null,
    startedYear: null,
    endedYear: null,
    completed: true,
    credential: null,
    grade: null,
  },
  employment: { employer: "Employer", jobTitle: null, phone: null, startedOn: null, endedOn: null },
  relation: { otherId: UNKNOWN - 1, role: "SIBLING", note: null },
  "monk-period": { ordainedOn: null, leftOn: null, pagoda: null },
};
const statusMove = {
  version: 1,
  to: "DROPPED",
  effectiveOn: day,
  reason: REASON,
  dropClassIds: [],
  endProgrammes: [],
};

export const PAGES: Record<string, PageRow> = {
  ...PEOPLE_PAGES,
  ...CALENDAR_PAGES,
  ...CLASS_PAGES,
  ...COURSE_PAGES,
  ...DRAFT_TIMETABLE_PAGES,
  ...OFFERING_PAGES,
  ...ORGANISATION_PAGES,
  ...PRIVACY_PAGES,
  ...TIMETABLE_PAGES,
  ...WEEK_PAGES,
  ...PROGRAMME_PAGES,
  "/": { who: "public", answer: 307 },
  "/sign-in": { who: "public" },
  "/account": { who: "signed_in" },
  "/approvals": { who: "signed_in" },
  "/approvals/[id]": {
    who: "signed_in",
    at: ({ approvalId }) => `/approvals/${approvalId}`,
    // A grant of a role: administrators decide it, auditors read it, for all others there is none.
    beyond: ROLES.filter((role) => role !== "admin" && role !== "auditor"),
    foreign: [{ as: "admin", what: "nothing", target: `/approvals/${UNKNOWN}` }],
  },

  "/my": { who: ["student"] },
  "/my/timetable": { who: ["student"] },
  "/my/studies": { who: ["student"] },

  "/teach": { who: TEACHERS },
  "/teach/timetable": { who: TEACHERS },
  "/teach/classes/[id]": {
    who: TEACHERS,
    beyond: ["substitute"],
    at: ({ teacherClassId }) => `/teach/classes/${teacherClassId}`,
    foreign: [
      {
        as: "teacher",
        what: "the class of somebody else",
        target: ({ foreignClassId }) => `/teach/classes/${foreignClassId}`,
      },
      {
        as: "substitute",
        what: "a class that is not to be taken over",
        target: ({ foreignClassId }) => `/teach/classes/${foreignClassId}`,
      },
    ],
  },
  "/messages": { who: RECORDS },
  "/messages/[id]": {
    who: RECORDS,
    at: ({ mergeId }) => `/messages/${mergeId}`,
    foreign: [
      { as: "registrar", what: "nothing", target: `/messages/${UNKNOWN}` },
      {
        as: "scoped_director",
        what: "a message of somebody else",
        target: ({ mergeId }) => `/messages/${mergeId}`,
      },
    ],
  },
  "/messages/templates": { who: RECORDS },
  "/messages/templates/new": { who: PRINTERS },
  "/messages/templates/[id]": {
    who: RECORDS,
    at: ({ templateId }) => `/messages/templates/${templateId}`,
    foreign: [{ as: "registrar", what: "nothing", target: `/messages/templates/${UNKNOWN}` }],
  },
  "/messages/merge": { who: PRINTERS },
  ...Object.fromEntries(
    ["programme", "journey", "enrolments", "record", "history"].map((tab): [string, PageRow] => [
      `/students/[number]/${tab}`,
      {
        who: RECORDS,
        at: ({ studentLabel }) => `/students/${studentLabel}/${tab}`,
        foreign: [
          { as: "registrar", what: "nobody", target: `/students/999999999/${tab}` },
          {
            as: "scoped_director",
            what: "a student of another programme",
            target: ({ outsideLabel }) => `/students/${outsideLabel}/${tab}`,
          },
        ],
      },
    ]),
  ),
  "/change-sets": { who: READERS },
  "/change-sets/[id]": {
    who: READERS,
    at: ({ changeSetId }) => `/change-sets/${changeSetId}`,
    foreign: [{ as: "registrar", what: "nothing", target: `/change-sets/${UNKNOWN}` }],
  },
  "/enrol": {
    who: ["registrar", "academic_director"],
    foreign: [
      {
        as: "scoped_director",
        what: "a student of another programme",
        target: ({ outsideLabel }) => `/enrol?student=${outsideLabel}`,
      },
    ],
  },

  "/home": { who: DESK },
  "/classes": { who: RECORDS },
  "/classes/[id]": {
    who: RECORDS,
    at: ({ teacherClassId }) => `/classes/${teacherClassId}`,
    foreign: [{ as: "registrar", what: "nothing", target: `/classes/${UNKNOWN}` }],
  },
  "/classes/[id]/history": {
    who: RECORDS,
    at: ({ teacherClassId }) => `/classes/${teacherClassId}/history`,
    foreign: [{ as: "registrar", what: "nothing", target: `/classes/${UNKNOWN}/history` }],
  },

  "/admin/users": { who: ["admin", "auditor"] },
  "/admin/users/new": { who: ["admin"] },
  ...Object.fromEntries(
    ["", "/rights", "/sign-ins", "/history"].map((tab): [string, PageRow] => [
      `/admin/users/[id]${tab}`,
      {
        who: ["admin", "auditor"],
        at: ({ foreignAccountId }) => `/admin/users/${foreignAccountId}${tab}`,
        foreign: [{ as: "admin", what: "nobody", target: `/admin/users/${UNKNOWN}${tab}` }],
      },
    ]),
  ),
  "/admin/sign-ins": { who: ["admin", "auditor"] },
  "/admin/access-log": { who: ["admin", "auditor"] },
  "/admin/access/effective": { who: ["admin", "auditor"] },
  "/admin/audit": { who: ["admin", "auditor"] },
  "/admin/access": { who: ["admin", "auditor"] },
  "/admin/access/grant": { who: ["admin"] },
  "/admin/access/[id]": {
    who: ["admin", "auditor"],
    at: ({ assignmentId }) => `/admin/access/${assignmentId}`,
    foreign: [{ as: "admin", what: "nothing", target: `/admin/access/${UNKNOWN}` }],
  },
  "/admin/jobs": { who: JOB_OWNERS },
  "/admin/jobs/[id]": {
    who: JOB_OWNERS,
    at: ({ foreignJobId }) => `/admin/jobs/${foreignJobId}`,
    // Their own jobs only; who looks after all of them sees this one.
    beyond: ["registrar", "academic_director", "finance_manager"],
  },
  "/admin/settings": { who: ["admin", "auditor"] },
  "/admin/settings/[key]": {
    who: ["admin", "auditor"],
    at: ({ settingKey }) => `/admin/settings/${settingKey}`,
    foreign: [{ as: "admin", what: "nothing", target: "/admin/settings/no.such.key" }],
  },
};

export const ROUTES: Record<string, RouteRow> = {
  ...PEOPLE_ROUTES,
  ...CALENDAR_ROUTES,
  ...CLASS_ROUTES,
  ...COURSE_ROUTES,
  ...ORGANISATION_ROUTES,
  ...PRIVACY_ROUTES,
  ...TIMETABLE_ROUTES,
  ...WEEK_ROUTES,
  ...PROGRAMME_ROUTES,
  "GET /api/auth/[...nextauth]": { who: "public", at: "/api/auth/csrf" },
  "POST /api/auth/backchannel-logout": { who: "public", at: "/api/auth/backchannel-logout", answer: 404 },
  "POST /api/auth/[...nextauth]": { who: "public", at: "/api/auth/_log", answer: 404 },
  "GET /api/metrics": { who: "public", at: "/api/metrics" },
  "GET /health": { who: "public" },
  "GET /health/live": { who: "public" },
  "GET /health/ready": { who: "public" },

  "GET /api/files/[id]": {
    who: "signed_in",
    at: `/api/files/${NO_FILE}`,
    answer: 404,
    foreign: (["student", "teacher", "cashier", "auditor"] as const).map((as) => ({
      as,
      what: "the file of somebody else",
      target: ({ foreignFileId }) => `/api/files/${foreignFileId}`,
    })),
  },
  "GET /api/own-data/[id]": { who: "signed_in", at: `/api/own-data/${UNKNOWN}`, answer: 404 },
  // Let in, and told that there is no such purpose.
  "POST /api/uploads": { who: PRINTERS, at: "/api/uploads?purpose=none&name=x.csv", answer: 422 },
  "GET /api/v1/approvals/waiting": { who: "signed_in" },
  "GET /api/v1/jobs/[id]": {
    who: JOB_OWNERS,
    at: ({ foreignJobId }) => `/api/v1/jobs/${foreignJobId}`,
    beyond: ["registrar", "academic_director", "finance_manager"],
  },
  "GET /api/v1/jobs/mine": { who: JOB_OWNERS },
  "POST /api/v1/jobs/mine/seen": { who: JOB_OWNERS, answer: 422 },
  "GET /api/v1/audit/export": { who: ["admin", "auditor"], at: "/api/v1/audit/export?from=2999-01-01" },
  "GET /api/v1/search": { who: "signed_in", at: "/api/v1/search?q=sok" },
  "GET /api/v1/sign-ins/export": {
    who: ["admin", "auditor"],
    at: "/api/v1/sign-ins/export?from=2999-01-01",
  },
  "GET /api/v1/access-log/export": {
    who: ["admin", "auditor"],
    at: "/api/v1/access-log/export?from=2999-01-01",
  },
  // Who may not open the list is told that there is none.
  "GET /api/v1/views": {
    who: "signed_in",
    at: "/api/v1/views?list=students",
    beyond: ["student", "teacher", "substitute", "admin", "operator"],
  },
  "GET /api/v1/registration/desk": {
    who: ["registrar", "academic_director"],
    at: ({ studentNumber }) => `/api/v1/registration/desk?number=${studentNumber}`,
    foreign: [
      { as: "registrar", what: "nobody", target: "/api/v1/registration/desk?number=999999999" },
      {
        as: "scoped_director",
        what: "a student of another programme",
        target: ({ outsideNumber }) => `/api/v1/registration/desk?number=${outsideNumber}`,
      },
    ],
  },
  "GET /api/v1/registration/status-effect": {
    who: ["registrar"],
    at: ({ studentNumber }) =>
      `/api/v1/registration/status-effect?number=${studentNumber}&to=DROPPED&effectiveOn=${day}`,
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: `/api/v1/registration/status-effect?number=999999999&to=DROPPED&effectiveOn=${day}`,
      },
    ],
  },
  "GET /api/v1/classes/[id]/roster": {
    who: [...RECORDS, ...TEACHERS],
    beyond: ["substitute"],
    at: ({ teacherClassId }) => `/api/v1/classes/${teacherClassId}/roster`,
    foreign: [
      {
        as: "teacher",
        what: "the class of somebody else",
        target: ({ foreignClassId }) => `/api/v1/classes/${foreignClassId}/roster`,
      },
      { as: "registrar", what: "nothing", target: `/api/v1/classes/${UNKNOWN}/roster` },
    ],
  },
};

export const ACTIONS: Record<string, ActionRow> = {
  ...PEOPLE_ACTIONS,
  ...STUDIES_ACTIONS,
  ...CALENDAR_ACTIONS,
  ...CLASS_ACTIONS,
  ...COURSE_ACTIONS,
  ...DRAFT_TIMETABLE_ACTIONS,
  ...OFFERING_ACTIONS,
  ...ORGANISATION_ACTIONS,
  ...PRIVACY_ACTIONS,
  ...TIMETABLE_ACTIONS,
  ...WEEK_ACTIONS,
  ...PROGRAMME_ACTIONS,
  "lib/platform/auth/actions.ts#signIn": { who: "public", ownTest: "the sign-in form" },
  "lib/platform/auth/actions.ts#signInPersona": { who: "public", ownTest: "the sign-in form" },
  "lib/platform/auth/actions.ts#signOut": { who: "public", ownTest: "signing out" },
  "lib/platform/auth/actions.ts#switchRole": { who: "signed_in", ownTest: "switching the role" },
  "auth.save-preferences": {
    who: "signed_in",
    input: () => ({ locale: "km", digits: "khmer", theme: "dark", density: "compact" }),
  },
  "auth.change-password": { who: "signed_in", input: () => ({ current: "x", next: "y" }) },
  "auth.end-session": {
    who: "signed_in",
    input: ({ foreignSessionId }) => ({ sessionId: foreignSessionId }),
    foreign: [
      {
        as: "student",
        what: "the session of somebody else",
        target: ({ foreignSessionId }) => ({ sessionId: foreignSessionId }),
      },
      {
        as: "admin",
        what: "the session of somebody else",
        target: ({ foreignSessionId }) => ({ sessionId: foreignSessionId }),
      },
    ],
  },
  "auth.sign-out-everywhere": { who: "signed_in", input: () => ({}) },

  "access.grant-role": {
    who: ["admin"],
    input: ({ studentEmail }) => ({
      email: studentEmail,
      role: "registrar",
      scopeKind: "ALL",
      scopeRef: null,
      authorityLevel: 1,
      validFrom: "2999-01-01",
      lastDay: null,
      reason: REASON,
    }),
  },
  "messages.create-template": {
    who: PRINTERS,
    input: () => ({ ...template, name: "Of the matrix" }),
  },
  "messages.edit-template": {
    who: PRINTERS,
    input: () => ({ ...template, id: UNKNOWN, version: 1, isActive: true }),
    foreign: [
      {
        as: "registrar",
        what: "nothing",
        target: () => ({ ...template, id: UNKNOWN, version: 1, isActive: true }),
      },
    ],
  },
  "messages.preview-facts": {
    who: RECORDS,
    input: ({ studentNumber: number }) => ({ number }),
    foreign: [
      {
        as: "scoped_director",
        what: "a student of another programme",
        target: ({ outsideNumber: number }) => ({ number }),
      },
    ],
  },
  "messages.start-merge": {
    who: PRINTERS,
    input: ({ studentId }) => merge(studentId),
    foreign: [{ as: "registrar", what: "no template", target: ({ studentId }) => merge(studentId) }],
  },
  "messages.resend": {
    who: PRINTERS,
    input: () => ({ id: UNKNOWN }),
    foreign: [{ as: "registrar", what: "nothing", target: () => ({ id: UNKNOWN }) }],
  },
  "access.revoke-role": {
    who: ["admin"],
    input: ({ assignmentId }) => ({ id: assignmentId, version: 1, reason: REASON }),
    foreign: [{ as: "admin", what: "nothing", target: () => ({ id: UNKNOWN, version: 1, reason: REASON }) }],
  },
  "accounts.disable": {
    who: ["admin"],
    input: ({ foreignAccountId: id }) => ({ id, version: 1, reason: REASON }),
    foreign: [{ as: "admin", what: "nobody", target: () => ({ id: UNKNOWN, version: 1, reason: REASON }) }],
  },
  "accounts.enable": {
    who: ["admin"],
    input: ({ foreignAccountId: id }) => ({ id, version: 1, reason: REASON }),
    foreign: [{ as: "admin", what: "nobody", target: () => ({ id: UNKNOWN, version: 1, reason: REASON }) }],
  },
  "accounts.end-session": {
    who: ["admin"],
    input: ({ foreignAccountId: id, foreignSessionId: sessionId }) => ({ id, sessionId }),
    foreign: [
      {
        as: "admin",
        what: "the session of another account",
        target: ({ foreignSessionId: sessionId }) => ({ id: UNKNOWN, sessionId }),
      },
    ],
  },
  "accounts.end-sessions": {
    who: ["admin"],
    input: ({ foreignAccountId: id }) => ({ id, reason: REASON }),
    foreign: [{ as: "admin", what: "nobody", target: () => ({ id: UNKNOWN, reason: REASON }) }],
  },
  "accounts.create": {
    who: ["admin"],
    input: () => ({
      email: "made-by-the-matrix@demo.naga.example",
      displayName: "MADE Account",
      password: "a long sentence of the access matrix",
      reason: REASON,
    }),
  },
  "accounts.reset-password": {
    who: ["admin"],
    input: ({ foreignAccountId: id }) => ({
      id,
      version: 1,
      password: "a long sentence of the access matrix",
      reason: REASON,
    }),
    foreign: [
      {
        as: "admin",
        what: "nobody",
        target: () => ({
          id: UNKNOWN,
          version: 1,
          password: "a long sentence of the access matrix",
          reason: REASON,
        }),
      },
    ],
  },
  "platform.change-setting": {
    who: ["admin"],
    input: ({ settingKey }) => ({
      key: settingKey,
      value: "1",
      validFrom: "2999-01-01",
      version: 0,
      reason: REASON,
    }),
  },

  "change_sets.preview": { who: ["registrar"], declared: READERS, input: step },
  "change_sets.apply": { who: ["registrar"], declared: READERS, input: step },
  "change_sets.undo": { who: ["registrar"], declared: PRINTERS, input: step },

  "jobs.cancel": {
    who: JOB_OWNERS,
    input: ({ foreignJobId: id }) => ({ id }),
    foreign: [
      { as: "registrar", what: "the job of somebody else", target: ({ foreignJobId: id }) => ({ id }) },
      { as: "auditor", what: "the job of somebody else", target: ({ foreignJobId: id }) => ({ id }) },
    ],
  },
  "jobs.retry": {
    who: JOB_OWNERS,
    input: ({ foreignJobId: id }) => ({ id }),
    foreign: [
      { as: "registrar", what: "the job of somebody else", target: ({ foreignJobId: id }) => ({ id }) },
      { as: "auditor", what: "the job of somebody else", target: ({ foreignJobId: id }) => ({ id }) },
    ],
  },
  "platform.save-view": {
    who: "signed_in",
    open: ["params"],
    input: () => ({ list: "students", name: "V", params: {}, isShared: false, isDefault: false }),
  },
  "platform.edit-view": {
    who: "signed_in",
    input: () => ({ id: UNKNOWN, version: 1, name: "V", isShared: false, isDefault: false }),
    foreign: [
      {
        as: "registrar",
        what: "no view",
        target: () => ({ id: UNKNOWN, version: 1, name: "V", isShared: false, isDefault: false }),
      },
    ],
  },
  "platform.remove-view": {
    who: "signed_in",
    input: () => ({ id: UNKNOWN, version: 1 }),
    foreign: [{ as: "registrar", what: "no view", target: () => ({ id: UNKNOWN, version: 1 }) }],
  },
  ...Object.fromEntries(
    Object.entries(DETAILS).flatMap(([name, facts]): [string, ActionRow][] => [
      [
        `people.save-${name}`,
        {
          who: ["registrar"],
          input: ({ studentId: personId }) => ({ personId, ...newRow, ...facts }),
          foreign: [
            { as: "registrar", what: "nobody", target: () => ({ personId: UNKNOWN, ...newRow, ...facts }) },
            {
              as: "registrar",
              what: "a row of somebody else",
              target: ({ studentId: personId }) => ({ personId, id: UNKNOWN, version: 1, ...facts }),
            },
          ],
        },
      ],
      [
        `people.remove-${name}`,
        {
          who: ["registrar"],
          input: ({ studentId: personId }) => ({ personId, id: UNKNOWN, version: 1 }),
          foreign: [
            { as: "registrar", what: "nobody", target: () => ({ personId: UNKNOWN, id: 1, version: 1 }) },
            {
              as: "registrar",
              what: "a row of somebody else",
              target: ({ studentId: personId }) => ({ personId, id: UNKNOWN, version: 1 }),
            },
          ],
        },
      ],
    ]),
  ),

  "registration.change-status": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({ number, ...statusMove }),
    foreign: [{ as: "registrar", what: "nobody", target: () => ({ number: UNKNOWN, ...statusMove }) }],
  },
  "registration.enrol-student": {
    who: ["registrar", "academic_director"],
    input: ({ studentId, foreignClassId: classId }) => ({ studentId, items: [{ classId }] }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: ({ foreignClassId: classId }) => ({ studentId: UNKNOWN, items: [{ classId }] }),
      },
      {
        as: "scoped_director",
        what: "a student of another programme",
        target: ({ outsideId: studentId, foreignClassId: classId }) => ({ studentId, items: [{ classId }] }),
      },
    ],
  },
  "registration.drop-enrolment": {
    who: ["registrar"],
    input: ({ enrolledId: studentId, teacherClassId: classId }) => ({ studentId, classId, reason: REASON }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: ({ teacherClassId: classId }) => ({ studentId: UNKNOWN, classId, reason: REASON }),
      },
    ],
  },
  "registration.enrol-many": {
    who: ["registrar", "academic_director"],
    input: ({ studentNumber, foreignClassId: classId }) => ({ classId, numbers: String(studentNumber) }),
    foreign: [
      {
        as: "registrar",
        what: "no class",
        target: ({ studentNumber }) => ({ classId: UNKNOWN, numbers: String(studentNumber) }),
      },
    ],
  },
};

import { ROLES, type RoleName } from "@/lib/platform/access/roles";
import { ORGANISATION_ACTIONS, ORGANISATION_PAGES, ORGANISATION_ROUTES } from "./organisation-rows";
import { PRIVACY_ACTIONS, PRIVACY_PAGES, PRIVACY_ROUTES } from "./privacy-rows";
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

const RECORDS = ["registrar", "academic_director", "auditor"] as const;
/** Whose office makes cards, lists, letters and mails. */
const PRINTERS = ["registrar", "academic_director"] as const;
const TEACHERS = ["teacher", "substitute"] as const;
/** Who changes the own record, and asks for what prints. */
const OWNERS = ["student", "teacher"] as const;
const PAIR_READERS = ["registrar", "admissions_officer", "auditor"] as const;
const PAIR_DECIDERS = ["registrar", "admissions_officer"] as const;
/** Staff of every kind: they have a desk, and see on it what their role may. */
const DESK = [...RECORDS, "cashier", "finance_manager", "admissions_officer", "admin", "operator"] as const;
const FINDERS = [...RECORDS, "cashier", "finance_manager", "admissions_officer"] as const;

const day = "2026-12-01";
const REASON = "a reason of the access matrix";
const UNKNOWN = 2_000_000_000;
const NO_FILE = "00000000-0000-7000-8000-000000000000";
/** Whoever reads change sets; what a set may do is asked by its kind. */
const READERS = [...RECORDS, "admin"] as const;
/** Whose work may become a job: they see and stop their own. */
const JOB_OWNERS = [...RECORDS, "finance_manager", "admin", "operator"] as const;
const step = ({ changeSetId: id }: World) => ({ id, version: 1 });
const template = { name: "None", medium: "LETTER", subjectEn: "", subjectKm: "", bodyEn: "x", bodyKm: "" };
const merge = (id: number) => ({
  selection: { kind: "ids", list: "students", ids: [id] },
  templateId: UNKNOWN,
  templateVersion: 1,
  language: "km",
});
const phone = { phone: "012 345 678", comment: null, isPreferred: false, isTelegram: false };
const contact = {
  name: "Contact",
  relationship: "OTHER",
  primaryPhone: "012 345 678",
  isEmergency: true,
  isGeneral: true,
};

const newRow = { id: null, version: null };
const khmerName = { khmerFamilyName: "សុខ", khmerPersonalName: "ដារ៉ា" };
const legalName = {
  useLegalName: false,
  legalFamilyName: null,
  legalPersonalName: null,
  legalKhmerName: null,
  legalGender: null,
};
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

/** Who declares a major and asks for changes and leaves: students for themselves, the office for others. */
const ASKERS = ["student", "registrar", "academic_director"] as const;
const statusMove = {
  version: 1,
  to: "DROPPED",
  effectiveOn: day,
  reason: REASON,
  dropClassIds: [],
  endProgrammes: [],
};

const bulkOf = (id: number) => ({
  selection: { kind: "ids", list: "students", ids: [id] },
  wanted: { change: "studyTime", to: "WEEKEND" },
});

const ownAddress = {
  kind: "CURRENT",
  country: "KH",
  province: "SIEM_REAP",
  district: "",
  commune: "",
  village: "",
  line: "Street 6",
  postalCode: "",
};

export const PAGES: Record<string, PageRow> = {
  ...ORGANISATION_PAGES,
  ...PRIVACY_PAGES,
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
  "/my/profile": { who: OWNERS },
  "/my/profile/ask/[topic]": {
    who: OWNERS,
    at: "/my/profile/ask/birth",
    foreign: [
      { as: "student", what: "nothing that may be asked", target: "/my/profile/ask/grades" },
      { as: "student", what: "a paper of somebody else", target: `/my/profile/ask/papers?paper=${UNKNOWN}` },
    ],
  },
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

  "/students": { who: FINDERS },
  "/students/[number]": {
    who: RECORDS,
    at: ({ studentLabel }) => `/students/${studentLabel}`,
    foreign: [
      { as: "registrar", what: "nobody", target: "/students/999999999" },
      {
        as: "scoped_director",
        what: "a student of another programme",
        target: ({ outsideLabel }) => `/students/${outsideLabel}`,
      },
    ],
  },

  "/teachers": { who: RECORDS },
  "/teachers/import": { who: ["registrar"] },
  "/students/import/contacts": { who: ["registrar"] },
  "/staff": { who: RECORDS },
  "/exports": { who: RECORDS },
  "/students/new": { who: ["registrar"] },
  "/duplicates": { who: PAIR_READERS },
  "/duplicates/[id]": {
    who: PAIR_READERS,
    at: ({ duplicateId }) => `/duplicates/${duplicateId}`,
    foreign: [{ as: "registrar", what: "nothing", target: `/duplicates/${UNKNOWN}` }],
  },
  "/change-requests": { who: ["registrar", "auditor"] },
  "/change-requests/[id]": {
    who: ["registrar", "auditor"],
    at: ({ changeRequestId }) => `/change-requests/${changeRequestId}`,
    foreign: [{ as: "registrar", what: "nothing", target: `/change-requests/${UNKNOWN}` }],
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
  "/printed/[id]": {
    who: PRINTERS,
    at: ({ printJobId }) => `/printed/${printJobId}`,
    foreign: [
      { as: "registrar", what: "nothing", target: `/printed/${NO_FILE}` },
      {
        as: "registrar",
        what: "a run of another kind",
        target: ({ foreignJobId }) => `/printed/${foreignJobId}`,
      },
    ],
  },
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

  "/students/import": { who: ["registrar"] },
  "/students/import/[id]": {
    who: ["registrar"],
    at: ({ changeSetId }) => `/students/import/${changeSetId}`,
    foreign: [{ as: "registrar", what: "nothing", target: `/students/import/${UNKNOWN}` }],
  },
  // Each shows imports of its own kind only.
  "/students/import/contacts/[id]": {
    who: ["registrar"],
    at: ({ contactSetId }) => `/students/import/contacts/${contactSetId}`,
    foreign: [
      {
        as: "registrar",
        what: "an import of students",
        target: ({ changeSetId }) => `/students/import/contacts/${changeSetId}`,
      },
    ],
  },
  "/teachers/import/[id]": {
    who: ["registrar"],
    at: ({ teacherSetId }) => `/teachers/import/${teacherSetId}`,
    foreign: [
      {
        as: "registrar",
        what: "an import of students",
        target: ({ changeSetId }) => `/teachers/import/${changeSetId}`,
      },
    ],
  },
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

  "/students/[number]/person": {
    who: RECORDS,
    at: ({ studentLabel }) => `/students/${studentLabel}/person`,
    foreign: [
      { as: "registrar", what: "nobody", target: "/students/999999999/person" },
      {
        as: "scoped_director",
        what: "a student of another programme",
        target: ({ outsideLabel }) => `/students/${outsideLabel}/person`,
      },
    ],
  },
  "/khmer-names": { who: ["registrar"] },
  "/students/[number]/access": {
    who: ["auditor"],
    at: ({ studentLabel }) => `/students/${studentLabel}/access`,
    foreign: [{ as: "auditor", what: "nobody", target: "/students/999999999/access" }],
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
  ...ORGANISATION_ROUTES,
  ...PRIVACY_ROUTES,
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
  "POST /api/uploads": { who: ["registrar"], at: "/api/uploads?purpose=none&name=x.csv", answer: 422 },
  // Nobody's paper: the scans themselves are driven by tests/e2e/people/person-details.spec.ts.
  "GET /api/v1/people/papers/[id]/scan": {
    who: RECORDS,
    at: `/api/v1/people/papers/${UNKNOWN}/scan`,
    answer: 404,
  },
  "GET /api/v1/approvals/waiting": { who: "signed_in" },
  "GET /api/v1/jobs/[id]": {
    who: JOB_OWNERS,
    at: ({ foreignJobId }) => `/api/v1/jobs/${foreignJobId}`,
    beyond: ["registrar", "academic_director", "finance_manager"],
  },
  "GET /api/v1/jobs/mine": { who: JOB_OWNERS },
  "POST /api/v1/jobs/mine/seen": { who: JOB_OWNERS, answer: 422 },
  "GET /api/v1/people/import-template": { who: ["registrar"] },
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
  "POST /api/v1/people/similar": {
    who: ["registrar"],
    body: { familyName: "SOK", personalName: "DARA" },
  },
  // Let in, and told that nothing was sent.
  "POST /api/v1/people/proofs": { who: OWNERS, at: "/api/v1/people/proofs?name=x.png", answer: 422 },
  "GET /api/v1/people/proofs/[id]": {
    who: "signed_in",
    at: `/api/v1/people/proofs/${NO_FILE}`,
    answer: 404,
    foreign: (["student", "teacher", "registrar"] as const).map((as) => ({
      as,
      what: "a file that is no proof",
      target: ({ foreignFileId }) => `/api/v1/people/proofs/${foreignFileId}`,
    })),
  },
  "GET /api/v1/people/search": { who: FINDERS, at: "/api/v1/people/search?q=sok" },
  "GET /api/v1/people/students/export": { who: RECORDS, at: "/api/v1/people/students/export?q=sok" },
  "GET /api/v1/people/teachers/export": {
    who: RECORDS,
    at: "/api/v1/people/teachers/export?q=sok&format=xlsx",
  },
  "GET /api/v1/people/staff/export": { who: RECORDS },
  "GET /api/v1/people/students/count": { who: FINDERS, at: "/api/v1/people/students/count?status=ACTIVE" },
  "GET /api/v1/people/students/filters": { who: RECORDS },
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
  ...ORGANISATION_ACTIONS,
  ...PRIVACY_ACTIONS,
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
  "approvals.request-role-grant": {
    who: ["admin"],
    input: ({ studentEmail }) => ({
      email: studentEmail,
      role: "operator",
      scopeKind: "ALL",
      scopeRef: null,
      authorityLevel: null,
      validFrom: "2999-01-01",
      lastDay: null,
      reason: REASON,
    }),
  },
  "people.print-cards": {
    who: PRINTERS,
    input: ({ studentId }) => ({
      selection: { kind: "ids", list: "students", ids: [studentId] },
      layout: "card",
      validUntil: "2999-01-01",
    }),
    foreign: [
      {
        as: "scoped_director",
        what: "a student of another programme",
        target: ({ outsideId }) => ({
          selection: { kind: "ids", list: "students", ids: [outsideId] },
          layout: "card",
          validUntil: "2999-01-01",
        }),
      },
    ],
  },
  "people.print-list": {
    who: PRINTERS,
    open: ["params", "columns", "words"],
    input: () => ({ list: "students", params: { q: "sok" }, columns: null, ids: null, words: [] }),
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
  "approvals.decide": {
    who: "signed_in",
    input: ({ approvalId: id }) => ({ id, version: 1, decision: "approve", reason: REASON }),
    foreign: (["student", "teacher", "registrar", "finance_manager", "operator"] as const).map((as) => ({
      as,
      what: "a request that is not theirs to see",
      target: ({ approvalId: id }) => ({ id, version: 1, decision: "approve", reason: REASON }),
    })),
  },
  "approvals.withdraw": {
    who: "signed_in",
    input: ({ approvalId: id }) => ({ id, version: 1 }),
    foreign: (["student", "teacher", "registrar", "finance_manager", "operator"] as const).map((as) => ({
      as,
      what: "a request that is not theirs to see",
      target: ({ approvalId: id }) => ({ id, version: 1 }),
    })),
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
  "change_sets.undo": { who: ["registrar"], input: step },
  "people.create-import": {
    who: ["registrar"],
    input: () => ({ fileId: NO_FILE, kind: "studies.import-students" }),
    foreign: [
      {
        as: "registrar",
        what: "no file",
        target: () => ({ fileId: NO_FILE, kind: "studies.import-students" }),
      },
    ],
  },
  "people.reread-import": { who: ["registrar"], input: step },
  "people.check-import": {
    who: ["registrar"],
    input: (world) => ({ ...step(world), mapping: {}, options: { startDate: day } }),
  },

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

  "people.start-bulk-change": {
    who: ["registrar"],
    declared: READERS,
    input: ({ studentId }) => bulkOf(studentId),
    foreign: [{ as: "registrar", what: "nobody", target: () => bulkOf(UNKNOWN) }],
  },
  "people.start-export": {
    who: RECORDS,
    open: ["params", "columns"],
    input: () => ({ list: "staff", format: "csv", params: {}, columns: null, ids: null }),
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
  "people.edit-person": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({ number, version: 1, familyName: "CHANGED" }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({ number: UNKNOWN, version: 1, familyName: "CHANGED" }),
      },
    ],
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
  "people.verify-paper": {
    who: ["registrar"],
    input: ({ studentId: personId }) => ({ personId, id: UNKNOWN, version: 1, verified: true }),
    foreign: [
      {
        as: "registrar",
        what: "a paper of somebody else",
        target: ({ studentId: personId }) => ({ personId, id: UNKNOWN, version: 1, verified: true }),
      },
    ],
  },
  "people.save-legal-name": {
    who: ["registrar"],
    input: ({ studentId: personId }) => ({ personId, version: 1, ...legalName }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({ personId: UNKNOWN, version: 1, ...legalName }),
      },
    ],
  },
  "people.edit-marital-status": {
    who: ["registrar"],
    input: ({ studentId: personId }) => ({ personId, version: 1, maritalStatus: "SINGLE" }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({ personId: UNKNOWN, version: 1, maritalStatus: "SINGLE" }),
      },
    ],
  },
  // Staff confirm anybody's name, the person the own one.
  "people.confirm-khmer-name": {
    who: ["registrar", "student", "teacher"],
    declared: "signed_in",
    input: ({ studentId: personId }) => ({ personId, version: 1, ...khmerName }),
    foreign: [
      { as: "registrar", what: "nobody", target: () => ({ personId: UNKNOWN, version: 1, ...khmerName }) },
      {
        as: "student",
        what: "somebody else",
        target: ({ studentId: personId }) => ({ personId, version: 1, ...khmerName }),
      },
      {
        as: "teacher",
        what: "somebody else",
        target: ({ studentId: personId }) => ({ personId, version: 1, ...khmerName }),
      },
    ],
  },
  "people.start-suggest-khmer-names": {
    who: ["registrar"],
    input: () => ({ who: "active", leastConfidence: 50 }),
  },
  "people.edit-student": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({ number, version: 1, isTransfer: true }),
    foreign: [
      { as: "registrar", what: "nobody", target: () => ({ number: UNKNOWN, version: 1, isTransfer: true }) },
    ],
  },
  "people.add-alias": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({ number, alias: "OLD-1", reason: REASON }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({ number: UNKNOWN, alias: "OLD-1", reason: REASON }),
      },
    ],
  },
  "people.remove-alias": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({ number, id: 1, reason: REASON }),
    foreign: [
      { as: "registrar", what: "nobody", target: () => ({ number: UNKNOWN, id: 1, reason: REASON }) },
    ],
  },
  "people.decide-duplicate": {
    who: PAIR_DECIDERS,
    input: ({ duplicateId: id }) => ({ id, version: 1, decision: "DIFFERENT", note: REASON }),
    foreign: [
      {
        as: "registrar",
        what: "nothing",
        target: () => ({ id: UNKNOWN, version: 1, decision: "DIFFERENT", note: REASON }),
      },
    ],
  },
  "people.reopen-duplicate": {
    who: PAIR_DECIDERS,
    input: ({ duplicateId: id }) => ({ id, version: 1 }),
    foreign: [{ as: "registrar", what: "nothing", target: () => ({ id: UNKNOWN, version: 1 }) }],
  },
  "people.compare-whole-campus": { who: PAIR_DECIDERS, input: () => ({}) },
  "people.ask-change": {
    who: OWNERS,
    input: () => ({
      topic: "BIRTH",
      dateOfBirth: "2004-05-01",
      birthProvince: null,
      reason: REASON,
      proofIds: [NO_FILE],
    }),
    foreign: [
      {
        as: "student",
        what: "a paper of somebody else",
        target: () => ({
          topic: "PAPERS",
          paperId: UNKNOWN,
          kind: "PASSPORT",
          number: "X1",
          country: "KH",
          issuedOn: "",
          expiresOn: "",
          issuedBy: "",
          reason: REASON,
          proofIds: [NO_FILE],
        }),
      },
    ],
  },
  "people.withdraw-change": {
    who: OWNERS,
    input: ({ changeRequestId: id }) => ({ id, version: 1 }),
    foreign: [
      {
        as: "student",
        what: "the request of somebody else",
        target: ({ changeRequestId: id }) => ({ id, version: 1 }),
      },
    ],
  },
  "people.decide-change": {
    who: ["registrar"],
    input: ({ changeRequestId: id }) => ({ id, version: 1, decision: "REJECTED", reason: REASON }),
    foreign: [
      {
        as: "registrar",
        what: "nothing",
        target: () => ({ id: UNKNOWN, version: 1, decision: "REJECTED", reason: REASON }),
      },
    ],
  },
  "people.add-own-phone": {
    who: OWNERS,
    input: ({ studentNumber: number }) => ({ number, ...phone }),
    foreign: [
      {
        as: "student",
        what: "another student",
        target: ({ studentNumber: number }) => ({ number, ...phone }),
      },
    ],
  },
  "people.edit-own-phone": {
    who: OWNERS,
    input: ({ studentNumber: number, phoneId: id }) => ({ number, id, version: 1, ...phone }),
    foreign: [
      {
        as: "student",
        what: "the phone of another student",
        target: ({ studentNumber: number, phoneId: id }) => ({ number, id, version: 1, ...phone }),
      },
    ],
  },
  "people.remove-own-phone": {
    who: OWNERS,
    input: ({ studentNumber: number, phoneId: id }) => ({ number, id, version: 1 }),
    foreign: [
      {
        as: "student",
        what: "the phone of another student",
        target: ({ studentNumber: number, phoneId: id }) => ({ number, id, version: 1 }),
      },
    ],
  },
  "people.add-own-contact": {
    who: OWNERS,
    input: ({ studentNumber: number }) => ({ number, ...contact }),
    foreign: [
      {
        as: "student",
        what: "another student",
        target: ({ studentNumber: number }) => ({ number, ...contact }),
      },
    ],
  },
  "people.edit-own-contact": {
    who: OWNERS,
    input: ({ studentNumber: number, contactId: id }) => ({ number, id, version: 1, ...contact }),
    foreign: [
      {
        as: "student",
        what: "the contact of another student",
        target: ({ studentNumber: number, contactId: id }) => ({ number, id, version: 1, ...contact }),
      },
    ],
  },
  "people.remove-own-contact": {
    who: OWNERS,
    input: ({ studentNumber: number, contactId: id }) => ({ number, id, version: 1 }),
    foreign: [
      {
        as: "student",
        what: "the contact of another student",
        target: ({ studentNumber: number, contactId: id }) => ({ number, id, version: 1 }),
      },
    ],
  },
  "people.save-own-address": {
    who: OWNERS,
    input: ({ studentId: personId }) => ({ personId, id: null, version: null, ...ownAddress }),
    foreign: [
      {
        as: "student",
        what: "another student",
        target: ({ studentId: personId }) => ({ personId, id: null, version: null, ...ownAddress }),
      },
    ],
  },
  "people.remove-own-address": {
    who: OWNERS,
    input: ({ studentId: personId }) => ({ personId, id: UNKNOWN, version: 1 }),
    foreign: [
      {
        as: "student",
        what: "another student",
        target: ({ studentId: personId }) => ({ personId, id: UNKNOWN, version: 1 }),
      },
    ],
  },
  "people.edit-own-email": { who: OWNERS, input: () => ({ version: 1, personalEmail: "" }) },
  "people.add-phone": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({ number, ...phone }),
    foreign: [{ as: "registrar", what: "nobody", target: () => ({ number: UNKNOWN, ...phone }) }],
  },
  "people.edit-phone": {
    who: ["registrar"],
    input: ({ studentNumber: number, phoneId: id }) => ({ number, id, version: 1, ...phone }),
    foreign: [
      {
        as: "registrar",
        what: "the phone of another student",
        target: ({ outsideNumber: number, phoneId: id }) => ({ number, id, version: 1, ...phone }),
      },
    ],
  },
  "people.remove-phone": {
    who: ["registrar"],
    input: ({ studentNumber: number, phoneId: id }) => ({ number, id, version: 1 }),
    foreign: [
      {
        as: "registrar",
        what: "the phone of another student",
        target: ({ outsideNumber: number, phoneId: id }) => ({ number, id, version: 1 }),
      },
    ],
  },
  "people.add-contact": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({ number, ...contact }),
    foreign: [{ as: "registrar", what: "nobody", target: () => ({ number: UNKNOWN, ...contact }) }],
  },
  "people.edit-contact": {
    who: ["registrar"],
    input: ({ studentNumber: number, contactId: id }) => ({ number, id, version: 1, ...contact }),
    foreign: [
      {
        as: "registrar",
        what: "the contact of another student",
        target: ({ outsideNumber: number, contactId: id }) => ({ number, id, version: 1, ...contact }),
      },
    ],
  },
  "people.remove-contact": {
    who: ["registrar"],
    input: ({ studentNumber: number, contactId: id }) => ({ number, id, version: 1 }),
    foreign: [
      {
        as: "registrar",
        what: "the contact of another student",
        target: ({ outsideNumber: number, contactId: id }) => ({ number, id, version: 1 }),
      },
    ],
  },
  "studies.admit-student": {
    who: ["registrar"],
    input: ({ programmeCode }) => ({
      familyName: "NEW",
      personalName: "STUDENT",
      khmerFamilyName: null,
      khmerPersonalName: null,
      gender: "X",
      dateOfBirth: null,
      birthProvince: null,
      citizenship: "KH",
      schoolEmail: null,
      personalEmail: null,
      studyTime: "EVENING",
      isMonk: false,
      isTransfer: false,
      admittedOn: null,
      phone: null,
      programmeCode,
      startDate: day,
      entryLevel: null,
    }),
  },

  "studies.add-programme": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({ number, programmeCode: "GESL", startDate: day, entryLevel: 1 }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({ number: UNKNOWN, programmeCode: "GESL", startDate: day, entryLevel: 1 }),
      },
    ],
  },
  "studies.end-programme": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({
      number,
      id: 1,
      version: 1,
      status: "WITHDRAWN",
      exitReason: "PERS",
      endDate: day,
      note: "",
    }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({
          number: UNKNOWN,
          id: 1,
          version: 1,
          status: "WITHDRAWN",
          exitReason: "PERS",
          endDate: day,
          note: "",
        }),
      },
    ],
  },
  "studies.reopen-programme": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({ number, id: 1, version: 1, reason: REASON }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({ number: UNKNOWN, id: 1, version: 1, reason: REASON }),
      },
    ],
  },
  "studies.move-catalogue": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({ number, id: 1, version: 1, catalogueDate: day, reason: REASON }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({ number: UNKNOWN, id: 1, version: 1, catalogueDate: day, reason: REASON }),
      },
    ],
  },
  "studies.end-cycle-change": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({
      number,
      id: 1,
      version: 1,
      endedOn: day,
      endReason: "OTHER",
      reason: REASON,
    }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({
          number: UNKNOWN,
          id: 1,
          version: 1,
          endedOn: day,
          endReason: "OTHER",
          reason: REASON,
        }),
      },
    ],
  },
  "studies.return-from-leave": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({ number, id: 1, version: 1, returnedOn: day }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({ number: UNKNOWN, id: 1, version: 1, returnedOn: day }),
      },
    ],
  },
  "studies.cancel-leave": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({ number, id: 1, version: 1, reason: REASON }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({ number: UNKNOWN, id: 1, version: 1, reason: REASON }),
      },
    ],
  },
  "studies.declare-major": {
    who: ASKERS,
    declared: "signed_in",
    input: ({ studentNumber: number }) => ({ number, programmeCode: "TESOL" }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({ number: UNKNOWN, programmeCode: "TESOL" }),
      },
      {
        as: "student",
        what: "somebody else",
        target: ({ studentNumber: number }) => ({ number, programmeCode: "TESOL" }),
      },
    ],
  },
  "approvals.request-major-change": {
    who: ASKERS,
    declared: "signed_in",
    input: ({ studentNumber: number }) => ({ number, programmeCode: "TESOL", reason: REASON }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({ number: UNKNOWN, programmeCode: "TESOL", reason: REASON }),
      },
      {
        as: "student",
        what: "somebody else",
        target: ({ studentNumber: number }) => ({ number, programmeCode: "TESOL", reason: REASON }),
      },
    ],
  },
  "approvals.request-leave": {
    who: ASKERS,
    declared: "signed_in",
    input: ({ studentNumber: number }) => ({
      number,
      kind: "WORK",
      startsOn: day,
      returnsOn: "2027-03-01",
      reason: REASON,
    }),
    foreign: [
      {
        as: "registrar",
        what: "nobody",
        target: () => ({
          number: UNKNOWN,
          kind: "WORK",
          startsOn: day,
          returnsOn: "2027-03-01",
          reason: REASON,
        }),
      },
      {
        as: "student",
        what: "somebody else",
        target: ({ studentNumber: number }) => ({
          number,
          kind: "WORK",
          startsOn: day,
          returnsOn: "2027-03-01",
          reason: REASON,
        }),
      },
    ],
  },

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

import type { ActionRow, PageRow, RouteRow } from "./access-matrix";
import { day, NO_FILE, PRINTERS, phone, READERS, REASON, RECORDS, step, UNKNOWN } from "./row-parts";

/** Rows of the access matrix about people: records, lists, imports, exports, names, duplicates, corrections. */

/** Who changes the own record, and asks for what prints. */
const OWNERS = ["student", "teacher"] as const;
const PAIR_READERS = ["registrar", "admissions_officer", "auditor"] as const;
const PAIR_DECIDERS = ["registrar", "admissions_officer"] as const;
const FINDERS = [...RECORDS, "cashier", "finance_manager", "admissions_officer"] as const;
const contact = {
  name: "Contact",
  relationship: "OTHER",
  primaryPhone: "012 345 678",
  isEmergency: true,
  isGeneral: true,
};
const khmerName = { khmerFamilyName: "សុខ", khmerPersonalName: "ដារ៉ា" };
const legalName = {
  useLegalName: false,
  legalFamilyName: null,
  legalPersonalName: null,
  legalKhmerName: null,
  legalGender: null,
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

export const PEOPLE_PAGES: Record<string, PageRow> = {
  "/my/profile": { who: OWNERS },
  "/my/profile/ask/[topic]": {
    who: OWNERS,
    at: "/my/profile/ask/birth",
    foreign: [
      { as: "student", what: "nothing that may be asked", target: "/my/profile/ask/grades" },
      { as: "student", what: "a paper of somebody else", target: `/my/profile/ask/papers?paper=${UNKNOWN}` },
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
};

export const PEOPLE_ROUTES: Record<string, RouteRow> = {
  // Nobody's paper: the scans themselves are driven by tests/e2e/people/person-details.spec.ts.
  "GET /api/v1/people/papers/[id]/scan": {
    who: RECORDS,
    at: `/api/v1/people/papers/${UNKNOWN}/scan`,
    answer: 404,
  },
  "GET /api/v1/people/import-template": { who: ["registrar"] },
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
};

export const PEOPLE_ACTIONS: Record<string, ActionRow> = {
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
  "people.create-import": {
    who: ["registrar"],
    declared: PRINTERS,
    input: () => ({ fileId: NO_FILE, kind: "studies.import-students" }),
    foreign: [
      {
        as: "registrar",
        what: "no file",
        target: () => ({ fileId: NO_FILE, kind: "studies.import-students" }),
      },
    ],
  },
  "people.reread-import": { who: ["registrar"], declared: PRINTERS, input: step },
  "people.check-import": {
    who: ["registrar"],
    declared: PRINTERS,
    input: (world) => ({ ...step(world), mapping: {}, options: { startDate: day } }),
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
};

import type { ActionRow } from "./access-matrix";
import { day, REASON, UNKNOWN } from "./row-parts";

/** Rows of the access matrix about studies and the requests that somebody else decides. */

/** Who declares a major and asks for changes and leaves: students for themselves, the office for others. */
const ASKERS = ["student", "registrar", "academic_director"] as const;

export const STUDIES_ACTIONS: Record<string, ActionRow> = {
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
};

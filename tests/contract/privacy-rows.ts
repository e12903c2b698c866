import type { ActionRow, PageRow, RouteRow } from "./access-matrix";

const RECORDS = ["registrar", "academic_director", "auditor"] as const;
const UNKNOWN = 2_000_000_000;
const NO_FILE = "00000000-0000-7000-8000-000000000000";
const reason = "a reason of the access matrix";
const row = { id: UNKNOWN, version: 1 };

/** Photos, files of own data, retention, who sees what. */
export const PRIVACY_PAGES: Record<string, PageRow> = {
  "/students/[number]/photo": {
    who: RECORDS,
    at: ({ studentLabel }) => `/students/${studentLabel}/photo`,
    foreign: [
      { as: "registrar", what: "nobody", target: "/students/999999999/photo" },
      {
        as: "scoped_director",
        what: "a student of another programme",
        target: ({ outsideLabel }) => `/students/${outsideLabel}/photo`,
      },
    ],
  },
  "/photos": { who: RECORDS },
  "/photos/[list]": { who: RECORDS, at: "/photos/overdue" },
  "/photos/bulk": { who: ["registrar"] },
  "/admin/retention": { who: ["admin", "auditor"] },
  "/admin/access/people": { who: ["admin", "auditor"] },
};

export const PRIVACY_ROUTES: Record<string, RouteRow> = {
  "GET /api/own-data/[id]": { who: "signed_in", at: `/api/own-data/${UNKNOWN}`, answer: 404 },
  "GET /api/photos/[id]": { who: "signed_in", at: `/api/photos/${UNKNOWN}`, answer: 404 },
  // Let in, and told that nothing was sent. The own photo is driven by tests/e2e/people/photos.spec.ts.
  "POST /api/photos": {
    who: ["registrar"],
    at: ({ studentNumber }) => `/api/photos?number=${studentNumber}`,
    answer: 422,
  },
};

export const PRIVACY_ACTIONS: Record<string, ActionRow> = {
  "people.ask-own-data": { who: "signed_in", input: () => ({}) },
  "people.make-own-data": {
    who: ["registrar"],
    input: ({ studentNumber: number }) => ({ number }),
    foreign: [{ as: "registrar", what: "nobody", target: () => ({ number: UNKNOWN }) }],
  },
  "people.verify-photos": { who: ["registrar"], input: () => ({ ids: [UNKNOWN] }) },
  "people.reject-photo": {
    who: ["registrar"],
    input: () => ({ ...row, reason }),
    foreign: [{ as: "registrar", what: "nothing", target: () => ({ ...row, reason }) }],
  },
  "people.restore-photo": {
    who: ["registrar"],
    input: () => row,
    foreign: [{ as: "registrar", what: "nothing", target: () => row }],
  },
  "people.skip-photo-reminder": {
    who: ["registrar"],
    input: () => ({ ...row, skip: true }),
    foreign: [{ as: "registrar", what: "nothing", target: () => ({ ...row, skip: true }) }],
  },
  "people.take-photo-archive": {
    who: ["registrar"],
    input: () => ({ fileId: NO_FILE }),
    foreign: [
      {
        as: "registrar",
        what: "the file of somebody else",
        target: ({ foreignFileId: fileId }) => ({ fileId }),
      },
    ],
  },
};

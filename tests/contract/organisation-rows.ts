import type { ActionRow, PageRow, RouteRow } from "./access-matrix";
import type { World } from "./world";

/** Rows of the access matrix about departments, positions, teachers and staff. */

const RECORDS = ["registrar", "academic_director", "auditor"] as const;
/** Who reads departments and positions: everybody who works with them, nobody who only serves at a desk. */
const STAFF = [
  "teacher",
  "substitute",
  "registrar",
  "academic_director",
  "finance_manager",
  "admissions_officer",
  "auditor",
  "admin",
] as const;
const UNKNOWN = 2_000_000_000;
const REASON = "a reason of the access matrix";
const DAY = "2999-01-01";

type Kind = "teachers" | "staff";
const numberOf = { teachers: "teacherNumber", staff: "staffNumber" } as const;

/** A tab of a record: whoever holds the permission, within the reach. */
function tab(kind: Kind, path: string, who: PageRow["who"] = RECORDS): [string, PageRow] {
  const as = who === RECORDS ? "registrar" : "auditor";
  return [
    `/${kind}/[number]${path}`,
    {
      who,
      at: (world) => `/${kind}/${world[numberOf[kind]]}${path}`,
      foreign: [
        { as, what: "nobody", target: `/${kind}/999999999${path}` },
        ...(who === RECORDS
          ? [
              {
                as: "scoped_director" as const,
                what: "a colleague of no department of theirs",
                target: (world: World) => `/${kind}/${world[numberOf[kind]]}${path}`,
              },
            ]
          : []),
      ],
    },
  ];
}

const gone = (path: string, as: "admin" | "registrar" = "admin") => ({ as, what: "nothing", target: path });

export const ORGANISATION_PAGES: Record<string, PageRow> = {
  "/departments": { who: STAFF },
  "/departments/[code]": {
    who: STAFF,
    at: "/departments/FINANCE",
    foreign: [gone("/departments/NOWHERE")],
  },
  "/positions": { who: STAFF },
  "/positions/new": { who: ["admin"] },
  "/positions/[id]": {
    who: STAFF,
    at: ({ highPositionId }) => `/positions/${highPositionId}`,
    foreign: [gone(`/positions/${UNKNOWN}`)],
  },
  "/positions/[id]/edit": {
    who: ["admin"],
    at: ({ highPositionId }) => `/positions/${highPositionId}/edit`,
    foreign: [gone(`/positions/${UNKNOWN}/edit`)],
  },
  "/teachers/new": { who: ["registrar"] },
  "/staff/new": { who: ["registrar"] },
  ...Object.fromEntries([
    ...(["teachers", "staff"] as const).flatMap((kind) => [
      tab(kind, ""),
      tab(kind, "/person"),
      tab(kind, "/photo"),
      tab(kind, "/positions"),
      tab(kind, "/history"),
      tab(kind, "/access", ["auditor"]),
    ]),
    tab("teachers", "/qualifications"),
    tab("teachers", "/classes"),
  ]),
};

export const ORGANISATION_ROUTES: Record<string, RouteRow> = {
  "GET /api/v1/organization/colleagues": { who: STAFF, at: "/api/v1/organization/colleagues?q=sok" },
};

const department = { code: "NEWDEPT", name: "New", nameKm: "ថ្មី", displayOrder: 900, isActive: true };
const position = {
  title: "New position",
  titleKm: "ថ្មី",
  departmentId: null,
  reportsToId: null,
  authorityLevel: 4,
  overrides: [],
  approvalLimits: {},
  isActive: true,
};
const qualification = {
  minimumDegree: "MASTER",
  levels: "BOTH",
  isNativeEnglish: false,
  hasSpecial: false,
  specialNote: null,
  isCoordinator: false,
  validFrom: DAY,
  validTo: null,
};
const work = { departmentCode: "FINANCE", startDate: DAY, endDate: null, notSame: [], person: null };
const status = { version: 1, status: "ON_LEAVE", endDate: null, reason: REASON };
const nobody = (target: (world: World) => unknown) => ({
  as: "registrar" as const,
  what: "nobody",
  target,
});

export const ORGANISATION_ACTIONS: Record<string, ActionRow> = {
  "organization.create-department": { who: ["admin"], input: () => department },
  "organization.edit-department": {
    who: ["admin"],
    input: ({ departmentId: id }) => ({ ...department, id, version: 1 }),
    foreign: [{ as: "admin", what: "nothing", target: () => ({ ...department, id: UNKNOWN, version: 1 }) }],
  },
  "organization.create-position": {
    who: ["admin"],
    open: ["overrides", "approvalLimits"],
    input: () => position,
  },
  "organization.edit-position": {
    who: ["admin"],
    open: ["overrides", "approvalLimits"],
    input: ({ highPositionId: id }) => ({ ...position, id, version: 1 }),
    foreign: [{ as: "admin", what: "nothing", target: () => ({ ...position, id: UNKNOWN, version: 1 }) }],
  },
  // One with high authority: the registrar has the permission and is refused by the command.
  "positions.assign": {
    who: ["admin"],
    declared: ["registrar", "admin"],
    input: ({ highPositionId: positionId, teacherId: personId }) => ({
      positionId,
      personId,
      validFrom: DAY,
      lastDay: null,
      isActing: false,
      isPrimary: false,
      reason: REASON,
    }),
    foreign: [
      {
        as: "admin",
        what: "nothing",
        target: ({ teacherId: personId }) => ({
          positionId: UNKNOWN,
          personId,
          validFrom: DAY,
          lastDay: null,
          isActing: false,
          isPrimary: false,
          reason: REASON,
        }),
      },
    ],
  },
  "positions.end": {
    who: ["admin"],
    declared: ["registrar", "admin"],
    input: ({ highAssignmentId: id }) => ({ id, version: 1, lastDay: DAY, reason: REASON }),
    foreign: [
      {
        as: "admin",
        what: "nothing",
        target: () => ({ id: UNKNOWN, version: 1, lastDay: DAY, reason: REASON }),
      },
    ],
  },
  // Whoever reads positions may hold one and hand it on; of somebody else's only who may fill it.
  "positions.delegate": {
    who: ["admin"],
    declared: STAFF,
    input: ({ highAssignmentId: id, teacherId: personId }) => ({
      id,
      version: 1,
      personId,
      from: DAY,
      lastDay: DAY,
      reason: REASON,
    }),
    foreign: [
      {
        as: "admin",
        what: "nothing",
        target: ({ teacherId: personId }) => ({
          id: UNKNOWN,
          version: 1,
          personId,
          from: DAY,
          lastDay: DAY,
          reason: REASON,
        }),
      },
    ],
  },
  "positions.end-delegation": {
    who: ["admin"],
    declared: STAFF,
    input: ({ highAssignmentId: id }) => ({ id, version: 1, reason: REASON }),
    foreign: [{ as: "admin", what: "nothing", target: () => ({ id: UNKNOWN, version: 1, reason: REASON }) }],
  },
  "people.edit-teacher": {
    who: ["registrar"],
    input: ({ teacherNumber: number }) => ({ number, version: 1, terminalDegree: "DOCTORATE" }),
    foreign: [nobody(() => ({ number: UNKNOWN, version: 1, terminalDegree: "DOCTORATE" }))],
  },
  "people.edit-staff": {
    who: ["registrar"],
    input: ({ staffNumber: number }) => ({ number, version: 1, jobTitle: "Changed" }),
    foreign: [nobody(() => ({ number: UNKNOWN, version: 1, jobTitle: "Changed" }))],
  },
  "people.change-staff-status": {
    who: ["registrar"],
    input: ({ staffNumber: number }) => ({ number, ...status }),
    foreign: [nobody(() => ({ number: UNKNOWN, ...status }))],
  },
  "classes.change-teacher-status": {
    who: ["registrar"],
    input: ({ teacherNumber: number }) => ({ number, ...status, leavesMeetings: true }),
    foreign: [nobody(() => ({ number: UNKNOWN, ...status, leavesMeetings: true }))],
  },
  "people.make-teacher": {
    who: ["registrar"],
    open: ["notSame"],
    input: ({ studentId: personId }) => ({ ...work, personId, terminalDegree: "MASTER" }),
    foreign: [nobody(() => ({ ...work, personId: UNKNOWN, terminalDegree: "MASTER" }))],
  },
  "people.make-staff": {
    who: ["registrar"],
    open: ["notSame"],
    input: ({ studentId: personId }) => ({ ...work, personId, jobTitle: "Clerk" }),
    foreign: [nobody(() => ({ ...work, personId: UNKNOWN, jobTitle: "Clerk" }))],
  },
  "people.add-qualification": {
    who: ["registrar"],
    input: ({ teacherNumber: number }) => ({ number, departmentCode: "FINANCE", ...qualification }),
    foreign: [nobody(() => ({ number: UNKNOWN, departmentCode: "FINANCE", ...qualification }))],
  },
  "people.edit-qualification": {
    who: ["registrar"],
    input: ({ teacherNumber: number, qualificationId: id }) => ({ number, id, version: 1, ...qualification }),
    foreign: [nobody(({ teacherNumber: number }) => ({ number, id: UNKNOWN, version: 1, ...qualification }))],
  },
  "people.remove-qualification": {
    who: ["registrar"],
    input: ({ teacherNumber: number, qualificationId: id }) => ({ number, id, version: 1 }),
    foreign: [nobody(({ teacherNumber: number }) => ({ number, id: UNKNOWN, version: 1 }))],
  },
};

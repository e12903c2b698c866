import type { ActionRow, PageRow } from "./access-matrix";
import { REASON, RECORDS, UNKNOWN } from "./row-parts";

/** Rows of the access matrix about the offering of a term (copies, cancellations, seats, bulk moves) and about rooms. */

/** Who reads what belongs to the university as a whole. */
const HOUSE = [
  "teacher",
  "substitute",
  "registrar",
  "academic_director",
  "finance_manager",
  "admissions_officer",
  "auditor",
  "admin",
] as const;
const ROOM_KEEPERS = ["registrar", "admin"] as const;
const EDITORS = ["registrar"] as const;
const ROOM = "M101";

export const OFFERING_PAGES: Record<string, PageRow> = {
  "/classes/duplicate": { who: EDITORS },
  "/classes/[id]/cancel": {
    who: EDITORS,
    at: ({ teacherClassId }) => `/classes/${teacherClassId}/cancel`,
    foreign: [{ as: "registrar", what: "nothing", target: `/classes/${UNKNOWN}/cancel` }],
  },
  "/rooms": { who: HOUSE },
  "/rooms/new": { who: ROOM_KEEPERS },
  "/rooms/[code]": {
    who: HOUSE,
    at: `/rooms/${ROOM}`,
    foreign: [{ as: "registrar", what: "nothing", target: "/rooms/NONE-999" }],
  },
  "/rooms/[code]/history": {
    who: [...RECORDS, "admin"],
    at: `/rooms/${ROOM}/history`,
    foreign: [{ as: "registrar", what: "nothing", target: "/rooms/NONE-999/history" }],
  },
};

const unknown = { id: UNKNOWN, version: 1 };
const nothing = (as: "registrar", input: object) => [{ as, what: "nothing", target: () => input }];
const seen = { enrolled: 0, offered: 0, waitlisted: 0, meetings: 0 };
const copied = { to: "NONE", rooms: true, teachers: true };
const room = {
  building: "MAIN",
  name: "None",
  code: "NONE-999",
  roomType: "CLASS",
  capacity: 30,
  hasProjector: false,
  hasWhiteboard: true,
  hasComputers: false,
  notes: null,
};
const cancelled = { ...unknown, together: false, mail: false, reason: REASON, seen };
const seats = { ...unknown, capacity: 30, reason: REASON };
const use = { ...unknown, isActive: false, leftovers: "stay", reason: REASON };
const picked = { kind: "ids", ids: [UNKNOWN] };
const offering = { what: picked, ...copied, existing: "skip" };
const moved = { selection: picked, to: "SCHEDULED", reason: REASON };

export const OFFERING_ACTIONS: Record<string, ActionRow> = {
  "classes.start-duplicate": {
    who: EDITORS,
    open: ["what"],
    input: () => offering,
    foreign: nothing("registrar", offering),
  },
  "classes.duplicate-class": {
    who: EDITORS,
    input: () => ({ classId: UNKNOWN, ...copied }),
    foreign: nothing("registrar", { classId: UNKNOWN, ...copied }),
  },
  "classes.start-move": {
    who: EDITORS,
    open: ["selection"],
    input: () => moved,
    foreign: nothing("registrar", moved),
  },
  "registration.cancel-class": {
    who: EDITORS,
    open: ["seen"],
    input: () => cancelled,
    foreign: nothing("registrar", cancelled),
  },
  "registration.change-capacity": {
    who: EDITORS,
    input: () => seats,
    foreign: nothing("registrar", seats),
  },
  "classes.set-room-use": {
    who: ROOM_KEEPERS,
    input: () => use,
    foreign: nothing("registrar", use),
  },
  "organization.create-room": { who: ROOM_KEEPERS, input: () => room },
  "organization.edit-room": {
    who: ROOM_KEEPERS,
    input: () => ({ ...unknown, name: "None" }),
    foreign: nothing("registrar", { ...unknown, name: "None" }),
  },
};

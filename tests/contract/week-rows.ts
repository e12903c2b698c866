import type { ActionRow, PageRow, RouteRow } from "./access-matrix";
import { RECORDS, UNKNOWN } from "./row-parts";

/** Rows of the access matrix about week grids, moving meetings on them, the use of rooms, and calendar feeds. */

const PLANNERS = ["registrar"] as const;
/** Who has a timetable of their own. */
const OWNERS = ["student", "teacher", "substitute"] as const;
const NO_TOKEN = "A".repeat(43);
const place = "scope=once&date=2026-12-01&start=480&end=570";

export const WEEK_PAGES: Record<string, PageRow> = {
  "/timetable": { who: RECORDS, at: "/timetable?of=room&id=B107" },
  "/timetable/rooms": { who: RECORDS },
  "/students/[number]/timetable": {
    who: RECORDS,
    at: ({ studentLabel }) => `/students/${studentLabel}/timetable`,
    foreign: [
      { as: "registrar", what: "nobody", target: "/students/999999999/timetable" },
      {
        as: "scoped_director",
        what: "a student of another programme",
        target: ({ outsideLabel }) => `/students/${outsideLabel}/timetable`,
      },
    ],
  },
  "/account/calendar": { who: OWNERS },
};

export const WEEK_ROUTES: Record<string, RouteRow> = {
  "GET /api/v1/classes/timetable/check": {
    who: PLANNERS,
    at: `/api/v1/classes/timetable/check?meeting=1&${place}`,
    foreign: [
      {
        as: "registrar",
        what: "nothing",
        target: `/api/v1/classes/timetable/check?meeting=${UNKNOWN}&${place}`,
      },
    ],
  },
  "GET /api/v1/classes/timetable/choices": {
    who: RECORDS,
    at: "/api/v1/classes/timetable/choices?kind=room&q=B1",
  },
  "GET /api/v1/classes/timetable/rooms": { who: RECORDS, at: "/api/v1/classes/timetable/rooms?weeks=1" },
  // The token is the credential; an unknown one is not found, whoever asks.
  "GET /api/calendar/[token]": { who: "public", at: `/api/calendar/${NO_TOKEN}.ics`, answer: 404 },
};

const move = {
  version: 1,
  slotVersion: null,
  scope: "once",
  onDate: "2999-01-01",
  startMin: 480,
  endMin: 570,
  roomId: null,
  acceptClashes: false,
};

export const WEEK_ACTIONS: Record<string, ActionRow> = {
  "classes.move-meeting": {
    who: PLANNERS,
    input: () => ({ meetingId: 1, ...move }),
    foreign: [{ as: "registrar", what: "nothing", target: () => ({ meetingId: UNKNOWN, ...move }) }],
  },
  "registration.create-feed": { who: OWNERS, input: () => ({ label: "My phone", token: NO_TOKEN }) },
  "registration.revoke-feed": {
    who: OWNERS,
    input: () => ({ id: UNKNOWN, version: 1 }),
    foreign: [{ as: "student", what: "nothing", target: () => ({ id: UNKNOWN, version: 1 }) }],
  },
};

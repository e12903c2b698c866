import type { ActionRow, PageRow, RouteRow } from "./access-matrix";
import { REASON, RECORDS, UNKNOWN } from "./row-parts";

/** Rows of the access matrix about dated meetings, weekly times, and who and what is free. */

/** Who plans the timetable. */
const PLANNERS = ["registrar"] as const;
const DAY = "2999-01-01";

const nothing = (path: string) => ({ as: "registrar" as const, what: "nothing", target: path });
const place = "startMin=1050&endMin=1140&onDate=2026-12-01";

export const TIMETABLE_PAGES: Record<string, PageRow> = {
  "/classes/[id]/meetings": {
    who: RECORDS,
    at: ({ teacherClassId }) => `/classes/${teacherClassId}/meetings`,
    foreign: [nothing(`/classes/${UNKNOWN}/meetings`)],
  },
  "/timetable/changes": { who: RECORDS, at: "/timetable/changes?day=2026-12-01" },
  "/timetable/incomplete": { who: RECORDS },
  "/timetable/free": { who: RECORDS, at: "/timetable/free?what=teachers" },
  "/timetable/deliveries/[id]": {
    who: RECORDS,
    at: "/timetable/deliveries/1",
    foreign: [nothing(`/timetable/deliveries/${UNKNOWN}`)],
  },
};

export const TIMETABLE_ROUTES: Record<string, RouteRow> = {
  "GET /api/v1/classes/timetable/offers": {
    who: PLANNERS,
    at: `/api/v1/classes/timetable/offers?deliveryId=1&${place}`,
    foreign: [nothing(`/api/v1/classes/timetable/offers?deliveryId=${UNKNOWN}&${place}`)],
  },
  "GET /api/v1/classes/timetable/check-place": {
    who: PLANNERS,
    at: `/api/v1/classes/timetable/check-place?deliveryId=1&${place}`,
    foreign: [nothing(`/api/v1/classes/timetable/check-place?deliveryId=${UNKNOWN}&${place}`)],
  },
};

const time = { startMin: 1050, endMin: 1140, roomId: null, teacherId: null };
/** An action about one meeting: who plans, and a meeting that is not there. */
function meeting(facts: Record<string, unknown>): ActionRow {
  return {
    who: PLANNERS,
    input: () => ({ meetingId: 1, version: 1, ...facts }),
    foreign: [
      {
        as: "registrar",
        what: "nothing",
        target: () => ({ meetingId: UNKNOWN, version: 1, ...facts }),
      },
    ],
  };
}

/** An action about one part: who plans, and a part that is not there. */
function delivery(facts: Record<string, unknown>, open: readonly string[] = []): ActionRow {
  return {
    who: PLANNERS,
    open,
    input: () => ({ deliveryId: 1, ...facts }),
    foreign: [{ as: "registrar", what: "nothing", target: () => ({ deliveryId: UNKNOWN, ...facts }) }],
  };
}

export const TIMETABLE_ACTIONS: Record<string, ActionRow> = {
  "classes.place-delivery": delivery({ version: 1, slots: [{ weekday: 1, ...time }], from: DAY }, ["slots"]),
  "classes.cancel-meeting": meeting({ reason: REASON }),
  "classes.restore-meeting": meeting({}),
  "classes.change-meeting": meeting({ roomId: null, teacherId: null, note: "" }),
  "classes.make-up-meeting": meeting({ onDate: DAY, ...time, acceptClashes: false }),
  "classes.add-meeting": delivery({ onDate: DAY, ...time, note: "", acceptClashes: false }),
  "classes.remove-meeting": meeting({}),
};

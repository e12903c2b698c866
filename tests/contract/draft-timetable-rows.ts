import type { ActionRow, PageRow } from "./access-matrix";
import { RECORDS, UNKNOWN } from "./row-parts";
import type { World } from "./world";

/** Rows of the access matrix about drafts of timetables and wishes of teachers. */

/** Who plans whole terms. */
const DRAFTERS = ["registrar", "academic_director"] as const;
const PATH = "/timetable/proposals";

const nothing = (path: string) => ({ as: "registrar" as const, what: "nothing", target: path });

export const DRAFT_TIMETABLE_PAGES: Record<string, PageRow> = {
  [PATH]: { who: DRAFTERS },
  [`${PATH}/new`]: { who: DRAFTERS },
  [`${PATH}/[id]`]: {
    who: DRAFTERS,
    at: ({ proposalId }) => `${PATH}/${proposalId}`,
    foreign: [nothing(`${PATH}/${UNKNOWN}`)],
  },
  [`${PATH}/[id]/[delivery]`]: {
    who: DRAFTERS,
    at: ({ proposalId, proposedDeliveryId }) => `${PATH}/${proposalId}/${proposedDeliveryId}`,
    foreign: [
      nothing(`${PATH}/${UNKNOWN}/1`),
      {
        as: "registrar",
        what: "a part of no such draft",
        target: ({ proposalId }) => `${PATH}/${proposalId}/${UNKNOWN}`,
      },
    ],
  },
  "/teachers/[number]/wishes": {
    who: RECORDS,
    at: ({ teacherNumber }) => `/teachers/${teacherNumber}/wishes`,
    foreign: [
      { as: "registrar", what: "nobody", target: "/teachers/999999999/wishes" },
      {
        as: "scoped_director",
        what: "a colleague of no department of theirs",
        target: ({ teacherNumber }) => `/teachers/${teacherNumber}/wishes`,
      },
    ],
  },
  "/teach/wishes": { who: ["teacher"] },
};

const weights = {
  teacherTimes: 3,
  teacherDays: 2,
  teacherGaps: 3,
  cohortGaps: 3,
  roomFit: 1,
  roomKind: 3,
  sameRoom: 2,
};
const draft = {
  which: "missing",
  keep: "enrolled",
  teachers: "keep",
  size: "seats",
  standIn: true,
  mostHours: 24,
  minutes: 1,
  seed: 1,
  weights,
};
const wish = { weekday: 7, startMin: "05:00", endMin: "06:00", kind: "AVOID", termId: null, note: null };
const place = { weekday: 1, startMin: "17:30", endMin: "19:00", roomId: null, teacherId: null };
const none = (target: (world: World) => unknown) => [{ as: "registrar" as const, what: "nothing", target }];

/** What staff change of everybody, and teachers of themselves: the command tells them apart. */
const wishRow = (facts: (world: World) => Record<string, unknown>): ActionRow => ({
  who: ["registrar", "teacher"],
  declared: "signed_in",
  input: (world) => ({ number: world.teacherNumber, ...facts(world) }),
  foreign: [
    { as: "registrar", what: "nobody", target: (world) => ({ number: UNKNOWN, ...facts(world) }) },
    {
      as: "teacher",
      what: "a colleague",
      target: (world) => ({ number: world.teacherNumber, ...facts(world) }),
    },
  ],
});

export const DRAFT_TIMETABLE_ACTIONS: Record<string, ActionRow> = {
  "classes.start-draft-timetable": {
    who: DRAFTERS,
    open: ["weights"],
    input: () => ({ termId: UNKNOWN, ...draft }),
    foreign: none(() => ({ termId: UNKNOWN, ...draft })),
  },
  "classes.decide-proposal": {
    who: DRAFTERS,
    open: ["deliveryIds", "matching"],
    input: ({ proposalId: id }) => ({ id, deliveryIds: [UNKNOWN], matching: null, decision: "ACCEPTED" }),
    foreign: none(() => ({ id: UNKNOWN, deliveryIds: [1], matching: null, decision: "ACCEPTED" })),
  },
  "classes.change-proposal-item": {
    who: DRAFTERS,
    input: ({ proposalItemId: itemId }) => ({ itemId, version: 1, ...place }),
    foreign: none(() => ({ itemId: UNKNOWN, version: 1, ...place })),
  },
  "classes.discard-proposal": {
    who: DRAFTERS,
    input: ({ proposalId: id }) => ({ id, version: 1 }),
    foreign: none(() => ({ id: UNKNOWN, version: 1 })),
  },
  "classes.apply-proposal": {
    who: DRAFTERS,
    input: ({ proposalId: id }) => ({ id, version: 1 }),
    foreign: none(() => ({ id: UNKNOWN, version: 1 })),
  },
  "classes.add-wish": wishRow(() => wish),
  "classes.edit-wish": wishRow(({ wishId: id }) => ({ id, version: 1, ...wish })),
  "classes.remove-wish": wishRow(({ wishId: id }) => ({ id, version: 1 })),
};

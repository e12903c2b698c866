// Apart from the schemas, so that a form that offers them does not load zod.

/** Which deliveries of a term are placed: those without any time, those that lack something, all. */
export const WHICH = ["missing", "incomplete", "all"] as const;
/** What stands although all are placed anew: nothing, or what students sit in already. */
export const KEEPS = ["nothing", "enrolled"] as const;
/** Who stands there stays and the others are proposed; all are proposed anew; nobody is proposed. */
export const TEACHER_CHOICES = ["keep", "free", "none"] as const;
/** Rooms for all seats of a class, or for those who sit in it (all seats while nobody does). */
export const SIZES = ["seats", "enrolled"] as const;
export const WISH_KINDS = ["UNAVAILABLE", "AVOID", "PREFER"] as const;

/** How a proposal is looked at. */
export const ITEM_FILTERS = ["placed", "unplaced", "PENDING", "ACCEPTED", "CHANGED", "REJECTED"] as const;

/** What a new search begins with. */
export const USUAL = {
  which: "missing",
  keep: "enrolled",
  teachers: "keep",
  size: "seats",
  standIn: true,
  mostHours: 24,
  minutes: 3,
  seed: 1,
  weights: {
    teacherTimes: 3,
    teacherDays: 2,
    teacherGaps: 3,
    cohortGaps: 3,
    roomFit: 1,
    roomKind: 3,
    sameRoom: 2,
  },
} as const;

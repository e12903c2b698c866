// Apart from the schemas, so that a form that offers them does not load zod.

/** Kinds of classes that somebody chooses; COMBINED follows from being taught with others. */
export const CHOSEN_CLASS_TYPES = ["STANDARD", "READING", "INTENSIVE", "WORKSHOP"] as const;
/** Kinds among which a class on file is changed; a reading class has rules of its own. */
export const PLAIN_CLASS_TYPES = ["STANDARD", "INTENSIVE", "WORKSHOP"] as const;

/** Kinds of rooms that a part can need. */
export const ROOM_NEEDS = ["CLASS", "COMP", "LANG", "CONFERENCE", "MEETING", "OFFICE", "OTHER"] as const;

/** Seats of a class. */
export const LARGEST_CLASS = 100;

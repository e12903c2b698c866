/** Kinds of parts of a class (domain.md 4.1 ClassPart). */
export const PART_TYPES = [
  "MAIN",
  "LECTURE",
  "DISCUSSION",
  "LAB",
  "COMPUTER",
  "WORKSHOP",
  "TUTORIAL",
  "PROJECT",
  "GRAMMAR",
  "CONVERSATION",
  "WRITING",
  "READING",
  "LISTENING",
  "SPEAKING",
  "VENTURES",
  "BA",
  "MA",
  "PRACTICUM",
  "EXCHANGE",
  "ONLINE",
  "OTHER",
] as const;
export type PartType = (typeof PART_TYPES)[number];

/** Kinds of rooms that a part may need. */
export const ROOM_NEEDS = ["CLASS", "COMP", "LANG", "CONFERENCE", "MEETING"] as const;

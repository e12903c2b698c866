import { createLoader, createParser, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { TERM_TYPES } from "@/lib/classes/schemas";
import {
  listParams,
  parseAsChoices,
  parseAsDay,
  parseAsId,
  parseAsPage,
} from "@/lib/platform/url/list-params";
import { BUILDINGS, ROOM_TYPES } from "./kinds";

/** A time of day, `17:30`, as minutes since midnight. */
export const parseAsMinutes = createParser<number>({
  parse: (text) => {
    const [, hour = "", minute = ""] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
    return hour ? Number(hour) * 60 + Number(minute) : null;
  },
  serialize: (minutes) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`,
});

export const MEETING_VIEWS = ["coming", "past", "changed", "all"] as const;

/** URL state of the meetings of a class: which of them, and of which part. */
export const loadMeetingParams = createLoader({
  show: parseAsStringLiteral(MEETING_VIEWS).withDefault("coming"),
  part: parseAsId,
  page: parseAsPage,
});

/** URL state of a day's changes; today without a day. */
export const loadDayParams = createLoader({ day: parseAsDay });

export const MISSING = ["times", "room", "teacher"] as const;
export type Missing = (typeof MISSING)[number];

export const incompleteParams = {
  ...listParams,
  term: parseAsString,
  type: parseAsStringLiteral(TERM_TYPES),
  missing: parseAsChoices(MISSING),
};
/** URL state of the list of incomplete timetables. */
export const loadIncompleteParams = createLoader(incompleteParams);

/** URL state of the finder of free rooms and teachers; a weekly search looks at every week up to `until`. */
export const loadFreeParams = createLoader({
  what: parseAsStringLiteral(["rooms", "teachers"] as const).withDefault("rooms"),
  day: parseAsDay,
  from: parseAsMinutes.withDefault(17 * 60 + 30),
  to: parseAsMinutes.withDefault(19 * 60),
  weekly: parseAsBoolean.withDefault(false),
  until: parseAsDay,
  seats: parseAsId,
  kind: parseAsStringLiteral(ROOM_TYPES),
  building: parseAsStringLiteral(BUILDINGS),
  projector: parseAsBoolean.withDefault(false),
  computers: parseAsBoolean.withDefault(false),
  department: parseAsString,
  q: listParams.q,
  delivery: parseAsId,
});

import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { parseAsDay } from "@/lib/platform/url/list-params";

export const USE_WEEKS = ["1", "4", "12"] as const;
export const USE_SORTS = ["share", "room", "seats", "hours"] as const;
export type UseSort = (typeof USE_SORTS)[number];
export const USE_BUILDINGS = ["MAIN", "WEST", "BACK"] as const;
export const USE_TYPES = ["CLASS", "COMP", "LANG", "CONFERENCE", "MEETING", "OFFICE", "OTHER"] as const;

const PARAMS = {
  /** Any day of the first week. */
  week: parseAsDay,
  weeks: parseAsStringLiteral(USE_WEEKS).withDefault("4"),
  building: parseAsStringLiteral(USE_BUILDINGS),
  /** Without a choice the rooms in which classes are held. */
  type: parseAsStringLiteral(USE_TYPES),
  sort: parseAsStringLiteral(USE_SORTS).withDefault("share"),
};

export const loadRoomUse = createLoader(PARAMS);
export type RoomUseState = inferParserType<typeof PARAMS>;

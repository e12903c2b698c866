import { createLoader, type inferParserType, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { BUILDINGS, EQUIPMENT, ROOM_TYPES } from "@/lib/organization/rooms/kinds";
import { listParams, parseAsChoices, parseAsSort } from "@/lib/platform/url/list-params";

export const ROOM_SORTS = ["code", "name", "capacity"] as const;
/** Rooms for at least so many people. */
export const ROOM_SIZES = [20, 30, 40, 60, 100] as const;

/** State of the list of rooms in the URL; those out of use are shown only when asked for. */
export const roomListParams = {
  ...listParams,
  sort: parseAsSort(ROOM_SORTS).withDefault({ column: "code", direction: "asc" }),
  building: parseAsChoices(BUILDINGS),
  type: parseAsChoices(ROOM_TYPES),
  has: parseAsChoices(EQUIPMENT),
  seats: parseAsInteger,
  use: parseAsStringLiteral(["in", "out", "all"] as const).withDefault("in"),
};
export type RoomListState = inferParserType<typeof roomListParams>;
export const loadRoomList = createLoader(roomListParams);

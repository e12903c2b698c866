import type { Building, RoomType } from "@/lib/platform/db/generated/enums";

export const BUILDINGS = ["MAIN", "WEST", "BACK"] as const satisfies readonly Building[];
export const ROOM_TYPES = [
  "CLASS",
  "COMP",
  "LANG",
  "CONFERENCE",
  "MEETING",
  "OFFICE",
  "OTHER",
] as const satisfies readonly RoomType[];
/** What a room may be equipped with. */
export const EQUIPMENT = ["projector", "whiteboard", "computers"] as const;
export type Equipment = (typeof EQUIPMENT)[number];

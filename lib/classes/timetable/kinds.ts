// Lists of the database's kinds for forms and addresses, apart from the schemas so that a form does not load zod.
import type { Building, RoomType } from "@/lib/platform/db/generated/enums";

export const ROOM_TYPES = [
  "CLASS",
  "COMP",
  "LANG",
  "CONFERENCE",
  "MEETING",
  "OFFICE",
  "OTHER",
] as const satisfies readonly RoomType[];
export const BUILDINGS = ["MAIN", "WEST", "BACK"] as const satisfies readonly Building[];
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

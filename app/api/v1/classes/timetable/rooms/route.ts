import { getTranslations } from "next-intl/server";
import { periodOf, reportRoomUse } from "@/lib/classes/weeks/room-use";
import { loadRoomUse } from "@/lib/classes/weeks/room-use-params";
import { DAY_PARTS } from "@/lib/classes/weeks/study-hours";
import { route } from "@/lib/platform/api/route";
import { campusToday } from "@/lib/platform/dates/campus";
import { csvResponse } from "@/lib/platform/spreadsheet/csv";

/** A share in percent with one decimal; empty where there were no hours. */
const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10);

/** The use of rooms as a CSV file, of the weeks and rooms that the page shows. */
export const GET = route(
  { name: "classes.export-room-use", method: "GET", permission: "classes:export", rateLimit: "export" },
  async ({ actor, request }) => {
    const state = loadRoomUse(request.nextUrl.searchParams);
    const today = campusToday();
    const [report, t, buildings, types] = await Promise.all([
      reportRoomUse(actor, state, today),
      getTranslations("roomUse"),
      getTranslations("organization.buildings"),
      getTranslations("rooms.types"),
    ]);
    const { from, to } = periodOf(state, today);
    const header = [
      ...(["room", "building", "type", "seats", "meetings", "hours"] as const).map((key) =>
        t(`columns.${key}`),
      ),
      `${t("columns.share")} %`,
      ...DAY_PARTS.map((part) => `${t(`parts.${part}`)} %`),
    ];
    const rows = report.rooms.map((room) => [
      room.code,
      buildings(room.building),
      types(room.roomType),
      room.capacity,
      room.meetings,
      Math.round((room.minutes / 60) * 10) / 10,
      percent(room.share),
      ...DAY_PARTS.map((part) => percent(room.parts[part])),
    ]);
    return csvResponse(`room-use-${from}-${to}`, header, rows);
  },
);

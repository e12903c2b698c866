import { z } from "zod";
import { listHolidaysOfYear } from "@/lib/calendar/holidays/queries";
import { holidayTemplate } from "@/lib/classes/import-holidays/fields";
import { route } from "@/lib/platform/api/route";
import { csvResponse } from "@/lib/platform/spreadsheet/csv";

const query = z.object({ year: z.coerce.number().int().min(2000).max(2199) });

/** The holidays of a year as a list that can be loaded again; those taken back are left out. */
export const GET = route(
  {
    name: "calendar.holidays-export",
    method: "GET",
    permission: "calendar:read",
    rateLimit: "export",
    query,
  },
  async ({ actor, query: { year } }) => {
    const rows = await listHolidaysOfYear(actor, year);
    const written = (day: string) => day.split("-").reverse().join("/");
    return csvResponse(
      `holidays-${year}`,
      holidayTemplate(year).headings,
      rows
        .filter(({ isActive }) => isActive)
        .map((row) => [written(row.startDate), written(row.endDate), row.name, row.nameKm, row.notes ?? ""]),
    );
  },
);

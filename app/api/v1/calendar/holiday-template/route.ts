import { Readable } from "node:stream";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { holidayTemplate } from "@/lib/classes/import-holidays/fields";
import { route } from "@/lib/platform/api/route";
import { campusToday } from "@/lib/platform/dates/campus";
import { csvResponse } from "@/lib/platform/spreadsheet/csv";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";

const query = z.object({
  format: z.enum(["csv", "xlsx"]).default("xlsx"),
  kind: z.literal("classes.import-holidays").optional(),
});

/** An empty list of holidays to fill in: headings in both languages and one row that shows how cells are written. */
export const GET = route(
  {
    name: "calendar.holiday-template",
    method: "GET",
    permission: "calendar:edit",
    rateLimit: "export",
    query,
  },
  async ({ query: { format } }) => {
    const { headings, example } = holidayTemplate(Number(campusToday().slice(0, 4)) + 1);
    if (format === "csv") return csvResponse("holidays-template", headings, [example]);
    const t = await getTranslations("holidays");
    const sheet = { name: t("title"), headings, rows: [example] };
    return new Response(Readable.toWeb(writeXlsx([sheet])) as unknown as BodyInit, {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": 'attachment; filename="holidays-template.xlsx"',
      },
    });
  },
);

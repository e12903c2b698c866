import { Readable } from "node:stream";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { listProgrammes } from "@/lib/curriculum/queries";
import { importTemplate } from "@/lib/people/import/template";
import { route } from "@/lib/platform/api/route";
import { csvResponse } from "@/lib/platform/spreadsheet/csv";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";

const NAME = "students-template";
const query = z.object({ format: z.enum(["csv", "xlsx"]).default("xlsx") });

/** An empty list of students to fill in: headings in both languages and one invented row. */
export const GET = route(
  { name: "people.import-template", method: "GET", permission: "people:import", rateLimit: "export", query },
  async ({ actor, query: { format } }) => {
    const [programme] = await listProgrammes(actor);
    const { headings, example } = importTemplate(programme?.code ?? "");
    if (format === "csv") return csvResponse(NAME, headings, [example]);
    const t = await getTranslations("import");
    const sheet = { name: t("template.sheet"), headings, rows: [example] };
    return new Response(Readable.toWeb(writeXlsx([sheet])) as unknown as BodyInit, {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": `attachment; filename="${NAME}.xlsx"`,
      },
    });
  },
);

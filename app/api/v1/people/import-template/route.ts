import { Readable } from "node:stream";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { listProgrammes } from "@/lib/curriculum/queries";
import { contactTemplate } from "@/lib/people/import/contacts/fields";
import { teacherTemplate } from "@/lib/people/import/teachers/fields";
import { importTemplate } from "@/lib/people/import/template";
import type { Actor } from "@/lib/platform/access/actor";
import { route } from "@/lib/platform/api/route";
import { csvResponse } from "@/lib/platform/spreadsheet/csv";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";

const KINDS = {
  "studies.import-students": "students",
  "people.import-contacts": "contacts",
  "people.import-teachers": "teachers",
} as const;
const query = z.object({
  format: z.enum(["csv", "xlsx"]).default("xlsx"),
  kind: z.enum(Object.keys(KINDS) as [keyof typeof KINDS]).default("studies.import-students"),
});

async function templateOf(actor: Actor, kind: keyof typeof KINDS) {
  if (kind === "people.import-contacts") return contactTemplate();
  if (kind === "people.import-teachers") return teacherTemplate();
  const [programme] = await listProgrammes(actor);
  return importTemplate(programme?.code ?? "");
}

/** An empty list of a kind to fill in: headings in both languages and one invented row. */
export const GET = route(
  { name: "people.import-template", method: "GET", permission: "people:import", rateLimit: "export", query },
  async ({ actor, query: { format, kind } }) => {
    const { headings, example } = await templateOf(actor, kind);
    const name = `${KINDS[kind]}-template`;
    if (format === "csv") return csvResponse(name, headings, [example]);
    const t = await getTranslations("import");
    const sheet = { name: t("template.sheet"), headings, rows: [example] };
    return new Response(Readable.toWeb(writeXlsx([sheet])) as unknown as BodyInit, {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": `attachment; filename="${name}.xlsx"`,
      },
    });
  },
);

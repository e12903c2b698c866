import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { classIdParam } from "@/lib/classes/schemas";
import { route } from "@/lib/platform/api/route";
import { campusToday } from "@/lib/platform/dates/campus";
import { csvResponse } from "@/lib/platform/spreadsheet/csv";
import { exportRoster } from "@/lib/registration/queries/export-roster";

const COLUMNS = [
  "number",
  "familyName",
  "personalName",
  "khmerName",
  "gender",
  "programme",
  "phone",
  "status",
] as const;

/** The roster of a class as a CSV file, for its teachers and for staff. */
export const GET = route(
  {
    name: "registration.export-roster",
    method: "GET",
    permission: "signed_in",
    rateLimit: "export",
    params: z.object({ id: classIdParam }),
  },
  async ({ actor, params }) => {
    const { found, rows } = await exportRoster(actor, params.id);
    const t = await getTranslations("registration");
    const header = COLUMNS.map((column) => t(`roster.columns.${column}`));
    const cells = rows.map((row) => [
      row.number,
      row.familyName,
      row.personalName,
      [row.khmerFamilyName, row.khmerPersonalName].filter(Boolean).join(" "),
      row.gender,
      row.programme,
      row.phone,
      t(`status.${row.status}`),
    ]);
    return csvResponse(`roster-${found.code}-${found.section}-${campusToday()}`, header, cells);
  },
);

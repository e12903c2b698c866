import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { getClassHeader } from "@/lib/classes/queries/get-class";
import { classIdParam } from "@/lib/classes/schemas";
import { authoriseAny } from "@/lib/platform/access/actor";
import { route } from "@/lib/platform/api/route";
import { campusToday } from "@/lib/platform/dates/campus";
import { csvResponse } from "@/lib/platform/spreadsheet/csv";
import { listRoster } from "@/lib/registration/queries/roster";

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
    authoriseAny(actor, "classes:export", "classes:read_own");
    const found = await getClassHeader(actor, params.id);
    const rows = await listRoster(actor, params.id);
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

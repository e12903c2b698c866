import { z } from "zod";
import { tableResponse } from "@/app/api/v1/curriculum/table-response";
import { getProgramme } from "@/lib/curriculum/programmes/queries";
import { getCatalogue } from "@/lib/curriculum/requirements/queries";
import { route } from "@/lib/platform/api/route";
import { campusToday } from "@/lib/platform/dates/campus";
import { isDay } from "@/lib/platform/dates/day";
import { REQUIREMENT_HEADINGS } from "@/lib/studies/requirements/import/fields";

const query = z.object({
  programme: z.string().max(20),
  on: z.string().refine(isDay, "curriculum.no_such_day").optional(),
  format: z.enum(["csv", "xlsx"]).default("xlsx"),
});

/** The list of a degree on a day as a file that can be changed and loaded again. */
export const GET = route(
  {
    name: "studies.export-requirements",
    method: "GET",
    permission: "curriculum:read",
    rateLimit: "export",
    query,
  },
  async ({ actor, query: { programme: code, on = campusToday(), format } }) => {
    const programme = await getProgramme(actor, code);
    const { lines } = await getCatalogue(actor, programme.id, on);
    return tableResponse(
      `requirements-${programme.code}-${on}`,
      format,
      REQUIREMENT_HEADINGS,
      lines.map(({ sequence, courseCode, name }) => [programme.code, sequence, courseCode, name]),
    );
  },
);

import { z } from "zod";
import { tableResponse } from "@/app/api/v1/curriculum/table-response";
import { route } from "@/lib/platform/api/route";
import { REQUIREMENT_HEADINGS } from "@/lib/studies/requirements/import/fields";

/** `kind` comes from the page of the import, which serves lists of every kind. */
const query = z.object({ format: z.enum(["csv", "xlsx"]).default("xlsx"), kind: z.string().optional() });

/** An empty list of requirements to fill in: headings in both languages and two invented rows. */
export const GET = route(
  {
    name: "studies.requirements-template",
    method: "GET",
    permission: "curriculum:edit",
    rateLimit: "export",
    query,
  },
  async ({ query: { format } }) =>
    tableResponse("requirements-template", format, REQUIREMENT_HEADINGS, [
      ["TESOL", 1, "ENGL-110", ""],
      ["TESOL", 2, "MATH-101", ""],
    ]),
);

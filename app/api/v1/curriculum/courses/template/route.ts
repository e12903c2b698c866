import { z } from "zod";
import { tableResponse } from "@/app/api/v1/curriculum/table-response";
import { COURSE_EXAMPLE, COURSE_HEADINGS } from "@/lib/curriculum/courses/file-columns";
import { route } from "@/lib/platform/api/route";

/** `kind` comes from the page of the import, which serves lists of every kind. */
const query = z.object({ format: z.enum(["csv", "xlsx"]).default("xlsx"), kind: z.string().optional() });

/** An empty list of courses to fill in: headings in both languages and one invented row. */
export const GET = route(
  {
    name: "curriculum.courses-template",
    method: "GET",
    permission: "curriculum:edit",
    rateLimit: "export",
    query,
  },
  async ({ query: { format } }) =>
    tableResponse("courses-template", format, COURSE_HEADINGS, [COURSE_EXAMPLE]),
);

import { z } from "zod";
import { tableResponse } from "@/app/api/v1/curriculum/table-response";
import { COURSE_HEADINGS, courseCells } from "@/lib/curriculum/courses/file-columns";
import { allCourses } from "@/lib/curriculum/courses/queries/list-courses";
import { loadCourseList } from "@/lib/curriculum/courses/search-params";
import { route } from "@/lib/platform/api/route";
import { campusToday } from "@/lib/platform/dates/campus";

/** The filters of the list come beside the format. */
const query = z.looseObject({ format: z.enum(["csv", "xlsx"]).default("xlsx") });

/** The courses of the list, filtered and sorted as it is, with the headings of the import: mended it can be loaded again. */
export const GET = route(
  {
    name: "curriculum.export-courses",
    method: "GET",
    permission: "curriculum:read",
    rateLimit: "export",
    query,
  },
  async ({ actor, request, query: { format } }) => {
    const rows = await allCourses(actor, loadCourseList(request.nextUrl.searchParams));
    return tableResponse(`courses-${campusToday()}`, format, COURSE_HEADINGS, rows.map(courseCells));
  },
);

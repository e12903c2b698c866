import { countStudents } from "@/lib/people/queries/count-students";
import { limitStudents } from "@/lib/people/queries/student-limits";
import { loadStudentListParams } from "@/lib/people/search-params";
import { route } from "@/lib/platform/api/route";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** How many students the list in this state holds, counted to the end: only when somebody asks. */
export const GET = route(
  { name: "people.count-students", method: "GET", permission: "people:search", rateLimit: "export" },
  async ({ actor, request }) => {
    const { term, ...filter } = loadStudentListParams(request.nextUrl.searchParams);
    const limits = await limitStudents(actor, { term, without: filter.without });
    const [total, format] = await Promise.all([countStudents(actor, { ...filter, ...limits }), getFormat()]);
    return { total, text: format.number(total) };
  },
);

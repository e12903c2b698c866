import { findColleagues } from "@/lib/people/positions/queries";
import { colleagueQuery } from "@/lib/people/positions/schemas";
import { route } from "@/lib/platform/api/route";

/** People who work here, for the picker of holders and delegates: a directory, nothing personal. */
export const GET = route(
  {
    name: "organization.colleagues",
    method: "GET",
    permission: "organization:read",
    rateLimit: "search",
    query: colleagueQuery,
  },
  async ({ actor, query }) => {
    const found = await findColleagues(actor, query.q);
    return {
      rows: found.map(({ teacherNumber, staffNumber, departmentCode, ...names }) => ({
        ...names,
        number: [String(staffNumber ?? teacherNumber ?? ""), departmentCode].filter(Boolean).join(" · "),
        isTeacher: teacherNumber !== null,
      })),
    };
  },
);

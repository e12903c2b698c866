import { moreStudentFilters } from "@/app/(staff)/students/_components/student-table";
import { route } from "@/lib/platform/api/route";

/** The rarer filters of the list of students, for its menu. */
export const GET = route(
  { name: "people.student-filters", method: "GET", permission: "people:read", rateLimit: "search" },
  async ({ actor }) => ({ filters: await moreStudentFilters(actor) }),
);

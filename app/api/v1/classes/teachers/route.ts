import { teacherQuery } from "@/lib/classes/editing/schemas";
import { findTeacherChoices } from "@/lib/classes/queries/teacher-choices";
import { route } from "@/lib/platform/api/route";

/** Teachers by name or number, for the pickers of whoever plans classes and projects. */
export const GET = route(
  {
    name: "classes.teacher-choices",
    method: "GET",
    permission: "organization:read",
    rateLimit: "search",
    query: teacherQuery,
  },
  async ({ actor, query: { q } }) => ({ rows: await findTeacherChoices(actor, q) }),
);

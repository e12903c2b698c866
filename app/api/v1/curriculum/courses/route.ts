import { findCourseChoices } from "@/lib/curriculum/courses/course-choice";
import { courseChoiceQuery } from "@/lib/curriculum/courses/schemas";
import { route } from "@/lib/platform/api/route";

/** Courses by code or title, for the picker. */
export const GET = route(
  {
    name: "curriculum.course-choices",
    method: "GET",
    permission: "curriculum:read",
    rateLimit: "search",
    query: courseChoiceQuery,
  },
  async ({ actor, query: { q, limit } }) => ({ rows: await findCourseChoices(actor, q, limit) }),
);

import { listCourseClasses } from "@/lib/classes/queries/course-classes";
import {
  getVersions,
  listRequiringProgrammes,
  listUnlocks,
} from "@/lib/curriculum/courses/queries/get-course";
import { type AffectedByCourse, affectedQuery, courseCodeParam } from "@/lib/curriculum/courses/schemas";
import { can } from "@/lib/platform/access/actor";
import { route } from "@/lib/platform/api/route";
import { countCourseStudents } from "@/lib/registration/queries/course-students";

/** Who and what a change of a course touches from a day on, asked while the change is being written. */
export const GET = route(
  {
    name: "curriculum.course-affected",
    method: "GET",
    permission: "curriculum:edit",
    rateLimit: "search",
    params: courseCodeParam,
    query: affectedQuery,
  },
  async ({ actor, params: { code }, query: { from } }): Promise<AffectedByCourse> => {
    await getVersions(actor, code);
    const [students, classes, programmes, unlocks] = await Promise.all([
      can(actor, "registration:read") ? countCourseStudents(actor, code) : null,
      can(actor, "classes:read") ? listCourseClasses(actor, code) : null,
      listRequiringProgrammes(actor, code),
      listUnlocks(actor, code),
    ]);
    return {
      students,
      classes:
        classes
          ?.filter(({ termEnd }) => from === undefined || termEnd >= from)
          .map((each) => `${each.code} ${each.section}, ${each.termCode}`) ?? null,
      programmes: [...new Set(programmes.map((each) => each.code))],
      unlocks: [...new Set(unlocks.map((each) => each.code))],
    };
  },
);

import "server-only";
import type { PeopleList } from "@/lib/people/lists/kinds";
import { selectProfiles } from "@/lib/people/queries/profile-rows";
import { limitStudents } from "@/lib/people/queries/student-limits";
import { selectStudents } from "@/lib/people/queries/student-rows";
import { loadProfileListParams, loadStudentListParams } from "@/lib/people/search-params";
import type { Actor } from "@/lib/platform/access/actor";

/** What selects from a list: `WITH ctes … FROM from WHERE where ORDER BY orderBy`. */
export type Chosen = { ctes: string; from: string; where: string; orderBy: string };

/**
 * Who stands in a list that is narrowed as `params` say, through the actor's scope. The list's own table has the alias
 * `s` (students) or `t`.
 * @param atMost hits of a search that are looked at
 * @throws AppError forbidden
 */
export async function chooseFrom(
  actor: Actor,
  list: PeopleList,
  params: Record<string, string>,
  values: unknown[],
  atMost: number,
): Promise<Chosen> {
  if (list !== "students")
    return selectProfiles(actor, list, loadProfileListParams(list, params), values, atMost);
  const { term, ...filter } = loadStudentListParams(params);
  const limits = await limitStudents(actor, { term, without: filter.without });
  return selectStudents(actor, { ...filter, ...limits }, values, atMost);
}

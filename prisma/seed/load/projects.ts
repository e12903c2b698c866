import type { ClassDraft } from "../classes/draft";
import { makeProjects } from "../classes/projects";
import { dayText } from "../days";
import type { TeacherRow } from "../people/staff";
import type { World } from "../world";
import type { Loader } from "./loader";

/** Senior-project groups with their members, advised by teachers of the academic division. */
export async function loadProjects(
  loader: Loader,
  world: World,
  drafts: readonly ClassDraft[],
  teachers: readonly TeacherRow[],
): Promise<void> {
  const advisors = teachers
    .filter(({ status, department, persona }) => status === "ACTIVE" && department === "AFAC" && !persona)
    .map(({ person }) => person.id);
  const projects = makeProjects(world, drafts, advisors);
  await loader.load(
    "senior_project_group",
    `id, course_id, term_id, class_id, title, description, advisor_id, status, proposed_on, approved_on, submitted_on`,
    projects.map((row, index) => [
      index + 1,
      row.draft.course.id,
      row.draft.term.id,
      row.draft.id,
      row.title,
      row.description,
      row.advisorId,
      row.status,
      dayText(row.proposedOn),
      row.approvedOn === null ? null : dayText(row.approvedOn),
      row.submittedOn === null ? null : dayText(row.submittedOn),
    ]),
  );
  let id = 0;
  await loader.load(
    "senior_project_member",
    "id, group_id, student_id, joined_on",
    projects.flatMap((row, index) =>
      row.members.map((member) => [++id, index + 1, member.personId, dayText(row.proposedOn)]),
    ),
  );
}

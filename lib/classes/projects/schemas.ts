import { z } from "zod";
import { type Day, isDay } from "@/lib/platform/dates/day";
import type { Bilingual, NameParts } from "@/lib/platform/i18n/names";
import { reasonText } from "@/lib/platform/validation/reason";
import { LARGEST_GROUP, PROJECT_STATUSES, type ProjectStatus } from "./states";

/** A group's id in a URL. */
export const projectIdParam = z.coerce.number().int().positive().max(2_147_483_647);

const id = z.int().positive();
const number = z.coerce.number<string | number>().int().positive();
const optionalId = z.union([z.literal("").transform(() => null), z.null(), number]).default(null);
const day = z.string().refine(isDay, "people.no_such_day");
const title = z.string().trim().min(1).max(200);
const text = z.union([z.string().trim().max(2000), z.null()]).transform((value) => value || null);
const studentNumber = z.coerce.number<string | number>().int().positive();

export const createProjectInput = z.strictObject({
  courseId: number,
  termId: number,
  title,
  description: text,
  advisorId: optionalId,
  proposedOn: day,
  /** Numbers of the first members. */
  students: z.array(studentNumber).min(1, "classes.project_size").max(LARGEST_GROUP, "classes.project_size"),
});
export type CreateProjectInput = z.output<typeof createProjectInput>;

/** Facts of a group, each edited where it stands. */
export const editProjectInput = z
  .strictObject({
    id,
    version: id,
    ...z
      .strictObject({
        title,
        finalTitle: z.union([z.string().trim().max(200), z.null()]).transform((value) => value || null),
        description: text,
        advisorId: z.union([z.literal("").transform(() => null), z.null(), number]),
        classId: z.union([z.literal("").transform(() => null), z.null(), number]),
      })
      .partial().shape,
  })
  .refine((input) => Object.keys(input).length > 2, "validation.required");
export type EditProjectInput = z.output<typeof editProjectInput>;

export const moveProjectInput = z.strictObject({
  id,
  version: id,
  to: z.enum(PROJECT_STATUSES),
  on: day,
  reason: reasonText,
});
export type MoveProjectInput = z.output<typeof moveProjectInput>;

export const addMemberInput = z.strictObject({ id, version: id, student: studentNumber });
export type AddMemberInput = z.output<typeof addMemberInput>;
/** `memberId` is the row of the membership. */
export const removeMemberInput = z.strictObject({ id, version: id, memberId: id });
export type RemoveMemberInput = z.output<typeof removeMemberInput>;

/** A line of the list of groups. */
export type ProjectRow = {
  id: number;
  title: string;
  code: string;
  termCode: string;
  termName: Bilingual;
  status: ProjectStatus;
  proposedOn: Day;
  advisor: NameParts | null;
  members: NameParts[];
};

export type ProjectMember = NameParts & {
  id: number;
  studentId: number;
  number: number;
  joinedOn: Day;
  leftOn: Day | null;
};

/** A group with its members. */
export type ProjectPage = {
  id: number;
  version: number;
  title: string;
  finalTitle: string | null;
  description: string | null;
  courseId: number;
  code: string;
  courseTitle: string;
  courseTitleKm: string | null;
  termId: number;
  termCode: string;
  termName: Bilingual;
  status: ProjectStatus;
  advisor: (NameParts & { id: number; number: number }) | null;
  class: { id: number; section: string; timeOfDay: string } | null;
  proposedOn: Day;
  approvedOn: Day | null;
  submittedOn: Day | null;
  defendedOn: Day | null;
  completedOn: Day | null;
  withdrawnOn: Day | null;
  members: ProjectMember[];
};

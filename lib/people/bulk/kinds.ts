import { z } from "zod";
import { STUDENT_STATUSES } from "@/lib/people/rules";
import { STUDY_TIMES } from "@/lib/people/schemas";
import { type ChangeSetKind, defineChangeSet } from "@/lib/platform/change-sets/define";
import type { BulkChange } from "./schemas";

const ids = z.array(z.number().int().positive());
const TIMEOUT_S = 900;

export const statusesInput = z.object({
  ids,
  to: z.enum(STUDENT_STATUSES),
  effectiveOn: z.string(),
  reason: z.string(),
});
export const studyTimesInput = z.object({ ids, to: z.enum(STUDY_TIMES) });
export const transfersInput = z.object({ ids, to: z.boolean() });
export const departmentsInput = z.object({
  ids,
  list: z.enum(["teachers", "staff"]),
  to: z.string().nullable(),
});

/** Moves many students to another status; moves that are not allowed are left out and listed. */
export const changeStatuses = defineChangeSet({
  kind: "people.change-statuses",
  permission: "people:change_status",
  input: statusesInput,
  timeoutSeconds: TIMEOUT_S,
  load: async () => ({ run: (await import("./change-statuses")).changeStatusesRun }),
});

export const changeStudyTimes = defineChangeSet({
  kind: "people.change-study-times",
  permission: "people:edit",
  input: studyTimesInput,
  timeoutSeconds: TIMEOUT_S,
  load: async () => ({ run: (await import("./change-facts")).changeStudyTimesRun }),
});

/** Marks many students as transferred from elsewhere, or takes the mark away. */
export const markTransfers = defineChangeSet({
  kind: "people.mark-transfers",
  permission: "people:edit",
  input: transfersInput,
  timeoutSeconds: TIMEOUT_S,
  load: async () => ({ run: (await import("./change-facts")).markTransfersRun }),
});

/** Puts many teachers or staff members into a department, or into none. */
export const assignDepartments = defineChangeSet({
  kind: "people.assign-departments",
  permission: "people:edit",
  input: departmentsInput,
  timeoutSeconds: TIMEOUT_S,
  load: async () => ({ run: (await import("./change-facts")).assignDepartmentsRun }),
});

export const KIND_OF = {
  status: changeStatuses,
  studyTime: changeStudyTimes,
  transfer: markTransfers,
  department: assignDepartments,
} as const satisfies Record<BulkChange, unknown>;

/** The kind of change set that makes a change. */
export function bulkKind(change: BulkChange): ChangeSetKind {
  return KIND_OF[change] as unknown as ChangeSetKind;
}

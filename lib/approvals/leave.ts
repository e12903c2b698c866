import "server-only";
import { z } from "zod";
import { requireStudentId } from "@/lib/people/access";
import { type AccountActor, authoriseAny } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { daysBetween } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import { grantLeave, requireLeave } from "@/lib/studies/commands/leaves";
import { LEAVE_KINDS, type RequestLeaveInput } from "@/lib/studies/schemas";
import { requestApproval } from "./commands";
import { defineApproval } from "./define";
import type { Description } from "./schemas";
import { studentNow, studentSubject } from "./student-subject";

const payload = z.strictObject({
  studentId: z.int().positive(),
  kind: z.enum(LEAVE_KINDS),
  startsOn: z.iso.date(),
  /** The first day back. */
  returnsOn: z.iso.date(),
  askedOn: z.iso.date(),
});
type Payload = z.output<typeof payload>;

/**
 * A leave of absence that the academic director decides (domain.md 0.2 row 12, 2.3): it keeps the place in the
 * programme, and nobody enrols in its days.
 */
export const leaveApproval = defineApproval({
  kind: "studies.grant-leave",
  asks: "studies:ask",
  asksOwn: "studies:ask_own",
  permission: "studies:approve",
  validForDays: 30,
  payload,
  subjectKey: ({ studentId }) => `student:${studentId}`,
  subject: (tx, { studentId }) => studentSubject(tx, studentId),
  async check(tx, _, { askedOn, ...leave }) {
    await requireLeave(tx, leave, askedOn);
  },
  summary: ({ kind }) => ({ message: `programmes.leave.kinds.${kind}` }),
  describe,
  async run(tx, { approvalId, maker }, { askedOn, ...leave }) {
    await grantLeave(tx, { ...leave, approvalId, reason: maker.reason }, askedOn);
  },
  async resultHref(approvalId) {
    const [made] = await query<{ number: string }>(
      "approvals.leave-made",
      `SELECT s.number_label AS number FROM leave_of_absence l JOIN student s ON s.person_id = l.student_id
        WHERE l.approval_id = $1`,
      [approvalId],
    );
    return made ? `/students/${made.number}/programme` : null;
  },
});

async function describe({ studentId, kind, startsOn, returnsOn }: Payload): Promise<Description> {
  const now = await studentNow({ studentId, programmeId: null, from: startsOn, to: returnsOn });
  const classes = now?.classes ?? [];
  return {
    facts: [
      { label: "studentNumber", value: { text: now?.number ?? "" } },
      { label: "programme", value: now?.programme ? { words: now.programme } : null },
      { label: "leaveKind", value: { message: `programmes.leave.kinds.${kind}` } },
      { label: "from", value: { day: startsOn } },
      { label: "returnsOn", value: { day: returnsOn } },
      { label: "days", value: { number: daysBetween(startsOn, returnsOn) } },
      {
        label: "classesInLeave",
        value: classes.length > 0 ? { text: classes.join(", ") } : { message: "programmes.leave.noClasses" },
      },
    ],
    changes: [
      { label: "enrolling", before: null, after: { message: "programmes.leave.noEnrolment" } },
      { label: "place", before: null, after: { message: "programmes.leave.keepsPlace" } },
    ],
  };
}

/** Asks for a leave of absence, by the student or by staff. @throws AppError as requestApproval and requireLeave */
export async function requestLeave(actor: AccountActor, input: RequestLeaveInput): Promise<{ id: number }> {
  authoriseAny(actor, "studies:ask", "studies:ask_own");
  const { number, reason, ...leave } = input;
  const studentId = await requireStudentId(actor, number);
  return requestApproval(actor, leaveApproval, {
    reason,
    payload: async () => ({ ...leave, studentId, askedOn: campusToday() }),
  });
}

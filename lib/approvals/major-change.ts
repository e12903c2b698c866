import "server-only";
import { z } from "zod";
import { requireStudentId } from "@/lib/people/access";
import { type AccountActor, authoriseAny } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import { changeMajor, requireMajor, requireMajorChange } from "@/lib/studies/commands/declare-major";
import type { ChangeMajorInput } from "@/lib/studies/schemas";
import { requestApproval } from "./commands";
import { defineApproval } from "./define";
import type { Description } from "./schemas";
import { studentNow, studentSubject } from "./student-subject";

const payload = z.strictObject({
  studentId: z.int().positive(),
  programmeId: z.int().positive(),
  /** The student asked, not the office. */
  isSelfDeclared: z.boolean(),
  /** As it was called when it was asked, for the lines of the inbox. */
  programme: z.strictObject({ en: z.string(), km: z.string() }),
});
type Payload = z.output<typeof payload>;

/**
 * A change of major that the academic director decides (domain.md 5.1): approving leaves the old programme and begins
 * the new one on that day.
 */
export const majorChangeApproval = defineApproval({
  kind: "studies.change-major",
  asks: "studies:ask",
  asksOwn: "studies:ask_own",
  permission: "studies:approve",
  validForDays: 30,
  payload,
  subjectKey: ({ studentId }) => `student:${studentId}`,
  subject: (tx, { studentId }) => studentSubject(tx, studentId),
  async check(tx, _, asked) {
    await requireMajorChange(tx, asked);
  },
  summary: ({ programme }) => ({ words: programme }),
  describe,
  async run(tx, { approvalId, maker }, { programme: _, ...asked }) {
    await changeMajor(tx, { ...asked, approvalId, reason: maker.reason }, campusToday());
  },
  async resultHref(approvalId) {
    const [made] = await query<{ number: string }>(
      "approvals.major-changed",
      `SELECT s.number_label AS number FROM major_declaration d JOIN student s ON s.person_id = d.student_id
        WHERE d.approval_id = $1`,
      [approvalId],
    );
    return made ? `/students/${made.number}/programme` : null;
  },
});

async function describe({
  studentId,
  programmeId,
  programme,
  isSelfDeclared,
}: Payload): Promise<Description> {
  const today = campusToday();
  const now = await studentNow({ studentId, programmeId, from: today, to: today });
  const misfits = now?.misfits ?? [];
  const warning = misfits.length > 0 ? { text: misfits.join(", ") } : { message: "programmes.major.allFit" };
  return {
    facts: [
      { label: "studentNumber", value: { text: now?.number ?? "" } },
      { label: "askedBy", value: { message: `programmes.major.${isSelfDeclared ? "bySelf" : "byOffice"}` } },
      { label: "misfits", value: warning },
    ],
    changes: [
      { label: "major", before: now?.major ? { words: now.major } : null, after: { words: programme } },
      ...(now?.programme
        ? [{ label: "programme", before: { words: now.programme }, after: { words: programme } }]
        : []),
    ],
  };
}

/**
 * Asks for a change of major, by the student or by staff.
 * @throws AppError as requestApproval and requireMajorChange
 */
export async function requestMajorChange(
  actor: AccountActor,
  input: ChangeMajorInput,
): Promise<{ id: number }> {
  authoriseAny(actor, "studies:ask", "studies:ask_own");
  const studentId = await requireStudentId(actor, input.number);
  return requestApproval(actor, majorChangeApproval, {
    reason: input.reason,
    payload: async (tx) => {
      const { id, name, nameKm } = await requireMajor(tx, actor, input.programmeCode);
      const isSelfDeclared = actor.personId === studentId;
      return { studentId, programmeId: id, isSelfDeclared, programme: { en: name, km: nameKm } };
    },
  });
}

import "server-only";
import { listMeetingsLeftInTx, type MeetingsLeft } from "@/lib/classes/queries/meetings-left";
import { requireColleagueId } from "@/lib/people/colleagues/access";
import { writeStatus } from "@/lib/people/colleagues/commands";
import { firstDayOff } from "@/lib/people/colleagues/rules";
import type { ChangeTeacherStatusInput } from "@/lib/people/colleagues/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { explain } from "@/lib/platform/explained";

/**
 * Changes the status of a teacher, with a reason. Meetings that would be without a teacher are told first: only who has
 * seen them (`leavesMeetings`) may go on; they stay with the teacher until somebody else takes them.
 * @throws AppError refused `classes.teacher_still_teaches` with which ones; stale; invalid
 * `people.ends_before_it_begins`; not_found; forbidden
 */
export async function changeTeacherStatusCommand(
  actor: Actor,
  input: ChangeTeacherStatusInput,
): Promise<{ version: number }> {
  authorise(actor, "people:edit");
  const teacherId = await requireColleagueId(actor, "teacher", input.number);
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const from = firstDayOff(input, campusToday());
    const left = from === null ? [] : await listMeetingsLeftInTx(tx, teacherId, from);
    if (left.length > 0 && !input.leavesMeetings) throw stillTeaches(left);
    return writeStatus(tx, "teacher", teacherId, input);
  });
}

function stillTeaches(left: readonly MeetingsLeft[]): AppError {
  const count = left.reduce((sum, each) => sum + each.count, 0);
  return new AppError("refused", "classes.teacher_still_teaches", {
    params: { count },
    fields: { leavesMeetings: [`classes.teacher_still_teaches?count=${count}`] },
    explained: explain(
      false,
      left.slice(0, 10).map(({ code, section, count: meetings, first, last }) => ({
        rule: "classes.meetings_left",
        inputs: { class: `${code} ${section}`, count: meetings, first, last },
      })),
    ),
  });
}

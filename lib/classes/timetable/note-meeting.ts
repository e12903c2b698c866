import "server-only";
import { writeClassEvent } from "@/lib/classes/events";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/transaction";

export type MeetingChange = "cancelled" | "restored" | "changed" | "made_up" | "added" | "removed";

/** Notes for the domains to the right that a dated meeting of some classes is not as it was. */
export async function noteMeeting(
  tx: Tx,
  actor: Actor,
  meeting: { id: number; date: string; classIds: readonly number[] },
  change: MeetingChange,
): Promise<void> {
  for (const classId of meeting.classIds)
    await writeClassEvent(tx, actor, classId, "meetings_changed", {
      meetingId: meeting.id,
      date: meeting.date,
      change,
    });
}

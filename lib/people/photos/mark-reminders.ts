import "server-only";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import { writeTx } from "@/lib/platform/db/transaction";
import type { JobContext } from "@/lib/platform/jobs/define";
import { PHOTO_STAGES, type PhotoStage, photoDue } from "./rules";

const PART = 2_000;

type Row = { id: number; takenOn: string; isMonk: boolean; reminderCount: number };
export type ReminderCounts = Record<PhotoStage, number> & { marked: number };

/**
 * Counts the current photos of active students by how pressing a new one is, and marks each that has come a stage
 * further: the student's home then says so, once a stage (domain.md 2.2 Photos). Safe to run again on the same day.
 */
export async function markReminders(job: JobContext, today = campusToday()): Promise<ReminderCounts> {
  const counts: ReminderCounts = { fresh: 0, gentle: 0, urgent: 0, overdue: 0, marked: 0 };
  for (let after = 0; ; ) {
    await job.cancelled();
    const rows = await query<Row>(
      "people.photo-reminders",
      `SELECT ph.id, to_char(ph.taken_at AT TIME ZONE 'Asia/Phnom_Penh', 'YYYY-MM-DD') AS "takenOn",
              s.is_monk AS "isMonk", ph.reminder_count AS "reminderCount"
         FROM person_photo ph JOIN student s ON s.person_id = ph.person_id
        WHERE ph.id > $1 AND ph.is_current AND NOT ph.skip_reminder AND s.status = 'ACTIVE'
        ORDER BY ph.id LIMIT ${PART}`,
      [after],
    );
    counts.marked += await markPart(job, rows, today, counts);
    const last = rows.at(-1);
    if (!last || rows.length < PART) return counts;
    after = last.id;
  }
}

async function markPart(
  job: JobContext,
  rows: readonly Row[],
  today: string,
  counts: ReminderCounts,
): Promise<number> {
  const further = new Map<number, number[]>();
  for (const { id, takenOn, isMonk, reminderCount } of rows) {
    const { stage } = photoDue(takenOn, isMonk, today);
    counts[stage] += 1;
    const rank = PHOTO_STAGES.indexOf(stage);
    if (rank > reminderCount) further.set(rank, [...(further.get(rank) ?? []), id]);
  }
  if (further.size === 0) return 0;
  return writeTx(job.actor, {}, async (tx) => {
    let marked = 0;
    for (const [rank, ids] of further) {
      const { count } = await tx.personPhoto.updateMany({
        where: { id: { in: ids }, isCurrent: true, reminderCount: { lt: rank } },
        data: { reminderCount: rank, remindedAt: new Date() },
      });
      marked += count;
    }
    return marked;
  });
}

import "server-only";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import type { JobContext } from "@/lib/platform/jobs/define";
import { keepLines, loadForStep, lockKind, writeOptions } from "./run";
import type { LeftRecord, Outcome } from "./schemas";

const BATCH = 200;

type Group = { subjectId: number | null; table: string | null; key: string | null };
type Answer = Group & { reason: LeftRecord["reason"] | null; by: string | null };

/** The records that the set changed, newest first: one group per subject, and one per row that has no subject. */
async function listGroups(tx: Tx, id: number, upTo: number): Promise<Group[]> {
  return tx.$queryRaw<Group[]>`
    SELECT subject_id AS "subjectId",
           CASE WHEN subject_id IS NULL THEN table_name END AS "table",
           CASE WHEN subject_id IS NULL THEN row_key END AS key
      FROM audit.entry
     WHERE change_set_id = ${id} AND id <= ${upTo}
       AND table_name <> 'change_set' AND operation IN ('INSERT', 'UPDATE', 'DELETE')
     GROUP BY 1, 2, 3 ORDER BY max(id) DESC`;
}

async function undoGroups(tx: Tx, id: number, upTo: number, groups: Group[]): Promise<Answer[]> {
  return tx.$queryRaw<Answer[]>`
    SELECT g."subjectId", g."table", g.key, u.reason, u.detail AS by
      FROM jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) AS g("subjectId" int, "table" text, key text)
     CROSS JOIN LATERAL change_set_undo_group(${id}::int, ${upTo}::bigint, g."subjectId", g."table", g.key) AS u`;
}

/**
 * Takes an applied set back: for each record the inverse of its audit rows, newest first, all of them or none.
 * What was changed since, or is used by something newer, stays as it is and is listed with the reason. Records, status
 * and outcome are one transaction; the list is a file written inside it, so that no set is undone without its list. A
 * file of a try that failed belongs to nothing and goes when its days are over.
 */
export async function undoChangeSet(id: number, job: JobContext): Promise<Outcome | null> {
  const loaded = await loadForStep(id, "undo");
  if (!loaded) return null;
  const work = await loaded.kind.load();
  const applied = loaded.set.outcome as unknown as Outcome;
  const options = writeOptions(loaded, storedReason("bulk_change_undone", { title: loaded.set.title }));
  const outcome = await writeTx(job.actor, options, async (tx) => {
    await lockKind(tx, loaded.set.kind);
    const { left, subjects, groups } = await undoAll(tx, id, applied.lastEntry, job);
    await work.afterUndo?.(tx, subjects);
    const leftFileId = left.length > 0 ? await keepLines(job, `change-set-${id}-left.jsonl`, left) : null;
    const undo = { undone: groups - left.length, left: left.length, leftFileId };
    const outcome: Outcome = { ...applied, undo };
    await tx.changeSet.update({
      where: { id, status: "UNDOING" },
      data: {
        status: "UNDONE",
        undoneAt: new Date(),
        outcome: outcome as unknown as Prisma.InputJsonValue,
        version: { increment: 1 },
      },
    });
    return outcome;
  });
  job.log.info({ changeSetId: id, ...outcome.undo }, "change set undone");
  return outcome;
}

type Undone = { left: Answer[]; subjects: number[]; groups: number };

async function undoAll(tx: Tx, id: number, upTo: number, job: JobContext): Promise<Undone> {
  const groups = await listGroups(tx, id, upTo);
  const left: Answer[] = [];
  const subjects: number[] = [];
  for (let start = 0; start < groups.length; start += BATCH) {
    const answers = await undoGroups(tx, id, upTo, groups.slice(start, start + BATCH));
    for (const answer of answers) {
      if (answer.reason) left.push(answer);
      else if (answer.subjectId !== null) subjects.push(answer.subjectId);
    }
    await job.progress(Math.min(start + BATCH, groups.length), groups.length, "undoing");
  }
  return { left, subjects, groups: groups.length };
}

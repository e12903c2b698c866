import "server-only";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
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
 * What was changed since, or is used by something newer, stays as it is and is listed with the reason.
 */
export async function undoChangeSet(id: number, job: JobContext): Promise<Outcome | null> {
  const loaded = await loadForStep(id, "undo");
  if (!loaded) return null;
  const work = await loaded.kind.load();
  const applied = loaded.set.outcome as unknown as Outcome;
  const { left, subjects, undone } = await writeTx(
    job.actor,
    writeOptions(loaded, `undo: ${loaded.set.title}`),
    async (tx) => {
      await lockKind(tx, loaded.set.kind);
      const groups = await listGroups(tx, id, applied.lastEntry);
      const left: Answer[] = [];
      const subjects: number[] = [];
      for (let start = 0; start < groups.length; start += BATCH) {
        const answers = await undoGroups(tx, id, applied.lastEntry, groups.slice(start, start + BATCH));
        for (const answer of answers) {
          if (answer.reason) left.push(answer);
          else if (answer.subjectId !== null) subjects.push(answer.subjectId);
        }
        await job.progress(Math.min(start + BATCH, groups.length), groups.length, "undoing");
      }
      await work.afterUndo?.(tx, subjects);
      const undone = groups.length - left.length;
      await tx.changeSet.update({
        where: { id, status: "UNDOING" },
        data: {
          status: "UNDONE",
          undoneAt: new Date(),
          outcome: {
            ...applied,
            undo: { undone, left: left.length, leftFileId: null },
          } as unknown as Prisma.InputJsonValue,
          version: { increment: 1 },
        },
      });
      return { left, subjects, undone };
    },
  );
  job.log.info(
    { changeSetId: id, undone, left: left.length, subjects: subjects.length },
    "change set undone",
  );
  const leftFileId = left.length > 0 ? await keepLines(job, `change-set-${id}-left.jsonl`, left) : null;
  const outcome: Outcome = { ...applied, undo: { undone, left: left.length, leftFileId } };
  await writeTx(job.actor, {}, (tx) =>
    tx.changeSet.update({ where: { id }, data: { outcome: outcome as unknown as Prisma.InputJsonValue } }),
  );
  return outcome;
}

import "server-only";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import type { JobContext } from "@/lib/platform/jobs/define";
import type { ChangeSetWork, UndoGroup as Group } from "./define";
import { keepLines, loadForStep, lockKind, writeOptions } from "./run";
import type { LeftRecord, Outcome } from "./schemas";

const BATCH = 200;

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
    const { left, stayed, groups, undone } = await undoAll(tx, { id, upTo: applied.lastEntry, work, job });
    const subjects = undone.flatMap(({ subjectId }) => subjectId ?? []);
    await work.afterUndo?.(tx, subjects, { actor: job.actor, groups: undone });
    const leftFileId = left.length > 0 ? await keepLines(job, `change-set-${id}-left.jsonl`, left) : null;
    const undo = { undone: groups - stayed, left: left.length, leftFileId };
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

type Undone = {
  /** Why something stays: one line a record, or one a unit. */
  left: Answer[];
  /** Records that stay. */
  stayed: number;
  groups: number;
  undone: Group[];
};
type Asked = { id: number; upTo: number; work: ChangeSetWork<never>; job: JobContext };

async function undoAll(tx: Tx, { id, upTo, work, job }: Asked): Promise<Undone> {
  const groups = await listGroups(tx, id, upTo);
  const unitOf = (await work.units?.(tx, groups)) ?? new Map<Group, string>();
  const alone = groups.filter((group) => !unitOf.has(group));
  const units = Map.groupBy(
    groups.filter((group) => unitOf.has(group)),
    (group) => unitOf.get(group),
  );
  const found: Undone = { left: [], stayed: 0, groups: groups.length, undone: [] };
  const tell = () => job.progress(found.undone.length + found.stayed, groups.length, "undoing");
  for (const unit of units.values()) {
    const reason = await undoUnit(tx, id, upTo, unit);
    if (reason) {
      found.left.push(reason);
      found.stayed += unit.length;
    } else found.undone.push(...unit);
    await tell();
  }
  for (let start = 0; start < alone.length; start += BATCH) {
    const answers = await undoGroups(tx, id, upTo, alone.slice(start, start + BATCH));
    for (const { reason, by, ...group } of answers) {
      if (reason) {
        found.left.push({ reason, by, ...group });
        found.stayed += 1;
      } else found.undone.push(group);
    }
    await tell();
  }
  return found;
}

/** Takes back what belongs together, newest first, all of it or none. @returns why it stays; null when it is undone */
async function undoUnit(tx: Tx, id: number, upTo: number, unit: Group[]): Promise<Answer | null> {
  await tx.$executeRaw`SAVEPOINT undo_unit`;
  const stays: Answer[] = [];
  for (let start = 0; start < unit.length; start += BATCH) {
    const answers = await undoGroups(tx, id, upTo, unit.slice(start, start + BATCH));
    stays.push(...answers.filter(({ reason }) => reason !== null));
  }
  // What somebody changed says more than what hangs on it.
  const why = stays.find(({ reason }) => reason === "changed") ?? stays[0] ?? null;
  if (why) await tx.$executeRaw`ROLLBACK TO SAVEPOINT undo_unit`;
  await tx.$executeRaw`RELEASE SAVEPOINT undo_unit`;
  return why;
}

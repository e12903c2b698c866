import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import type { Tx } from "@/lib/platform/db/transaction";
import { inParts } from "./in-parts";
import type { departmentsInput, studyTimesInput, transfersInput } from "./kinds";
import { type BulkSummary, BulkTally } from "./left-out";

type Touched = { id: number; changed: boolean };

/** Changes one fact of many people with `change`, which says who was there and who was changed. */
async function changeAll(
  ids: readonly number[],
  context: ChangeSetContext,
  change: (part: number[]) => Promise<Touched[]>,
): Promise<BulkSummary> {
  const tally = new BulkTally();
  await inParts(ids, context, async (part) => {
    const found = new Map((await change(part)).map((row) => [row.id, row.changed]));
    for (const id of part) {
      const changed = found.get(id);
      if (changed === undefined) tally.leave(id, "gone");
      else if (!changed) tally.leave(id, "same");
      else tally.changed += 1;
    }
  });
  return tally.summary(ids.length);
}

/** Puts students into another study time; who is in it already is left out. */
export function changeStudyTimesRun(
  tx: Tx,
  _actor: Actor,
  { ids, to }: z.output<typeof studyTimesInput>,
  context: ChangeSetContext,
): Promise<BulkSummary> {
  return changeAll(
    ids,
    context,
    (part) => tx.$queryRaw<Touched[]>`
      WITH known AS (SELECT person_id, study_time FROM student WHERE person_id = ANY (${part}::int[])
                      ORDER BY person_id FOR NO KEY UPDATE),
      done AS (UPDATE student s SET study_time = ${to}::study_time, version = s.version + 1
                 FROM known WHERE s.person_id = known.person_id AND known.study_time <> ${to}::study_time
               RETURNING s.person_id)
      SELECT known.person_id AS id, done.person_id IS NOT NULL AS changed
        FROM known LEFT JOIN done ON done.person_id = known.person_id`,
  );
}

/** Sets or takes away the mark of students who came from elsewhere. */
export function markTransfersRun(
  tx: Tx,
  _actor: Actor,
  { ids, to }: z.output<typeof transfersInput>,
  context: ChangeSetContext,
): Promise<BulkSummary> {
  return changeAll(
    ids,
    context,
    (part) => tx.$queryRaw<Touched[]>`
      WITH known AS (SELECT person_id, is_transfer FROM student WHERE person_id = ANY (${part}::int[])
                      ORDER BY person_id FOR NO KEY UPDATE),
      done AS (UPDATE student s SET is_transfer = ${to}::boolean, version = s.version + 1
                 FROM known WHERE s.person_id = known.person_id AND known.is_transfer <> ${to}::boolean
               RETURNING s.person_id)
      SELECT known.person_id AS id, done.person_id IS NOT NULL AS changed
        FROM known LEFT JOIN done ON done.person_id = known.person_id`,
  );
}

/** Puts teachers or staff into a department, or into none. */
export function assignDepartmentsRun(
  tx: Tx,
  _actor: Actor,
  { ids, to, list }: z.output<typeof departmentsInput>,
  context: ChangeSetContext,
): Promise<BulkSummary> {
  return changeAll(ids, context, (part) =>
    list === "teachers"
      ? tx.$queryRaw<Touched[]>`
          WITH known AS (SELECT person_id, department_code FROM teacher WHERE person_id = ANY (${part}::int[])
                          ORDER BY person_id FOR NO KEY UPDATE),
          done AS (UPDATE teacher t SET department_code = ${to}::text, version = t.version + 1
                     FROM known
                    WHERE t.person_id = known.person_id AND known.department_code IS DISTINCT FROM ${to}::text
                   RETURNING t.person_id)
          SELECT known.person_id AS id, done.person_id IS NOT NULL AS changed
            FROM known LEFT JOIN done ON done.person_id = known.person_id`
      : tx.$queryRaw<Touched[]>`
          WITH known AS (SELECT person_id, department_code FROM staff WHERE person_id = ANY (${part}::int[])
                          ORDER BY person_id FOR NO KEY UPDATE),
          done AS (UPDATE staff t SET department_code = ${to}::text, version = t.version + 1
                     FROM known
                    WHERE t.person_id = known.person_id AND known.department_code IS DISTINCT FROM ${to}::text
                   RETURNING t.person_id)
          SELECT known.person_id AS id, done.person_id IS NOT NULL AS changed
            FROM known LEFT JOIN done ON done.person_id = known.person_id`,
  );
}

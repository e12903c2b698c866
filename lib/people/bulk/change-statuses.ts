import "server-only";
import type { z } from "zod";
import { checkStatusMove } from "@/lib/people/rules";
import { type Actor, actorLabel } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import { campusToday } from "@/lib/platform/dates/campus";
import type { StudentStatus } from "@/lib/platform/db/generated/enums";
import type { Tx } from "@/lib/platform/db/transaction";
import { inParts } from "./in-parts";
import type { statusesInput } from "./kinds";
import { type BulkSummary, BulkTally, type LeftReason } from "./left-out";

type Given = z.output<typeof statusesInput>;
type Now = { id: number; status: StudentStatus; since: string };

/** Moves the students who may move; as `changeStatusCommand` does for one. */
export async function changeStatusesRun(
  tx: Tx,
  actor: Actor,
  input: Given,
  context: ChangeSetContext,
): Promise<BulkSummary> {
  const tally = new BulkTally();
  const today = campusToday();
  await inParts(input.ids, context, async (ids) => {
    const rows = await tx.$queryRaw<Now[]>`
      SELECT person_id AS id, status::text AS status, status_since::text AS since
        FROM student WHERE person_id = ANY (${ids}::int[]) ORDER BY person_id FOR NO KEY UPDATE`;
    const known = new Map(rows.map((row) => [row.id, row]));
    const movers: Now[] = [];
    for (const id of ids) {
      const now = known.get(id);
      if (!now) tally.leave(id, "gone");
      else if (now.status === input.to) tally.leave(id, "same", now.status);
      else {
        const move = checkStatusMove({
          from: now.status,
          to: input.to,
          effectiveOn: input.effectiveOn,
          since: now.since,
          today,
        });
        if (move.value) movers.push(now);
        else tally.leave(id, reasonOf(move.because[0]?.rule), now.status);
      }
    }
    await move(tx, actor, movers, input);
    tally.changed += movers.length;
  });
  return tally.summary(input.ids.length);
}

function reasonOf(rule: string | undefined): LeftReason {
  return (rule?.replace("people.", "") ?? "status_move_not_allowed") as LeftReason;
}

async function move(tx: Tx, actor: Actor, movers: Now[], { to, effectiveOn, reason }: Given): Promise<void> {
  if (movers.length === 0) return;
  await tx.$executeRaw`
    UPDATE student SET status = ${to}::student_status, status_since = ${effectiveOn}::date, status_reason = ${reason},
           version = version + 1
     WHERE person_id = ANY (${movers.map((row) => row.id)}::int[])`;
  await tx.$executeRaw`
    INSERT INTO student_status_change (student_id, from_status, to_status, effective_on, reason, actor)
    SELECT g.id, g.status, ${to}::student_status, ${effectiveOn}::date, ${reason}, ${actorLabel(actor)}
      FROM jsonb_to_recordset(${JSON.stringify(movers)}::jsonb) AS g(id int, status student_status)`;
}

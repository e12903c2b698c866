import "server-only";
import type { z } from "zod";
import { requirePersonOf } from "@/lib/people/colleagues/access";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { makeOwnData } from "./jobs";
import type { makeOwnDataInput } from "./schemas";

type Asked = { id: number; jobRunId: string };

/** Hours between two files about the same person: making one reads everything. */
const HOURS_BETWEEN = 24;

/**
 * Asks for a file of everything held about oneself.
 * @throws AppError not_found `people.no_person`; rate_limited `people.own_data_lately` within a day of the last one
 */
export async function askOwnDataCommand(actor: AccountActor): Promise<Asked> {
  const { personId } = actor;
  if (personId === null) throw new AppError("not_found", "people.no_person");
  return ask(actor, personId);
}

/**
 * Asks for the file for a person who came to the desk. It leaves out what its maker may not see, such as sign-ins.
 * @throws AppError forbidden without people:edit, not_found, rate_limited `people.own_data_lately`
 */
export async function makeOwnDataCommand(
  actor: AccountActor,
  input: z.output<typeof makeOwnDataInput>,
): Promise<Asked> {
  authorise(actor, "people:edit");
  return ask(actor, await requirePersonOf(actor, input));
}

async function ask(actor: AccountActor, personId: number): Promise<Asked> {
  return writeTx(actor, {}, async (tx) => {
    // Locked, so that two clicks are one file.
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId} FOR UPDATE`;
    await refuseLately(tx, personId);
    const row = await tx.ownDataFile.create({
      data: { personId, requestedBy: actor.accountId, locale: actor.locale },
      select: { id: true },
    });
    const { jobRunId } = await enqueue(tx, makeOwnData, { id: row.id }, { actor });
    await tx.ownDataFile.update({ where: { id: row.id }, data: { jobRunId } });
    return { id: row.id, jobRunId };
  });
}

/** One a day, counted from the last that was not lost. */
async function refuseLately(tx: Tx, personId: number): Promise<void> {
  const lately = await tx.$queryRaw<{ left: number }[]>`
    SELECT ceil(extract(epoch FROM o.created_at + make_interval(hours => ${HOURS_BETWEEN}::int) - now()))::int AS left
      FROM own_data_file o LEFT JOIN job_run j ON j.id = o.job_run_id
     WHERE o.person_id = ${personId} AND o.created_at > now() - make_interval(hours => ${HOURS_BETWEEN}::int)
       AND coalesce(j.status NOT IN ('FAILED', 'CANCELLED'), true)
     ORDER BY o.created_at DESC LIMIT 1`;
  const [last] = lately;
  if (last) throw new AppError("rate_limited", "people.own_data_lately", { retryAfter: last.left });
}

import "server-only";
import { mergeNotFound, mergeScope, requireVisibleFacts } from "@/lib/messages/access";
import { addressOf } from "@/lib/messages/mail/address";
import { mergeContent } from "@/lib/messages/schemas";
import { listPeopleFacts } from "@/lib/people/queries/people-facts";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { mailConfigured } from "@/lib/platform/mail/configured";
import { putToWork } from "./start-merge";

/**
 * Sends again to whom a mail did not get, at the addresses of now, and goes on with who still waits. Whoever has it
 * already is left alone.
 * @throws AppError `messages.merge_not_found`, `messages.still_running`, `messages.nothing_to_resend`, `messages.mail_off`
 */
export async function resendCommand(
  actor: AccountActor,
  { id }: { id: number },
): Promise<{ jobRunId: string }> {
  authorise(actor, "messages:send");
  return writeTx(actor, {}, async (tx) => {
    // One at a time: the second of two clicks finds a running job.
    await tx.$queryRaw`SELECT FROM mail_merge WHERE id = ${id} FOR UPDATE`;
    const merge = await tx.mailMerge.findFirst({ where: { id, ...mergeScope(actor) } });
    if (!merge) throw mergeNotFound();
    const content = mergeContent.parse(merge.content);
    requireVisibleFacts(actor, content);
    const isMail = content.medium === "EMAIL";
    if (isMail && !mailConfigured()) throw new AppError("refused", "messages.mail_off");
    if (await isRunning(tx, merge.jobId)) throw new AppError("conflict", "messages.still_running");
    const open = await tx.mailDelivery.findMany({
      where: { mergeId: id, status: { in: ["QUEUED", "FAILED", "SKIPPED"] } },
      select: { personId: true },
    });
    const facts = await listPeopleFacts(
      actor,
      open.map(({ personId }) => personId),
    );
    const reached = facts
      .map((person) => ({ personId: person.personId, address: isMail ? addressOf(person) : "" }))
      .filter(({ address }) => address !== null);
    if (reached.length === 0) throw new AppError("refused", "messages.nothing_to_resend");
    await tx.$executeRaw`
      UPDATE mail_delivery d
         SET status = 'QUEUED', address = nullif(w.address, ''), problem = NULL, answer = NULL, started_at = NULL
        FROM unnest(${reached.map(({ personId }) => personId)}::integer[],
                    ${reached.map(({ address }) => address ?? "")}::text[]) AS w (person_id, address)
       WHERE d.merge_id = ${id} AND d.person_id = w.person_id AND d.status <> 'SENT'`;
    return { jobRunId: await putToWork(tx, actor, id, isMail) };
  });
}

async function isRunning(tx: Tx, jobId: string | null): Promise<boolean> {
  if (!jobId) return false;
  const found = await tx.jobRun.count({ where: { id: jobId, status: { in: ["QUEUED", "RUNNING"] } } });
  return found > 0;
}

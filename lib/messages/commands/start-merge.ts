import "server-only";
import type { z } from "zod";
import { requireVisibleFacts } from "@/lib/messages/access";
import type { startMergeInput } from "@/lib/messages/inputs";
import { makeLettersJob, sendMailsJob } from "@/lib/messages/jobs";
import { addressOf } from "@/lib/messages/mail/address";
import { MERGE_MAX, mergeContent } from "@/lib/messages/schemas";
import { listPeopleFacts } from "@/lib/people/queries/people-facts";
import { resolveSelection } from "@/lib/people/selection";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { recordAccess } from "@/lib/platform/access-log/record";
import { db } from "@/lib/platform/db/prisma";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { mailConfigured } from "@/lib/platform/mail/configured";

/**
 * Begins a message to selected people: one row a person, and the job that makes the letters or sends the mails. The words
 * are those that the template has now.
 * @throws AppError `messages.template_not_found`, stale, `messages.template_retired`, `messages.fact_not_visible`,
 * `messages.mail_off`, `messages.nobody_reachable`, `people.selection_*`, forbidden
 */
export async function startMergeCommand(
  actor: AccountActor,
  { selection, templateId, templateVersion, language }: z.output<typeof startMergeInput>,
): Promise<{ id: number; jobRunId: string }> {
  authorise(actor, "messages:send");
  const template = await db().messageTemplate.findUnique({ where: { id: templateId } });
  if (!template) throw new AppError("not_found", "messages.template_not_found");
  if (template.version !== templateVersion) throw new AppError("stale", "messages.template_changed");
  if (!template.isActive) throw new AppError("refused", "messages.template_retired");
  const content = mergeContent.parse(template);
  requireVisibleFacts(actor, content);
  const isMail = template.medium === "EMAIL";
  if (isMail && !mailConfigured()) throw new AppError("refused", "messages.mail_off");
  const ids = await resolveSelection(actor, selection, MERGE_MAX[template.medium]);
  const people = (await listPeopleFacts(actor, ids)).map((person) => ({
    personId: person.personId,
    address: isMail ? addressOf(person) : null,
  }));
  if (isMail && people.every(({ address }) => address === null))
    throw new AppError("refused", "messages.nobody_reachable");

  const begun = await writeTx(actor, {}, async (tx) => {
    const { id } = await tx.mailMerge.create({
      data: { templateId, accountId: actor.accountId, selection, content, language, people: people.length },
      select: { id: true },
    });
    await tx.mailDelivery.createMany({
      data: people.map((person) => ({ mergeId: id, ...person, ...stateOf(isMail, person.address) })),
    });
    return { id, jobRunId: await putToWork(tx, actor, id, isMail) };
  });
  for (const { personId: subjectId } of people) {
    recordAccess(actor, { what: isMail ? "messages.mail" : "messages.letter", subjectId, target: begun.id });
  }
  return begun;
}

const stateOf = (isMail: boolean, address: string | null) =>
  isMail && address === null
    ? ({ status: "SKIPPED", problem: "no_address" } as const)
    : ({ status: "QUEUED" } as const);

/** Puts the job of a merge into the queue, one at a time for each. */
export async function putToWork(
  tx: Tx,
  actor: AccountActor,
  mergeId: number,
  isMail: boolean,
): Promise<string> {
  const job = isMail ? sendMailsJob : makeLettersJob;
  const { jobRunId } = await enqueue(tx, job, { mergeId }, { actor, uniqueKey: String(mergeId) });
  await tx.mailMerge.update({ where: { id: mergeId }, data: { jobId: jobRunId, finishedAt: null } });
  return jobRunId;
}

import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { listPeopleFacts, type PersonFacts } from "@/lib/people/queries/people-facts";
import { db } from "@/lib/platform/db/prisma";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { JobContext } from "@/lib/platform/jobs/define";
import { type Mailer, openMailer, type Sent } from "@/lib/platform/mail/mailer";
import { compose } from "./compose";
import { loadMerge } from "./load-merge";
import { mailOf } from "./mail/mail-of";
import { messageIdOf } from "./mail/message-id";
import { occasionOfToday } from "./occasion";
import type { Problem } from "./schemas";

/** Deliveries that are read at once. */
const PART = 100;
/** Pauses before the mail server is asked again, in ms; after the last one the job gives up. */
const PAUSES = [1_000, 5_000, 20_000];
/** Mails in a row on which the line broke: then it is the line. */
const BROKEN_MAX = 3;

const PROBLEM_OF = {
  refused: "refused",
  deferred: "deferred",
  uncertain: "interrupted",
} as const satisfies Record<Exclude<Sent["result"], "sent" | "unreachable">, Problem>;

type Counted = { sent: number; failed: number; skipped: number };

/**
 * Sends the mails of a merge to everybody who waits for one. Each is claimed before the mail server hears of it, so
 * that however often this is run nobody gets it twice: a claim that a crash left behind is told as interrupted, for
 * a person to decide.
 * @throws AppError `messages.server_unreachable`: the rest goes on waiting; `messages.mail_off`
 */
export async function sendMails(mergeId: number, job: JobContext, pauses = PAUSES): Promise<Counted> {
  const merge = await loadMerge(job, mergeId);
  const occasion = await occasionOfToday();
  const counted = { sent: 0, failed: 0, skipped: 0 };
  await tellInterrupted(job, mergeId);
  const total = await db().mailDelivery.count({ where: { mergeId, status: "QUEUED" } });
  const mailer = openMailer();
  let broken = 0;
  try {
    for (let after = 0; ; ) {
      const part = await db().mailDelivery.findMany({
        where: { mergeId, status: "QUEUED", id: { gt: after } },
        orderBy: { id: "asc" },
        take: PART,
        select: { id: true, personId: true, address: true },
      });
      if (part.length === 0) break;
      const facts = await listPeopleFacts(
        job.actor,
        part.map(({ personId }) => personId),
      );
      const people = new Map<number, PersonFacts>(facts.map((person) => [person.personId, person]));
      for (const { id, personId, address } of part) {
        after = id;
        await job.progress(counted.sent + counted.failed + counted.skipped, total, "messages.sending");
        await job.cancelled();
        const person = people.get(personId);
        if (!person || !address) {
          await settle(job, id, { status: "SKIPPED", problem: person ? "no_address" : "gone" });
          counted.skipped += 1;
          continue;
        }
        if (!(await claim(job, id))) continue;
        const mail = mailOf(compose(merge.content, merge.language, person, occasion));
        const sent = await sendOrWait(mailer, pauses, {
          ...mail,
          to: address,
          messageId: messageIdOf(mergeId, personId),
        });
        if (sent.result === "unreachable") {
          await release(job, id);
          throw new AppError("unavailable", "messages.server_unreachable", {
            params: { answer: sent.answer },
          });
        }
        if (sent.result === "sent") {
          await settle(job, id, { status: "SENT", sentAt: new Date() });
          counted.sent += 1;
          broken = 0;
          continue;
        }
        await settle(job, id, { status: "FAILED", problem: PROBLEM_OF[sent.result], answer: sent.answer });
        counted.failed += 1;
        broken = sent.result === "uncertain" ? broken + 1 : 0;
        if (broken === BROKEN_MAX)
          throw new AppError("unavailable", "messages.server_unreachable", {
            params: { answer: sent.answer },
          });
      }
    }
  } finally {
    mailer.close();
  }
  await writeTx(job.actor, {}, (tx) =>
    tx.mailMerge.update({ where: { id: mergeId }, data: { finishedAt: new Date() } }),
  );
  return counted;
}

/** Sends, and asks a server that is not there again after a while. */
async function sendOrWait(
  mailer: Mailer,
  pauses: readonly number[],
  mail: Parameters<Mailer["send"]>[0],
): Promise<Sent> {
  let sent = await mailer.send(mail);
  for (const pause of pauses) {
    if (sent.result !== "unreachable") break;
    await wait(pause);
    sent = await mailer.send(mail);
  }
  return sent;
}

/** What was claimed and never ended: the worker died over it. */
async function tellInterrupted(job: JobContext, mergeId: number): Promise<void> {
  await writeTx(job.actor, {}, (tx) =>
    tx.mailDelivery.updateMany({
      where: { mergeId, status: "QUEUED", startedAt: { not: null } },
      data: { status: "FAILED", problem: "interrupted" },
    }),
  );
}

/** Takes a delivery for this run; false when somebody else has it. Commits before the mail server hears of it. */
async function claim(job: JobContext, id: number): Promise<boolean> {
  const { count } = await writeTx(job.actor, {}, (tx) =>
    tx.mailDelivery.updateMany({
      where: { id, status: "QUEUED", startedAt: null },
      data: { startedAt: new Date(), attempts: { increment: 1 } },
    }),
  );
  return count === 1;
}

async function release(job: JobContext, id: number): Promise<void> {
  await writeTx(job.actor, {}, (tx) =>
    tx.mailDelivery.update({ where: { id }, data: { startedAt: null, attempts: { decrement: 1 } } }),
  );
}

type End =
  | { status: "SENT"; sentAt: Date }
  | { status: "FAILED" | "SKIPPED"; problem: Problem; answer?: string };

async function settle(job: JobContext, id: number, end: End): Promise<void> {
  await writeTx(job.actor, {}, (tx) => tx.mailDelivery.update({ where: { id }, data: end }));
}

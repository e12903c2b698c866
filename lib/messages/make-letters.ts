import "server-only";
import { Readable } from "node:stream";
import { documentName } from "@/lib/people/document-name";
import { listPeopleFacts, type PersonFacts } from "@/lib/people/queries/people-facts";
import { campusToday } from "@/lib/platform/dates/campus";
import { db } from "@/lib/platform/db/prisma";
import { writeTx } from "@/lib/platform/db/transaction";
import { compilePdf } from "@/lib/platform/documents/compile";
import { AppError } from "@/lib/platform/errors";
import { formatDate } from "@/lib/platform/i18n/format";
import type { JobContext } from "@/lib/platform/jobs/define";
import { settingOn } from "@/lib/platform/settings/settings";
import { putFile } from "@/lib/platform/storage/files";
import { type Composed, compose } from "./compose";
import { lettersFile } from "./files";
import { loadMerge } from "./load-merge";
import { paragraphsOf } from "./placeholders";
import type { Occasion } from "./tell-facts";

/** Letters and lines that fit on one page whatever they are. */
const SURELY_ONE_PAGE = 1_000;
const SURELY_LINES = 16;

/**
 * Draws the letters of a merge into one PDF and notes who has one. Repeated after a crash it makes the file again.
 * @throws AppError `messages.merge_not_found`, `messages.nobody_left`
 */
export async function makeLetters(
  mergeId: number,
  job: JobContext,
): Promise<{ people: number; pages: number }> {
  const merge = await loadMerge(job, mergeId);
  const wanted = await db().mailDelivery.findMany({
    where: { mergeId },
    orderBy: { id: "asc" },
    select: { personId: true },
  });
  const ids = wanted.map(({ personId }) => personId);
  const people = await listPeopleFacts(job.actor, ids);
  if (people.length === 0) throw new AppError("not_found", "messages.nobody_left");
  const head = await settingOn("documents.letterhead", campusToday());
  const occasion: Occasion = { today: campusToday(), university: { en: head.name, km: head.nameKm } };
  await job.progress(0, people.length, "documents.drawing");
  const letters = people.map((person) =>
    letterOf(person, compose(merge.content, merge.language, person, occasion), occasion.today),
  );
  const { bytes, pages } = await compilePdf({
    template: new URL("./letter.typ", import.meta.url),
    data: {
      letters,
      letterhead: {
        en: { name: head.name, other: head.nameKm, address: head.address },
        km: { name: head.nameKm, other: head.name, address: head.addressKm },
      },
    },
    createdAt: new Date(),
    signal: job.signal,
  });
  await job.cancelled();
  const file = await putFile(job.actor, {
    stream: Readable.from([bytes]),
    name: `letters-${mergeId}-${occasion.today}.pdf`,
    purpose: lettersFile,
    accountId: merge.accountId,
  });
  await writeTx(job.actor, {}, async (tx) => {
    const now = new Date();
    const drawn = people.map(({ personId }) => personId);
    await tx.mailDelivery.updateMany({
      where: { mergeId, personId: { in: drawn }, status: { not: "SENT" } },
      data: { status: "SENT", sentAt: now, problem: null },
    });
    await tx.mailDelivery.updateMany({
      where: { mergeId, status: "QUEUED" },
      data: { status: "SKIPPED", problem: "gone" },
    });
    await tx.mailMerge.update({ where: { id: mergeId }, data: { fileId: file.id, finishedAt: now } });
  });
  return { people: people.length, pages };
}

/** What the template draws of one letter. */
function letterOf(person: PersonFacts, message: Composed, today: string) {
  const name = documentName(person);
  const names = message.locale === "km" ? [name.khmer, name.latin] : [name.latin, name.khmer];
  return {
    locale: message.locale,
    date: formatDate(today, message.locale, "western", "long"),
    to: [...names, person.number].filter(Boolean),
    subject: message.subject,
    long: message.body.length > SURELY_ONE_PAGE || message.body.split("\n").length > SURELY_LINES,
    paragraphs: paragraphsOf(message.body),
  };
}

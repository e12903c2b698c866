import "server-only";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { documentName } from "@/lib/people/document-name";
import { photoFile } from "@/lib/people/photos/files";
import { listPeopleFacts, type PersonFacts } from "@/lib/people/queries/people-facts";
import { campusToday } from "@/lib/platform/dates/campus";
import { compilePdf } from "@/lib/platform/documents/compile";
import { qrSvg } from "@/lib/platform/documents/qr";
import { AppError } from "@/lib/platform/errors";
import { formatDate } from "@/lib/platform/i18n/format";
import { translator } from "@/lib/platform/i18n/translator";
import type { JobContext, JobInput } from "@/lib/platform/jobs/define";
import { settingOn } from "@/lib/platform/settings/settings";
import { putFile } from "@/lib/platform/storage/files";
import { findKeptFile } from "@/lib/platform/storage/keep";
import { cardCode } from "./card-code";
import { printedFile } from "./files";
import type { printCardsJob } from "./jobs";
import type { PrintedResult } from "./schemas";

/** Pixels of a portrait of 24 × 27 mm at 300 dots an inch. */
const PORTRAIT = { width: 284, height: 319 };

type Input = JobInput<typeof printCardsJob>;

/**
 * Draws the cards into one PDF. Safe to repeat: a run that was cut off leaves no file that anybody knows of.
 * @throws AppError `documents.nobody_left` when none of the people is a student any more
 */
export async function makeCards({ ids, layout, validUntil }: Input, job: JobContext): Promise<PrintedResult> {
  const people = (await listPeopleFacts(job.actor, ids)).filter((person) => person.studentNumber !== null);
  if (people.length === 0) throw new AppError("not_found", "documents.nobody_left");
  const files: Record<string, Uint8Array> = {};
  const cards = [];
  for (const person of people) {
    const portrait = person.photoFileId && (await portraitOf(person.photoFileId));
    if (portrait) files[`${person.personId}.jpg`] = portrait;
    cards.push(cardOf(person, portrait ? `${person.personId}.jpg` : null));
    await job.progress(cards.length, people.length, "documents.collecting");
  }
  const letterhead = await settingOn("documents.letterhead", campusToday());
  const { bytes, pages } = await compilePdf({
    template: new URL("./cards.typ", import.meta.url),
    data: {
      layout,
      cards,
      university: { en: letterhead.name, km: letterhead.nameKm },
      until: formatDate(validUntil, "en", "western"),
      texts: cardTexts(),
    },
    files,
    createdAt: new Date(),
    signal: job.signal,
  });
  await job.cancelled();
  const file = await putFile(job.actor, {
    stream: Readable.from([bytes]),
    name: `id-cards-${campusToday()}.pdf`,
    purpose: printedFile,
    accountId: job.accountId,
  });
  return { fileId: file.id, people: people.length, pages };
}

/** The photo for print, or null when its file is gone. */
async function portraitOf(fileId: string): Promise<Buffer | null> {
  const kept = await findKeptFile(photoFile, fileId);
  if (!kept) return null;
  const { width, height } = PORTRAIT;
  return sharp(await buffer(kept.stream))
    .resize(width, height, { fit: "cover" })
    .jpeg({ quality: 86 })
    .toBuffer();
}

/** Names as documents print them, the number with its zeros, and the code that holds it. */
function cardOf(person: PersonFacts, photo: string | null) {
  const name = documentName(person);
  const { programme } = person;
  return {
    photo,
    initials: `${name.familyName.charAt(0)}${name.personalName.charAt(0)}`,
    khmer: name.khmer,
    latin: name.latin,
    monk: person.isMonk,
    number: person.number,
    programme: programme && { en: programme.name, km: programme.nameKm },
    qr: qrSvg(cardCode(person.studentNumber ?? 0)),
  };
}

/** The words on a card, in both languages whoever prints it. */
function cardTexts() {
  const [en, km] = [translator("documents", "en"), translator("documents", "km")];
  return {
    student: { en: en("cards.student"), km: km("cards.student") },
    monk: { en: en("cards.monk"), km: km("cards.monk") },
    programme: `${km("cards.programme")} · ${en("cards.programme")}`,
    number: `${km("cards.number")} · ${en("cards.number")}`,
    until: `${km("cards.until")} · ${en("cards.until")}`,
  };
}

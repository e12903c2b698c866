import "server-only";
import { buffer } from "node:stream/consumers";
import { paperScan } from "@/lib/people/details/files";
import { finishOwnData, readOwnDataOrder } from "@/lib/people/own-data/finish";
import { photoFile } from "@/lib/people/photos/files";
import { packFiles } from "@/lib/people/photos/pack";
import { db } from "@/lib/platform/db/prisma";
import type { JobContext } from "@/lib/platform/jobs/define";
import { findKeptFile } from "@/lib/platform/storage/keep";
import type { FilePurpose } from "@/lib/platform/storage/purposes";
import { collectOwnData } from "./collect";
import { ownDataPage } from "./page";
import { ownDataWords } from "./words";

/**
 * Collects everything that is held about a person into an archive: a page to read, the same as JSON for machines,
 * photos and scans. Safe to run again: a file that is ready stays.
 */
export async function makeOwnDataFile(
  id: number,
  job: JobContext,
): Promise<{ sections: number; rows: number }> {
  const order = await readOwnDataOrder(job, id);
  const collected = await collectOwnData(job, order.personId, order.own);
  const counts = {
    sections: collected.length,
    rows: collected.reduce((sum, { rows }) => sum + rows.length, 0),
  };
  if (order.done) return counts;
  const words = ownDataWords(order.locale);
  const madeAt = new Date().toISOString();
  const json = {
    madeAt,
    language: order.locale,
    complete: order.own,
    sections: collected.map(({ name, table, rows }) => ({ name, title: words.section(name), table, rows })),
  };
  const archive = await packFiles([
    new File([ownDataPage(collected, words, madeAt)], "own-data.html"),
    new File([JSON.stringify(json, null, 2)], "own-data.json"),
    ...(await filesOf(order.personId)),
  ]);
  await finishOwnData(job, id, Buffer.from(await archive.arrayBuffer()));
  return counts;
}

/** Photos and scans, under names that say what they are. */
async function filesOf(personId: number): Promise<File[]> {
  const [photos, papers] = await Promise.all([
    db().personPhoto.findMany({
      where: { personId },
      orderBy: { takenAt: "asc" },
      select: { id: true, fileId: true },
    }),
    db().identityPaper.findMany({
      where: { personId, fileId: { not: null } },
      select: { id: true, fileId: true },
    }),
  ]);
  const files = await Promise.all([
    ...photos.map(({ id, fileId }) => read(photoFile, fileId, `photos/${id}.webp`)),
    ...papers.map(({ id, fileId }) => read(paperScan, fileId ?? "", `papers/${id}`)),
  ]);
  return files.filter((file) => file !== null);
}

const ENDINGS: Record<string, string> = {
  "application/pdf": ".pdf",
  "image/jpeg": ".jpg",
  "image/png": ".png",
};

async function read(purpose: FilePurpose, id: string, name: string): Promise<File | null> {
  const kept = await findKeptFile(purpose, id);
  if (!kept) return null;
  const ending = name.includes(".") ? "" : (ENDINGS[kept.contentType] ?? "");
  return new File([new Uint8Array(await buffer(kept.stream))], name + ending);
}

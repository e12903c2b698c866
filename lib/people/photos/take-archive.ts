import "server-only";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import type { JobContext } from "@/lib/platform/jobs/define";
import { readEntry, readZipDirectory, type ZipEntry } from "@/lib/platform/spreadsheet/zip";
import { putFile } from "@/lib/platform/storage/files";
import { fromJsonLines, toJsonLines } from "@/lib/platform/storage/json-lines";
import { findKeptFile } from "@/lib/platform/storage/keep";
import { receive } from "@/lib/platform/storage/receive";
import { keepPhoto } from "./commands";
import { photoArchive, photoReport } from "./files";
import { readPicture } from "./picture";
import { numberInFileName, PHOTO_BYTES_MAX } from "./rules";
import type { ArchiveLine } from "./schemas";

/** Pictures of one archive; a campus has fewer students. */
const PICTURES_MAX = 5_000;

/** What a run leaves behind: counts, and the file with a line for each picture. Names of files stay out of it. */
export type ArchiveResult = { reportId: string; taken: number; same: number; left: number };

/**
 * Takes the pictures of an archive in, each for the student whose number its name begins with; a picture that cannot be
 * taken says why and holds nothing up. Safe to run again: what was taken is known by its content.
 * @throws AppError not_found `storage.file_not_found`, invalid `people.photo_archive`
 */
export async function takeArchive(fileId: string, job: JobContext): Promise<ArchiveResult> {
  const sent = await findKeptFile(photoArchive, fileId);
  if (!sent) throw new AppError("not_found", "storage.file_not_found");
  const local = await receive(sent.stream, photoArchive.maxBytes);
  const lines: ArchiveLine[] = [];
  try {
    const entries = await readPictures(local.path);
    for (const entry of entries) {
      await job.progress(lines.length, entries.length, "photos");
      lines.push(await takeEntry(local.path, entry, job));
    }
  } finally {
    await local.discard();
  }
  const report = await putFile(job.actor, {
    stream: toJsonLines(lines),
    name: "report.jsonl",
    purpose: photoReport,
    accountId: job.accountId,
  });
  const count = (result: string) => lines.filter((line) => line.result === result).length;
  const taken = count("taken");
  const same = count("people.photo_same");
  return { reportId: report.id, taken, same, left: lines.length - taken - same };
}

/** Pictures by their place in the archive; folders and what Macs add beside each file are passed over. */
async function readPictures(path: string): Promise<ZipEntry[]> {
  const entries = (await readZipDirectory(path))?.filter(
    ({ name }) => !name.endsWith("/") && !/(^|\/)(__MACOSX\/|\.|Thumbs\.db$)/.test(name),
  );
  if (!entries || entries.length === 0 || entries.length > PICTURES_MAX)
    throw new AppError("invalid", "people.photo_archive");
  return entries;
}

async function takeEntry(path: string, entry: ZipEntry, job: JobContext): Promise<ArchiveLine> {
  const file = entry.name.replace(/^.*\//, "").slice(-120);
  const student = await findStudent(numberInFileName(entry.name));
  const line = (result: string): ArchiveLine => ({ file, number: student?.label ?? null, result });
  if (!student) return line("people.photo_no_student");
  try {
    if (entry.encrypted || (entry.method !== 0 && entry.method !== 8)) return line("people.photo_damaged");
    const bytes = await readEntry(path, entry, PHOTO_BYTES_MAX).catch(() => Buffer.alloc(0));
    if (!bytes) return line("people.photo_too_large");
    await keepPhoto(job.actor, student.id, await readPicture(bytes, "attention"), "IMPORT");
    return line("taken");
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith("people.photo_")) return line(error.code);
    throw error;
  }
}

async function findStudent(number: number | null): Promise<{ id: number; label: string } | null> {
  if (number === null) return null;
  const [row] = await query<{ id: number; label: string }>(
    "people.photo-student",
    "SELECT person_id AS id, number_label AS label FROM student WHERE number = $1",
    [number],
  );
  return row ?? null;
}

/** The lines of a report, those that were left first. */
export async function readArchiveReport(reportId: string): Promise<ArchiveLine[]> {
  const report = await findKeptFile(photoReport, reportId);
  if (!report) return [];
  const lines: ArchiveLine[] = [];
  for await (const line of fromJsonLines<ArchiveLine>(report.stream)) lines.push(line);
  const weight = ({ result }: ArchiveLine) =>
    result === "taken" ? 2 : result === "people.photo_same" ? 1 : 0;
  return lines.toSorted((a, b) => weight(a) - weight(b));
}

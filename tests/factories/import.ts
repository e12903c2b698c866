import { Readable } from "node:stream";
import "@/lib/operations/change-set-kinds";
import type { ImportField } from "@/lib/people/import/fields";
import type { ImportOptions } from "@/lib/people/import/schemas";
import { checkImportCommand, createImportCommand } from "@/lib/people/imports/commands";
import { importDraft } from "@/lib/people/imports/draft";
import { importUpload } from "@/lib/people/imports/files";
import { problemTeller } from "@/lib/people/imports/problem-text";
import type { ImportSummary } from "@/lib/people/imports/summary";
import type { AccountActor } from "@/lib/platform/access/actor";
import { systemActor } from "@/lib/platform/access/actor";
import { startApplyCommand, startUndoCommand } from "@/lib/platform/change-sets/commands";
import { getChangeSet } from "@/lib/platform/change-sets/queries";
import { dayToDb } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { openFile, putFile } from "@/lib/platform/storage/files";
import { runWaitingJobs } from "../setup/run-jobs";

/** A division, a cycle and three programmes, one of which takes nobody. */
export async function makeProgrammes(): Promise<void> {
  await writeTx(systemActor("test"), {}, async (tx) => {
    const division = await tx.division.create({
      data: { code: "ACAD", name: "Academic", nameKm: "បរិញ្ញាបត្រ" },
    });
    const cycle = await tx.cycle.create({
      data: { divisionId: division.id, code: "BA", name: "Bachelor", nameKm: "បរិញ្ញាបត្រ", rank: 2 },
    });
    const programmes = [
      { code: "TESOL", name: "Teaching English", nameKm: "បង្រៀនភាសាអង់គ្លេស", isActive: true },
      { code: "IR", name: "International Relations", nameKm: "ទំនាក់ទំនងអន្តរជាតិ", isActive: true },
      { code: "OLD", name: "Old Programme", nameKm: "កម្មវិធីចាស់", isActive: false },
    ];
    for (const programme of programmes) {
      await tx.programme.create({ data: { ...programme, cycleId: cycle.id, kind: "ACADEMIC", award: "BA" } });
    }
  });
}

type Given = Partial<{
  number: number;
  familyName: string;
  personalName: string;
  dateOfBirth: string;
  schoolEmail: string;
  personalEmail: string;
}>;

/** A student on file; returns the person id. */
export async function makeStudent(given: Given = {}): Promise<number> {
  return writeTx(systemActor("test"), {}, async (tx) => {
    const { number = 1, familyName = "SOK", personalName = "DARA", dateOfBirth = null, ...emails } = given;
    const person = await tx.person.create({
      data: {
        familyName,
        personalName,
        searchKey: `${familyName} ${personalName}`.toLowerCase(),
        dateOfBirth: dayToDb(dateOfBirth),
        ...emails,
      },
    });
    await tx.student.create({
      data: { personId: person.id, number, status: "ACTIVE", statusSince: dayToDb("2024-01-01") },
    });
    return person.id;
  });
}

export async function upload(
  actor: AccountActor,
  content: string | Buffer | Readable,
  name = "list.csv",
): Promise<string> {
  const stream = content instanceof Readable ? content : Readable.from([Buffer.from(content)]);
  const file = await putFile(actor, { stream, name, purpose: importUpload });
  return file.id;
}

export const OPTIONS: ImportOptions = {
  existing: "reject",
  programme: "TESOL",
  startDate: "2026-09-01",
  studyTime: "EVENING",
};

/** Uploads a list and has it read; returns the id of the import and how the reading ended. */
export async function readList(actor: AccountActor, content: string | Buffer | Readable, name?: string) {
  const { id } = await createImportCommand(actor, {
    kind: "studies.import-students",
    fileId: await upload(actor, content, name),
  });
  const [run] = await runWaitingJobs();
  const set = await getChangeSet(actor, id);
  return { id, run, set, draft: importDraft.parse(set.input) };
}

export type Checked = { id: number; summary: ImportSummary; problems: string[] };

/** Uploads, reads and checks a list with the guessed columns. */
export async function checkList(
  actor: AccountActor,
  content: string | Buffer | Readable,
  given: {
    name?: string;
    options?: Partial<ImportOptions>;
    mapping?: Partial<Record<ImportField, number>>;
  } = {},
): Promise<Checked> {
  const { id, run, set, draft } = await readList(actor, content, given.name);
  if (run?.status !== "SUCCEEDED") throw new Error(`reading ended with ${JSON.stringify(run?.error)}`);
  await checkImportCommand(actor, {
    id,
    version: set.version,
    mapping: given.mapping ?? draft.mapping ?? {},
    options: { ...OPTIONS, ...given.options },
  });
  const [checked] = await runWaitingJobs();
  if (checked?.status !== "SUCCEEDED") throw new Error(`checking ended with ${JSON.stringify(checked)}`);
  const after = await getChangeSet(actor, id);
  const summary = after.preview?.summary as unknown as ImportSummary;
  return { id, summary, problems: await problemsOf(summary) };
}

async function problemsOf(summary: ImportSummary): Promise<string[]> {
  if (!summary.problemsFileId) return [];
  const text = await fileText(summary.problemsFileId);
  const say = problemTeller("en");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .map((problem) => `${problem.row}: ${say(problem)}`);
}

/** The bytes of a file of the storage, as text. */
export async function fileText(id: string): Promise<string> {
  return (await fileBytes(id)).toString("utf8");
}

export async function fileBytes(id: string): Promise<Buffer> {
  const { stream } = await openFile(systemActor("test"), id);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Loads a checked list; returns what the run says. */
export async function applyList(actor: AccountActor, id: number): Promise<ImportSummary> {
  const { version } = await getChangeSet(actor, id);
  await startApplyCommand(actor, { id, version });
  const [run] = await runWaitingJobs();
  if (run?.status !== "SUCCEEDED") throw new Error(`loading ended with ${JSON.stringify(run)}`);
  return (await getChangeSet(actor, id)).outcome?.summary as unknown as ImportSummary;
}

/** Takes a loaded list back; returns the counts. */
export async function undoList(actor: AccountActor, id: number) {
  const { version } = await getChangeSet(actor, id);
  await startUndoCommand(actor, { id, version });
  const [run] = await runWaitingJobs();
  if (run?.status !== "SUCCEEDED") throw new Error(`undo ended with ${JSON.stringify(run)}`);
  return (await getChangeSet(actor, id)).outcome?.undo;
}

import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSet, Prisma } from "@/lib/platform/db/generated/client";
import { db } from "@/lib/platform/db/prisma";
import { type Tx, tryTx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import type { JobContext } from "@/lib/platform/jobs/define";
import { putFile } from "@/lib/platform/storage/files";
import { toJsonLines } from "@/lib/platform/storage/json-lines";
import { type ChangeSetKind, changeSetKind } from "./define";
import { changeSetFile } from "./files";
import { countChanges, lastEntry, sampleChanges, totalOf } from "./read-back";
import type { Outcome, Preview } from "./schemas";
import { afterStep, duringStep, type Step } from "./state";

type Loaded = { set: ChangeSet; kind: ChangeSetKind; input: unknown };

/** Loads a set for a step that its job is to do; null when an earlier try of the job has already done it. */
export async function loadForStep(id: number, step: Step): Promise<Loaded | null> {
  const set = await db().changeSet.findUniqueOrThrow({ where: { id } });
  if (set.status === afterStep(step)) return null;
  if (set.status !== duringStep(step)) throw new AppError("conflict", "change_sets.not_now");
  const kind = changeSetKind(set.kind);
  return { set, kind, input: kind.input.parse(set.input) };
}

/** How a step of a set writes: as part of the set, for at most the seconds of its kind, with a stored reason. */
export function writeOptions(loaded: Loaded, reason?: string) {
  return { changeSetId: loaded.set.id, timeoutMs: loaded.kind.timeoutSeconds * 1_000, reason };
}

/** One of a kind at a time: two imports would otherwise fight over the same numbers. */
export async function lockKind(tx: Tx, kind: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`change_set:${kind}`}))`;
}

/**
 * Runs the command, reads back what its audit rows say, rolls everything back and keeps the result
 * (blueprints.md 8).
 */
export async function previewChangeSet(id: number, job: JobContext): Promise<Preview | null> {
  const loaded = await loadForStep(id, "preview");
  if (!loaded) return null;
  const work = await loaded.kind.load();
  const tried = await tryTx(job.actor, writeOptions(loaded), async (tx) => {
    await lockKind(tx, loaded.set.kind);
    const context = {
      changeSetId: id,
      mode: "preview",
      accountId: job.accountId,
      progress: job.progress,
    } as const;
    const summary = await work.run(tx, job.actor, loaded.input, context);
    return { summary, counts: await countChanges(tx), sample: await sampleChanges(tx) };
  });
  const sampleFile =
    tried.sample.length > 0 ? await keepLines(job, `change-set-${id}-preview.jsonl`, tried.sample) : null;
  const preview: Preview = {
    counts: tried.counts,
    total: totalOf(tried.counts),
    sampleFileId: sampleFile,
    summary: tried.summary as Record<string, unknown>,
  };
  await writeTx(job.actor, {}, (tx) =>
    tx.changeSet.update({
      where: { id, status: "PREVIEWING" },
      data: {
        status: "PREVIEWED",
        preview: preview as unknown as Prisma.InputJsonValue,
        previewedAt: new Date(),
        version: { increment: 1 },
      },
    }),
  );
  return preview;
}

/** Runs the command for good. Command, audit, status and outcome are one transaction: all of it or nothing. */
export async function applyChangeSet(id: number, job: JobContext): Promise<Outcome | null> {
  const loaded = await loadForStep(id, "apply");
  if (!loaded) return null;
  const work = await loaded.kind.load();
  return writeTx(
    job.actor,
    writeOptions(loaded, storedReason("bulk_change", { title: loaded.set.title })),
    async (tx) => {
      await lockKind(tx, loaded.set.kind);
      const context = {
        changeSetId: id,
        mode: "apply",
        accountId: job.accountId,
        progress: job.progress,
      } as const;
      const summary = await work.run(tx, job.actor, loaded.input, context);
      const counts = await countChanges(tx);
      const outcome: Outcome = {
        counts,
        total: totalOf(counts),
        lastEntry: await lastEntry(tx),
        summary: summary as Record<string, unknown>,
      };
      await tx.changeSet.update({
        where: { id, status: "APPLYING" },
        data: {
          status: "APPLIED",
          outcome: outcome as unknown as Prisma.InputJsonValue,
          appliedAt: new Date(),
          version: { increment: 1 },
        },
      });
      return outcome;
    },
  );
}

/** Keeps values as a file of the change set, owned by whoever asked. @returns the file's id */
export async function keepLines(
  job: { actor: Actor; accountId: number | null },
  name: string,
  values: unknown[],
): Promise<string> {
  const stream = toJsonLines(values);
  const file = await putFile(job.actor, { stream, name, purpose: changeSetFile, accountId: job.accountId });
  return file.id;
}

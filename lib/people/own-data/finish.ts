import "server-only";
import { Readable } from "node:stream";
import { campusToday } from "@/lib/platform/dates/campus";
import { db } from "@/lib/platform/db/prisma";
import { writeTx } from "@/lib/platform/db/transaction";
import type { JobContext } from "@/lib/platform/jobs/define";
import { settingOn } from "@/lib/platform/settings/settings";
import { putFile } from "@/lib/platform/storage/files";
import { keepFileUntil } from "@/lib/platform/storage/keep";
import { ownDataFile } from "./files";

/** Whose data a run collects. `own`: the person asked, and gets all of it; else staff did, and see less. */
export type OwnDataOrder = { personId: number; locale: "en" | "km"; own: boolean; done: boolean };

/** What was asked for; read by the job alone. */
export async function readOwnDataOrder(job: JobContext, id: number): Promise<OwnDataOrder> {
  const row = await db().ownDataFile.findUniqueOrThrow({
    where: { id },
    select: {
      personId: true,
      locale: true,
      requestedBy: true,
      readyAt: true,
      person: { select: { account: true } },
    },
  });
  job.signal.throwIfAborted();
  return {
    personId: row.personId,
    locale: row.locale === "km" ? "km" : "en",
    own: row.person.account?.id === row.requestedBy,
    done: row.readyAt !== null,
  };
}

const DAY_MS = 86_400_000;

/** Stores the archive and says that it is ready, until its days are over. */
export async function finishOwnData(job: JobContext, id: number, archive: Buffer): Promise<void> {
  const days = await settingOn("people.own_data_days", campusToday());
  const expiresAt = new Date(Date.now() + days * DAY_MS);
  const file = await putFile(job.actor, {
    stream: Readable.from([archive]),
    name: "own-data.zip",
    purpose: ownDataFile,
  });
  await writeTx(job.actor, {}, async (tx) => {
    await keepFileUntil(tx, job.actor, file.id, ownDataFile, expiresAt);
    await tx.ownDataFile.update({ where: { id }, data: { fileId: file.id, readyAt: new Date(), expiresAt } });
  });
}

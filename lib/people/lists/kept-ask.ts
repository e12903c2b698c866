import "server-only";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { JobContext } from "@/lib/platform/jobs/define";
import { openFile, putFile } from "@/lib/platform/storage/files";
import { exportAskFile } from "./files";

type Asker = Omit<AccountActor, "permissions"> & { permissions: string[] };
type Kept<Ask> = { ask: Ask; asker: Asker };

/** Keeps for the worker what was asked for, and the rights of now of who asked; returns the id of the file. */
export async function keepAsk(actor: AccountActor, ask: unknown): Promise<string> {
  const kept: Kept<unknown> = { ask, asker: { ...actor, permissions: [...actor.permissions] } };
  const file = await putFile(actor, {
    stream: Readable.from([JSON.stringify(kept)]),
    name: "ask.json",
    purpose: exportAskFile,
  });
  return file.id;
}

/** What `keepAsk` kept, for the job that does it. */
export async function readAsk(
  askFileId: string,
  job: JobContext,
): Promise<{ ask: unknown; actor: AccountActor }> {
  const { stream } = await openFile(job.actor, askFileId);
  const { ask, asker } = JSON.parse(await text(stream)) as Kept<unknown>;
  const permissions = new Set(asker.permissions) as unknown as AccountActor["permissions"];
  return { ask, actor: { ...asker, permissions } };
}

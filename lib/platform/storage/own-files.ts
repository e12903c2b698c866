import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import type { FilePurpose } from "./purposes";

/** A file that was made for somebody; instants are ISO. */
export type OwnFile = { id: string; name: string; size: number; at: string };

const SHOWN_MAX = 50;

/** The files of a purpose that were made for the actor and are not over, newest first. */
export async function listOwnFiles(actor: AccountActor, purpose: FilePurpose): Promise<OwnFile[]> {
  const rows = await query<Omit<OwnFile, "at"> & { at: Date }>(
    "platform.own-files",
    `SELECT id, name, size, created_at AS at FROM stored_file
      WHERE account_id = $1 AND purpose = $2 AND (expires_at IS NULL OR expires_at > now())
      ORDER BY created_at DESC LIMIT ${SHOWN_MAX}`,
    [actor.accountId, purpose.name],
  );
  return rows.map((row) => ({ ...row, size: Number(row.size), at: row.at.toISOString() }));
}

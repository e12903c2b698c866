import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { type FeedRow, MOST_FEEDS } from "./schemas";
import { hashToken } from "./token";

type Row = Omit<FeedRow, "createdAt" | "lastReadAt"> & { created_at: Date; last_read_at: Date | null };

/** The actor's own addresses that were not taken back, the newest first. @throws AppError forbidden */
export async function listOwnFeeds(actor: Actor): Promise<FeedRow[]> {
  authorise(actor, "registration:feed_own");
  if (actor.personId === null) return [];
  const rows = await query<Row>(
    "registration.own-feeds",
    `SELECT id, version, label, created_at, last_read_at FROM calendar_feed
      WHERE person_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC, id DESC LIMIT $2`,
    [actor.personId, MOST_FEEDS],
  );
  return rows.map(({ created_at, last_read_at, ...row }) => ({
    ...row,
    createdAt: created_at.toISOString(),
    lastReadAt: last_read_at?.toISOString() ?? null,
  }));
}

export type FoundFeed = { id: number; personId: number; label: string; noteDue: boolean };

/**
 * The living address behind a token, or null. The token is the credential: nobody is asked who they are, and an unknown
 * one and one taken back are the same. `noteDue`: an hour has passed since it was last noted that somebody read it.
 */
export async function findFeed(token: string): Promise<FoundFeed | null> {
  const [row] = await query<FoundFeed>(
    "registration.feed",
    `SELECT id, person_id AS "personId", label,
            (last_read_at IS NULL OR last_read_at < now() - interval '1 hour') AS "noteDue"
       FROM calendar_feed WHERE token_hash = $1 AND revoked_at IS NULL`,
    [hashToken(token)],
  );
  return row ?? null;
}

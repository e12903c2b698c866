import "server-only";
import { type AccountActor, authorise, systemActor } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { type CreateFeedInput, MOST_FEEDS, type RevokeFeedInput } from "./schemas";
import { hashToken } from "./token";

/**
 * Opens a private address of the actor's own timetable. The answer does not hold the address: the browser made the token.
 * @throws AppError forbidden, not_found `people.no_own_record`, conflict `registration.too_many_feeds`
 */
export async function createFeedCommand(
  actor: AccountActor,
  input: CreateFeedInput,
): Promise<{ id: number }> {
  authorise(actor, "registration:feed_own");
  const { personId } = actor;
  if (personId === null) throw new AppError("not_found", "people.no_own_record");
  return writeTx(actor, {}, async (tx) => {
    // One after the other, so that two tabs do not pass the limit together.
    await tx.$queryRaw`SELECT id FROM account WHERE id = ${actor.accountId} FOR UPDATE`;
    const living = await tx.calendarFeed.count({ where: { personId, revokedAt: null } });
    if (living >= MOST_FEEDS) {
      throw new AppError("conflict", "registration.too_many_feeds", { params: { most: MOST_FEEDS } });
    }
    const { id } = await tx.calendarFeed.create({
      data: { personId, label: input.label, tokenHash: hashToken(input.token) },
      select: { id: true },
    });
    return { id };
  });
}

/**
 * Takes an address back: from now on it is not found.
 * @throws AppError forbidden, not_found `registration.feed_not_found` also for somebody else's, stale
 */
export async function revokeFeedCommand(
  actor: AccountActor,
  input: RevokeFeedInput,
): Promise<{ id: number }> {
  authorise(actor, "registration:feed_own");
  return writeTx(actor, {}, async (tx) => {
    const { count } = await tx.calendarFeed.updateMany({
      where: { id: input.id, personId: actor.personId ?? -1, version: input.version, revokedAt: null },
      data: { revokedAt: new Date(), version: { increment: 1 } },
    });
    if (count === 1) return { id: input.id };
    const there = await tx.calendarFeed.findFirst({
      where: { id: input.id, personId: actor.personId ?? -1, revokedAt: null },
      select: { id: true },
    });
    if (there) throw new AppError("stale", "platform.stale");
    throw new AppError("not_found", "registration.feed_not_found");
  });
}

/** Notes that a calendar asked; while the system is read-only, calendars go on working and nothing is noted. */
export async function noteFeedRead(feedId: number): Promise<void> {
  try {
    await writeTx(systemActor("calendar-feed"), {}, (tx) =>
      tx.calendarFeed.updateMany({ where: { id: feedId }, data: { lastReadAt: new Date() } }),
    );
  } catch (error) {
    if (!(error instanceof AppError && error.kind === "read_only")) throw error;
  }
}

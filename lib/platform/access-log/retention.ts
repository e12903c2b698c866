import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { campusInstant, campusToday } from "@/lib/platform/dates/campus";
import { addMonths } from "@/lib/platform/dates/day";
import { writeTx } from "@/lib/platform/db/transaction";
import { settingOn } from "@/lib/platform/settings/settings";

/** Rows of one transaction: a statement that deletes more would hold its locks for too long. */
const PART = 20_000;

/**
 * Removes the rows of the access log that are older than the setting `access_log.keep_months` says; each part leaves an
 * entry in the audit. Safe to run again: what is gone is not found.
 * @param stop asked between two parts
 */
export async function forgetOldAccesses(
  actor: Actor,
  stop: () => Promise<boolean>,
): Promise<{ removed: number }> {
  const today = campusToday();
  const months = await settingOn("access_log.keep_months", today);
  const before = campusInstant(addMonths(today, -months));
  let removed = 0;
  for (;;) {
    if (await stop()) return { removed };
    const part = await writeTx(actor, {}, async (tx) => {
      const [row] = await tx.$queryRaw<{ removed: number }[]>`
        SELECT forget_record_access(${before}::timestamptz, ${PART}::integer) AS removed`;
      return row?.removed ?? 0;
    });
    removed += part;
    if (part < PART) return { removed };
  }
}

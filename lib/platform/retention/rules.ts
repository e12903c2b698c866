import "server-only";
import { COUNT_LIMIT } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { writeTx } from "@/lib/platform/db/transaction";
import { defineRetention } from "./define";

async function countOf(name: string, from: string, before: Date): Promise<number> {
  const [row] = await query<{ n: number }>(
    `platform.retention ${name}`,
    `SELECT count(*)::int AS n FROM (SELECT FROM ${from} LIMIT ${COUNT_LIMIT + 1}) AS capped`,
    [before],
  );
  return row?.n ?? 0;
}

/** Logs are append-only for the application: a function of the owner takes what is old enough, and nothing younger. */
const LOG_PART = 20_000;

export const accessRetention = defineRetention({
  name: "platform.accesses",
  setting: "access_log.keep_months",
  part: LOG_PART,
  count: (before) => countOf("accesses", "record_access WHERE at < $1", before),
  removeSome: (actor, before, most) =>
    writeTx(actor, {}, async (tx) => {
      const [row] = await tx.$queryRaw<{ removed: number }[]>`
        SELECT forget_record_access(${before}::timestamptz, ${most}::integer) AS removed`;
      return row?.removed ?? 0;
    }),
});

defineRetention({
  name: "platform.sign-ins",
  setting: "retention.sign_in_months",
  part: LOG_PART,
  count: (before) => countOf("sign-ins", "sign_in_event WHERE at < $1", before),
  removeSome: (actor, before, most) =>
    writeTx(actor, {}, async (tx) => {
      const [row] = await tx.$queryRaw<{ removed: number }[]>`
        SELECT forget_sign_in_events(${before}::timestamptz, ${most}::integer) AS removed`;
      return row?.removed ?? 0;
    }),
});

/** A session is over when it was ended, or by its own last moment. */
const OVER = "account_session WHERE least(expires_at, coalesce(revoked_at, expires_at)) < $1";

defineRetention({
  name: "platform.sessions",
  setting: "retention.session_months",
  part: 5_000,
  count: (before) => countOf("sessions", OVER, before),
  removeSome: (actor, before, most) =>
    writeTx(
      actor,
      {},
      (tx) => tx.$executeRaw`
        DELETE FROM account_session WHERE id IN (
          SELECT id FROM account_session
           WHERE least(expires_at, coalesce(revoked_at, expires_at)) < ${before} LIMIT ${most})`,
    ),
});

import "server-only";
import { joinAccount } from "@/lib/platform/audit/actor-account";
import { query } from "@/lib/platform/db/pool";

/** One column that somebody changed while somebody else was editing the same row. */
export type ChangeSince = { column: string; before: unknown; now: unknown; by: string; at: string };

type Row = { by: string; at: Date; old: Record<string, unknown>; new: Record<string, unknown> };

/**
 * What happened to a row after the version that somebody has on the screen, oldest first. The audit knows it, since
 * every change of a versioned row carries the new version.
 * @param by in the result is the display name of the account, or the name of the system's part
 */
export async function changesSince(table: string, rowKey: string, version: number): Promise<ChangeSince[]> {
  const rows = await query<Row>(
    "platform.changes-since",
    `SELECT coalesce(a.display_name, e.actor) AS by, e.at, e.old, e.new
       FROM audit.entry e
       ${joinAccount("e.actor")}
      WHERE e.table_name = $1 AND e.row_key = $2 AND e.operation = 'UPDATE' AND (e.new ->> 'version')::integer > $3
      ORDER BY e.id`,
    [table, rowKey, version],
  );
  return rows.flatMap(({ by, at, old, new: now }) =>
    Object.keys(now)
      .filter((column) => column !== "version")
      .map((column) => ({
        column,
        before: old[column] ?? null,
        now: now[column] ?? null,
        by,
        at: at.toISOString(),
      })),
  );
}

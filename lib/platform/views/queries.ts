import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import { requireList } from "./access";
import type { ViewList, ViewRow } from "./schemas";

/** Views of a menu; whoever has more than this finds none in it. */
const SHOWN_MAX = 100;

/**
 * The views of a list that a person has or that others share, the own ones first.
 * @throws AppError not_found `views.unknown_list` for who may not open the list
 */
export async function listViews(actor: AccountActor, list: ViewList): Promise<ViewRow[]> {
  requireList(actor, list);
  return query<ViewRow>(
    "platform.views",
    `SELECT v.id, v.version, v.name, v.params, v.is_shared AS "isShared",
            v.is_default AND v.account_id = $2 AS "isDefault",
            CASE WHEN v.account_id <> $2 THEN a.display_name END AS by
       FROM saved_view v JOIN account a ON a.id = v.account_id
      WHERE v.list = $1 AND (v.account_id = $2 OR v.is_shared)
      ORDER BY v.account_id <> $2, lower(v.name), v.id LIMIT ${SHOWN_MAX}`,
    [list, actor.accountId],
  );
}

/**
 * What a view shows, of one's own or a shared one.
 * @throws AppError not_found `views.not_found` for one that is gone, of another list, or not shared; forbidden
 */
export async function getViewParams(
  actor: AccountActor,
  list: ViewList,
  id: number,
): Promise<Record<string, string>> {
  requireList(actor, list);
  const [row] = await query<{ params: Record<string, string> }>(
    "platform.view",
    "SELECT params FROM saved_view WHERE id = $1 AND list = $2 AND (account_id = $3 OR is_shared)",
    [id, list, actor.accountId],
  );
  if (!row) throw new AppError("not_found", "views.not_found");
  return row.params;
}

/** What the view shows with which a list opens for this person; null when it opens as it is. */
export async function findDefaultView(
  actor: AccountActor,
  list: ViewList,
): Promise<Record<string, string> | null> {
  requireList(actor, list);
  const [row] = await query<{ params: Record<string, string> }>(
    "platform.default-view",
    "SELECT params FROM saved_view WHERE account_id = $1 AND list = $2 AND is_default",
    [actor.accountId, list],
  );
  return row?.params ?? null;
}

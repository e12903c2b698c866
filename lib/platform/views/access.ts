import { type Actor, can } from "@/lib/platform/access/actor";
import { AppError } from "@/lib/platform/errors";
import { VIEW_LISTS, type ViewList } from "./schemas";

/**
 * Whoever may open a list may keep views of it and see the shared ones; for others there is no such list.
 * @throws AppError not_found `views.unknown_list`
 */
export function requireList(actor: Actor, list: ViewList): void {
  if (!VIEW_LISTS[list].some((permission) => can(actor, permission)))
    throw new AppError("not_found", "views.unknown_list");
}

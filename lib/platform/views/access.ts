import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { VIEW_LISTS, type ViewList } from "./schemas";

/** Whoever may open a list may keep views of it and see the shared ones. @throws AppError forbidden */
export function requireList(actor: Actor, list: ViewList): void {
  const [first, ...others] = VIEW_LISTS[list] as readonly [Permission, ...Permission[]];
  authoriseAny(actor, first, ...others);
}

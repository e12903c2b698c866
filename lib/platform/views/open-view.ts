import "server-only";
import { notFound, redirect } from "next/navigation";
import type { AccountActor } from "@/lib/platform/access/actor";
import { isAppError } from "@/lib/platform/errors";
import { listHref, type UrlParams } from "@/lib/platform/url/href";
import { findDefaultView, getViewParams } from "./queries";
import type { ViewList } from "./schemas";

/** What stands in the address once a view was opened: the list is as the rest says, and no other view comes in. */
const OPENED = "off";

/**
 * Opens a saved view: `?view=12` leads to what it shows, a bare address to the view with which the person opens the list.
 * Started beside the reading of the list, so that who has no view of their own does not wait for it.
 */
export async function openView(
  actor: AccountActor,
  list: ViewList,
  path: string,
  params: UrlParams,
): Promise<void> {
  if (params.view !== undefined && params.view !== OPENED) {
    const id = /^[1-9]\d{0,8}$/.test(params.view) ? Number(params.view) : 0;
    const shown = await getViewParams(actor, list, id).catch((error: unknown) => {
      if (isAppError(error) && error.kind === "not_found") notFound();
      throw error;
    });
    redirect(listHref(path, shown, { view: OPENED }));
  }
  if (Object.keys(params).length > 0) return;
  const shown = await findDefaultView(actor, list);
  if (shown) redirect(listHref(path, shown, { view: OPENED }));
}

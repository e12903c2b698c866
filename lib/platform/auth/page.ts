import "server-only";
import { forbidden, redirect } from "next/navigation";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { findActor, requireActor } from "@/lib/platform/auth/find-actor";
import { requestPath } from "@/lib/platform/security/request-headers";

export { findActor, requireActor };

/**
 * The guard of a page: awaited before anything is rendered, so that the status is real. Without a session it
 * redirects to the sign-in page and back afterwards; without the permission it answers 403.
 */
export async function requirePage(permission: Permission | "signed_in"): Promise<AccountActor> {
  const actor = await findActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(await requestPath())}`);
  if (permission !== "signed_in" && !can(actor, permission)) forbidden();
  return actor;
}

/** Like `requirePage`, for a page that any of several permissions opens. */
export async function requirePageAny(...permissions: [Permission, ...Permission[]]): Promise<AccountActor> {
  const actor = await requirePage("signed_in");
  if (!permissions.some((permission) => can(actor, permission))) forbidden();
  return actor;
}

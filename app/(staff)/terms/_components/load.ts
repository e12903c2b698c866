import { notFound } from "next/navigation";
import type { TermRecord } from "@/lib/calendar/schemas";
import { getTerm } from "@/lib/calendar/terms/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";

/** The guard of a term's pages: the permission (403), then the term (404). */
export async function loadTerm(
  params: Promise<{ code: string }>,
  permission: Permission,
): Promise<{ actor: AccountActor; term: TermRecord }> {
  const actor = await requirePage(permission);
  try {
    return { actor, term: await getTerm(actor, decodeURIComponent((await params).code)) };
  } catch (error) {
    if (error instanceof URIError || (isAppError(error) && error.kind === "not_found")) notFound();
    throw error;
  }
}

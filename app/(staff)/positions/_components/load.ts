import { notFound } from "next/navigation";
import { getPosition } from "@/lib/organization/queries/positions";
import type { PositionRow } from "@/lib/organization/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";

/** The guard of a position's pages: the permission (403), then the position (404). */
export async function loadPosition(
  params: Promise<{ id: string }>,
  permission: Permission,
): Promise<{ actor: AccountActor; position: PositionRow }> {
  const actor = await requirePage(permission);
  const { id } = await params;
  try {
    return { actor, position: await getPosition(actor, /^\d{1,9}$/.test(id) ? Number(id) : 0) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

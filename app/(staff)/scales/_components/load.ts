import { notFound } from "next/navigation";
import { getScale } from "@/lib/curriculum/scales/queries";
import { type ScaleVersion, scaleIdParam } from "@/lib/curriculum/scales/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";

/** The guard of the pages of a version of a scale: the permission (403), then the version (404). */
export async function loadScale(
  params: Promise<{ id: string }>,
  permission: Permission,
): Promise<{ actor: AccountActor; scale: ScaleVersion }> {
  const actor = await requirePage(permission);
  const id = scaleIdParam.safeParse((await params).id);
  if (!id.success) notFound();
  try {
    return { actor, scale: await getScale(actor, id.data) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

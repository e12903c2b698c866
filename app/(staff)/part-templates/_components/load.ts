import { notFound } from "next/navigation";
import { getTemplate } from "@/lib/curriculum/part-templates/queries";
import { type TemplateSetRow, templateIdParam } from "@/lib/curriculum/part-templates/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";

/** The guard of a template's pages: the permission (403), then the set (404). */
export async function loadTemplate(
  params: Promise<{ id: string }>,
  permission: Permission,
): Promise<{ actor: AccountActor; set: TemplateSetRow }> {
  const actor = await requirePage(permission);
  const id = templateIdParam.safeParse((await params).id);
  if (!id.success) notFound();
  try {
    return { actor, set: await getTemplate(actor, id.data) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

import { notFound } from "next/navigation";
import { findProject } from "@/lib/classes/projects/queries";
import { type ProjectPage, projectIdParam } from "@/lib/classes/projects/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";

/** The guard of every tab of a group: the permission (403), then the group within the actor's reach (404). */
export async function loadProject(
  params: Promise<{ id: string }>,
): Promise<{ actor: AccountActor; found: ProjectPage }> {
  const actor = await requirePage("classes:read");
  const id = projectIdParam.safeParse((await params).id);
  const found = id.success ? await findProject(actor, id.data) : null;
  if (!found) notFound();
  return { actor, found };
}

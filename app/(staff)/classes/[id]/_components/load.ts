import { notFound } from "next/navigation";
import { type ClassPage, findClassPage } from "@/lib/classes/queries/get-class";
import { classIdParam } from "@/lib/classes/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";

/** The guard of every tab of a class: the permission (403), then the class within the actor's reach (404). */
export async function loadClass(
  params: Promise<{ id: string }>,
): Promise<{ actor: AccountActor; found: ClassPage }> {
  const actor = await requirePage("classes:read");
  const id = classIdParam.safeParse((await params).id);
  const found = id.success ? await findClassPage(actor, id.data) : null;
  if (!found) notFound();
  return { actor, found };
}

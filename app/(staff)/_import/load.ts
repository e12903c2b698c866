import "@/lib/operations/change-set-kinds";
import "@/lib/operations/job-definitions";
import { notFound } from "next/navigation";
import { getImport, type ImportState } from "@/lib/people/imports/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { changeSetParams } from "@/lib/platform/change-sets/schemas";
import { isAppError } from "@/lib/platform/errors";

/** The import of a page's address, of the kind of list that the page is for; else there is no such page. */
export async function findImportState(
  actor: AccountActor,
  kind: string,
  params: Promise<{ id: string }>,
): Promise<ImportState> {
  const id = changeSetParams.safeParse(await params);
  if (!id.success) notFound();
  try {
    return await getImport(actor, kind, id.data.id);
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

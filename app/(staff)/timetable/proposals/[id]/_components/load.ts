import "@/lib/operations/job-definitions";
import { notFound } from "next/navigation";
import { getProposal } from "@/lib/classes/draft-timetable/queries";
import type { ProposalFacts } from "@/lib/classes/draft-timetable/schemas";
import { idParam } from "@/lib/classes/timetable/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";

/** The guard of the pages of a proposal: the permission (403), then the proposal (404). */
export async function loadProposal(
  params: Promise<{ id: string }>,
): Promise<{ actor: AccountActor; proposal: ProposalFacts }> {
  const actor = await requirePage("timetable:draft");
  const id = idParam.safeParse((await params).id);
  if (!id.success) notFound();
  try {
    return { actor, proposal: await getProposal(actor, id.data) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

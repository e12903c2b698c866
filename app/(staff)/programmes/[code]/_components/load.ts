import { notFound, redirect } from "next/navigation";
import { getProgramme } from "@/lib/curriculum/programmes/queries";
import type { ProgrammeRecord } from "@/lib/curriculum/programmes/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";

/** The guard of every part of a programme: the permission (403), then the programme (404); one address, in capitals. */
export async function loadProgramme(
  params: Promise<{ code: string }>,
  path = "",
): Promise<{ actor: AccountActor; programme: ProgrammeRecord }> {
  const actor = await requirePage("curriculum:read");
  const given = (await params).code;
  try {
    const programme = await getProgramme(actor, given);
    if (programme.code !== given) redirect(`/programmes/${programme.code}${path}`);
    return { actor, programme };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

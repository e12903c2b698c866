import { notFound } from "next/navigation";
import { getTextbook } from "@/lib/curriculum/textbooks/queries";
import { type TextbookRow, textbookIdParam } from "@/lib/curriculum/textbooks/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";

/** The guard of a textbook's pages: the permission (403), then the textbook (404). */
export async function loadTextbook(
  params: Promise<{ id: string }>,
): Promise<{ actor: AccountActor; book: TextbookRow }> {
  const actor = await requirePage("curriculum:read");
  const id = textbookIdParam.safeParse((await params).id);
  if (!id.success) notFound();
  try {
    return { actor, book: await getTextbook(actor, id.data) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

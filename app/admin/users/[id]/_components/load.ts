import { notFound } from "next/navigation";
import { cache } from "react";
import type { AccountActor } from "@/lib/platform/access/actor";
import { getAccount } from "@/lib/platform/accounts/queries";
import type { AccountRecord } from "@/lib/platform/accounts/schemas";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";

/** Header, title and page of a request ask for the same account. */
const load = cache(async (id: string) => {
  const actor = await requirePage("access:read");
  const account = await getAccount(actor, Number(id)).catch((error: unknown) => {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  });
  return { actor, account };
});

/** The guard of every tab of an account: the permission (403), then the account (404). */
export async function loadAccount(
  params: Promise<{ id: string }>,
): Promise<{ actor: AccountActor; account: AccountRecord }> {
  await requirePage("access:read");
  return load((await params).id);
}

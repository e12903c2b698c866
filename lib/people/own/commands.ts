import "server-only";
import type { z } from "zod";
import { changeIdentity } from "@/lib/people/commands/edit-person";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { editOwnEmailInput } from "./schemas";

/** Changes the own private e-mail. @throws AppError stale, forbidden, not_found `people.no_own_record` */
export async function editOwnEmailCommand(
  actor: AccountActor,
  { version, personalEmail }: z.output<typeof editOwnEmailInput>,
): Promise<{ version: number }> {
  authorise(actor, "people:edit_own");
  const { personId } = actor;
  if (personId === null) throw new AppError("not_found", "people.no_own_record");
  return writeTx(actor, {}, (tx) => changeIdentity(tx, actor, personId, version, { personalEmail }));
}

import "server-only";
import type { z } from "zod";
import type { AccountActor } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { requireList } from "./access";
import type { editViewInput, removeViewInput, saveViewInput, ViewList } from "./schemas";

/** One view of a person opens a list: the one before makes room. */
async function makeRoom(tx: Tx, accountId: number, list: string, except?: number): Promise<void> {
  await tx.savedView.updateMany({
    where: { accountId, list, isDefault: true, ...(except === undefined ? {} : { id: { not: except } }) },
    data: { isDefault: false, version: { increment: 1 } },
  });
}

/**
 * Keeps what a list shows under a name.
 * @throws AppError not_found `views.unknown_list` for who may not open the list; conflict `views.name_taken`
 */
export async function saveViewCommand(
  actor: AccountActor,
  input: z.output<typeof saveViewInput>,
): Promise<{ id: number; version: number }> {
  requireList(actor, input.list);
  return writeTx(actor, {}, async (tx) => {
    if (input.isDefault) await makeRoom(tx, actor.accountId, input.list);
    return tx.savedView.create({
      data: { ...input, accountId: actor.accountId },
      select: { id: true, version: true },
    });
  });
}

async function requireOwn(tx: Tx, actor: AccountActor, id: number): Promise<{ list: string }> {
  const found = await tx.savedView.findFirst({
    where: { id, accountId: actor.accountId },
    select: { list: true },
  });
  if (!found) throw new AppError("not_found", "views.not_found");
  requireList(actor, found.list as ViewList);
  return found;
}

/**
 * Renames one's own view, shares it, makes it the first one, or takes over what the list shows now.
 * @throws AppError not_found `views.not_found` also for other people's; stale `views.stale`; conflict `views.name_taken`
 */
export async function editViewCommand(
  actor: AccountActor,
  input: z.output<typeof editViewInput>,
): Promise<{ version: number }> {
  const { id, version, params, ...facts } = input;
  return writeTx(actor, {}, async (tx) => {
    const { list } = await requireOwn(tx, actor, id);
    if (facts.isDefault) await makeRoom(tx, actor.accountId, list, id);
    const { count } = await tx.savedView.updateMany({
      where: { id, version },
      data: { ...facts, ...(params ? { params } : {}), version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "views.stale");
    return { version: version + 1 };
  });
}

/** Removes one's own view. @throws AppError not_found `views.not_found`; stale `views.stale` */
export async function removeViewCommand(
  actor: AccountActor,
  { id, version }: z.output<typeof removeViewInput>,
): Promise<{ removed: number }> {
  return writeTx(actor, {}, async (tx) => {
    await requireOwn(tx, actor, id);
    const { count } = await tx.savedView.deleteMany({ where: { id, version } });
    if (count === 0) throw new AppError("stale", "views.stale");
    return { removed: count };
  });
}

import "server-only";
import { suggestKhmerNames } from "@/lib/people/khmer-names/kind";
import type { SuggestNamesInput } from "@/lib/people/khmer-names/schemas";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { beginStep, createChangeSet } from "@/lib/platform/change-sets/commands";
import { writeTx } from "@/lib/platform/db/transaction";
import { translator } from "@/lib/platform/i18n/translator";

/**
 * Prepares guesses for all students without a Khmer name as a change set and has it tried; nothing is written before
 * somebody has seen what would be. @throws AppError forbidden
 */
export async function startSuggestNamesCommand(
  actor: AccountActor,
  input: SuggestNamesInput,
): Promise<{ id: number; version: number; jobRunId: string }> {
  authorise(actor, suggestKhmerNames.permission);
  authorise(actor, "change_sets:read");
  const title = translator("khmerName", actor.locale)(`run.set.${input.who}`);
  return writeTx(actor, {}, async (tx) => {
    const kind = suggestKhmerNames as unknown as Parameters<typeof createChangeSet>[2];
    const set = await createChangeSet(tx, actor, kind, { title, input });
    const { jobRunId, version } = await beginStep(tx, actor, set, "preview");
    return { id: set.id, version, jobRunId };
  });
}

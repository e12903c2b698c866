import "server-only";
import { z } from "zod";
import { peopleSelection, resolveSelection } from "@/lib/people/selection";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { beginStep, createChangeSet } from "@/lib/platform/change-sets/commands";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { query } from "@/lib/platform/db/pool";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { translator } from "@/lib/platform/i18n/translator";
import { bulkKind } from "./kinds";
import { BULK_MAX, type BulkChangeInput, bulkChange } from "./schemas";

export const startBulkInput = z.strictObject({ selection: peopleSelection, wanted: bulkChange });

/**
 * Prepares a change of many people: finds out who is selected, in the actor's scope, makes the change set and has it
 * tried. Nothing is changed before somebody has seen what would be.
 * @throws AppError forbidden; invalid, not_found as resolveSelection; invalid `people.department_unknown`,
 * `people.bulk_wrong_list`
 */
export async function startBulkCommand(
  actor: AccountActor,
  { selection, wanted }: z.output<typeof startBulkInput>,
): Promise<{ id: number; version: number; jobRunId: string }> {
  const kind = bulkKind(wanted.change);
  authorise(actor, kind.permission);
  authorise(actor, "people:read");
  authorise(actor, "change_sets:read");
  if ((wanted.change === "department") === (selection.list === "students"))
    throw new AppError("invalid", "people.bulk_wrong_list");
  if (wanted.change === "department") await requireDepartment(actor, wanted.to);
  const ids = await resolveSelection(actor, selection, BULK_MAX);
  const input = { ids, ...inputOf(wanted, selection.list) } as unknown as Prisma.InputJsonValue;
  const title = titleOf(actor, wanted, ids.length);
  return writeTx(actor, {}, async (tx) => {
    const set = await createChangeSet(tx, actor, kind, { title, input });
    const { jobRunId, version } = await beginStep(tx, actor, set, "preview");
    return { id: set.id, version, jobRunId };
  });
}

function inputOf(wanted: BulkChangeInput, list: string): object {
  switch (wanted.change) {
    case "status":
      return { to: wanted.to, effectiveOn: wanted.effectiveOn, reason: wanted.reason };
    case "studyTime":
      return { to: wanted.to };
    case "transfer":
      return { to: wanted.to === "true" };
    case "department":
      return { to: wanted.to || null, list };
  }
}

/** What the change is called in the list of bulk changes, in the language of whoever makes it. */
function titleOf(actor: AccountActor, wanted: BulkChangeInput, count: number): string {
  const t = translator("lists", actor.locale);
  const to =
    wanted.change === "status"
      ? t(`bulk.statuses.${wanted.to}`)
      : wanted.change === "studyTime"
        ? t(`bulk.times.${wanted.to}`)
        : wanted.change === "transfer"
          ? t(`bulk.transfer.${wanted.to}`)
          : wanted.to || t("bulk.noDepartment");
  return t(`bulk.changes.${wanted.change}.set`, { to, count });
}

async function requireDepartment(actor: AccountActor, code: string): Promise<void> {
  authorise(actor, "organization:read");
  if (code === "") return;
  const found = await query<{ code: string }>(
    "people.department-exists",
    "SELECT code FROM department WHERE code = $1 AND is_active",
    [code],
  );
  if (found.length === 0) throw new AppError("invalid", "people.department_unknown");
}

import "server-only";
import type { z } from "zod";
import { isLongerThan } from "@/lib/people/lists/export-people";
import { keepAsk } from "@/lib/people/lists/kept-ask";
import { resolveSelection } from "@/lib/people/selection";
import { sees } from "@/lib/people/visible-fields";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { recordAccess } from "@/lib/platform/access-log/record";
import { recordEvent } from "@/lib/platform/audit/event";
import { campusToday } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import type { printCardsInput } from "./inputs";
import { printCardsJob, printListJob } from "./jobs";
import { CARDS_MAX, LIST_MAX, type PrintListAsk } from "./schemas";

/** What stands on a card. */
const ON_A_CARD = ["name", "legal_name", "number", "programme", "photo", "monk"] as const;

/**
 * Has ID cards of the selected students drawn. Who was printed is in the audit and in the access log.
 * @throws AppError `people.selection_*`, `documents.valid_in_the_past`, forbidden
 */
export async function printCardsCommand(
  actor: AccountActor,
  { selection, ...choices }: z.output<typeof printCardsInput>,
): Promise<{ jobRunId: string }> {
  authorise(actor, "documents:print");
  if (!ON_A_CARD.every((field) => sees(actor, field))) {
    throw new AppError("forbidden", "access.forbidden", { params: { permission: "documents:print" } });
  }
  if (choices.validUntil < campusToday()) {
    throw new AppError("invalid", "validation.failed", {
      fields: { validUntil: ["documents.valid_in_the_past"] },
    });
  }
  const ids = await resolveSelection(actor, selection, CARDS_MAX);
  const started = await writeTx(actor, {}, async (tx) => {
    await recordEvent(tx, "people.cards_printed", ids.length === 1 ? (ids[0] ?? null) : null, {
      people: ids.length,
      ...choices,
    });
    return enqueue(tx, printCardsJob, { ids, ...choices }, { actor });
  });
  for (const subjectId of ids) {
    recordAccess(actor, { what: "people.card", subjectId, target: started.jobRunId });
  }
  return started;
}

/**
 * Has a list printed as it is shown, with the rights that the actor holds now.
 * @throws AppError too_large `documents.list_too_long`, forbidden without people:export
 */
export async function printListCommand(
  actor: AccountActor,
  ask: PrintListAsk,
): Promise<{ jobRunId: string }> {
  authorise(actor, "documents:print");
  const { list, params, columns, ids } = ask;
  if (await isLongerThan(actor, { ...ask, format: "csv" }, LIST_MAX)) {
    throw new AppError("too_large", "documents.list_too_long", { params: { max: LIST_MAX } });
  }
  const askFileId = await keepAsk(actor, ask);
  return writeTx(actor, {}, async (tx) => {
    const details = {
      list,
      filter: params,
      ...(columns ? { columns } : {}),
      ...(ids ? { people: ids.length } : {}),
    };
    await recordEvent(tx, "people.list_printed", null, details);
    return enqueue(tx, printListJob, { askFileId }, { actor });
  });
}

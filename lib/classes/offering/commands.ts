import "server-only";
import { type AccountActor, type Actor, authorise } from "@/lib/platform/access/actor";
import { beginStep, createChangeSet } from "@/lib/platform/change-sets/commands";
import type { ChangeSetKind } from "@/lib/platform/change-sets/define";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { Reason } from "@/lib/platform/explained";
import { translator } from "@/lib/platform/i18n/translator";
import { requireClass } from "../access";
import { duplicateClasses } from "./duplicate";
import { duplicateOffering, moveClasses } from "./kinds";
import {
  type DuplicateClassInput,
  type DuplicateOfferingInput,
  type MoveClassesInput,
  OFFERING_MAX,
} from "./schemas";
import { listOffering, resolveClasses } from "./selection";

type Begun = { id: number; version: number; jobRunId: string };

/** Makes a change set and has it tried: nothing is written before somebody has seen what would be. */
function begin(
  actor: AccountActor,
  kind: ChangeSetKind,
  given: { title: string; input: object },
): Promise<Begun> {
  authorise(actor, "change_sets:read");
  return writeTx(actor, {}, async (tx) => {
    const input = given.input as unknown as Prisma.InputJsonValue;
    const set = await createChangeSet(tx, actor, kind, { title: given.title, input });
    const { jobRunId, version } = await beginStep(tx, actor, set, "preview");
    return { id: set.id, version, jobRunId };
  });
}

/**
 * Prepares the copy of a term's offering, or of chosen classes of it, into another term (domain.md 4.3).
 * @throws AppError invalid `classes.same_term`, `classes.selection_empty`, `classes.selection_too_large`; not_found for a
 *   class beyond the actor's reach; forbidden
 */
export async function startDuplicateCommand(
  actor: AccountActor,
  input: DuplicateOfferingInput,
): Promise<Begun> {
  authorise(actor, "classes:edit");
  const { what, ...asked } = input;
  const sameTerm = what.kind === "term" && what.from === input.to;
  if (sameTerm) throw new AppError("invalid", "classes.same_term", { fields: { to: ["classes.same_term"] } });
  const ids = what.kind === "term" ? await listOffering(actor, what.from) : await resolveClasses(actor, what);
  if (ids.length === 0) throw new AppError("invalid", "classes.selection_empty");
  if (ids.length > OFFERING_MAX)
    throw new AppError("invalid", "classes.selection_too_large", { params: { max: OFFERING_MAX } });
  const t = translator("offering", actor.locale);
  const title =
    what.kind === "term"
      ? t("set.whole", { from: what.from, to: input.to })
      : t("set.chosen", { to: input.to, count: ids.length });
  return begin(actor, duplicateOffering as unknown as ChangeSetKind, { title, input: { ...asked, ids } });
}

/** Prepares a move of many classes to another status. @throws AppError as resolveClasses; forbidden */
export async function startMoveCommand(
  actor: AccountActor,
  { selection, to, reason }: MoveClassesInput,
): Promise<Begun> {
  authorise(actor, "classes:edit");
  const ids = await resolveClasses(actor, selection);
  const t = translator("offering", actor.locale);
  return begin(actor, moveClasses as unknown as ChangeSetKind, {
    title: t("set.move", { status: t(`statuses.${to}`), count: ids.length }),
    input: { ids, to, reason },
  });
}

export type DuplicatedClass = {
  id: number;
  section: string;
  /** Other classes that came along, because they are taught as one. */
  along: { id: number; code: string; section: string }[];
  /** What could not be carried. */
  findings: Reason[];
};

/**
 * Copies one class into a term, its own included, at once; classes that are taught as one with it come along.
 * @throws AppError refused `classes.not_copied` with why; invalid `classes.term_not_found`, `classes.term_over`;
 *   not_found; forbidden
 */
export async function duplicateClassCommand(
  actor: Actor,
  input: DuplicateClassInput,
): Promise<DuplicatedClass> {
  authorise(actor, "classes:edit");
  const { classId, ...asked } = input;
  await requireClass(actor, classId);
  return writeTx(actor, {}, async (tx) => {
    const { made, left } = await duplicateClasses(tx, { ...asked, ids: [classId], existing: "add" });
    const own = made.find(({ source }) => source.id === classId);
    if (!own) {
      const reason = left[0]?.reason ?? "cancelled";
      throw new AppError("refused", "classes.not_copied", {
        params: { reason },
        fields: { to: [`classes.not_copied?reason=${reason}`] },
      });
    }
    return {
      id: own.id,
      section: own.section,
      along: made
        .filter((each) => each !== own)
        .map(({ id, source, section }) => ({ id, code: source.code, section })),
      findings: own.times.flatMap(({ findings }) => findings),
    };
  });
}

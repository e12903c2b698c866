import "server-only";
import { requireVisibleFacts } from "@/lib/messages/access";
import { addressOf } from "@/lib/messages/mail/address";
import { MERGE_MAX, type MergeContent } from "@/lib/messages/schemas";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { putToWork } from "./start-merge";

type Notice = {
  /** Whom it concerns; ascending or not, each once. */
  personIds: readonly number[];
  /** The words in both languages, with places for the facts of a person (facts.ts). */
  content: MergeContent & { medium: "EMAIL" };
};

type Row = { id: number; schoolEmail: string | null; personalEmail: string | null };

/**
 * Mails that a command sends because of what it did, in its transaction: they go out when, and only when, it is done. It
 * is a message like any other, without a template: its page tells what became of it, and sends again. Each person gets
 * the language of their own; who has no address is listed. The command has asked which people its actor reaches.
 * @returns the id of the message
 * @throws AppError `messages.too_many`, `messages.fact_not_visible`, forbidden
 */
export async function startNotice(
  tx: Tx,
  actor: AccountActor,
  { personIds, content }: Notice,
): Promise<number> {
  authorise(actor, "messages:send");
  requireVisibleFacts(actor, content);
  const ids = [...new Set(personIds)].sort((a, b) => a - b);
  if (ids.length > MERGE_MAX.EMAIL)
    throw new AppError("refused", "messages.too_many", { params: { max: MERGE_MAX.EMAIL } });
  const people = await tx.$queryRaw<Row[]>`
    SELECT id, school_email::text AS "schoolEmail", personal_email::text AS "personalEmail"
      FROM person WHERE id = ANY (${ids}::integer[]) ORDER BY id`;
  const { id } = await tx.mailMerge.create({
    data: {
      templateId: null,
      accountId: actor.accountId,
      selection: { kind: "ids", list: "students", ids },
      content,
      language: "preferred",
      people: people.length,
    },
    select: { id: true },
  });
  await tx.mailDelivery.createMany({
    data: people.map((person) => {
      const address = addressOf(person);
      return {
        mergeId: id,
        personId: person.id,
        address,
        ...(address === null
          ? { status: "SKIPPED" as const, problem: "no_address" }
          : { status: "QUEUED" as const }),
      };
    }),
  });
  await putToWork(tx, actor, id, true);
  return id;
}

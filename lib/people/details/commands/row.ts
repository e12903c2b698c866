import "server-only";
import { requirePersonId } from "@/lib/people/access";
import type { RemoveRowInput } from "@/lib/people/details/schemas";
import { authoriseEdit } from "@/lib/people/own/access";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/** A row that somebody saves: new without id, else changed on top of the version that was shown. */
export type SavedRow = { personId: number; id: number | null; version: number | null };
export type RowKey = { id: number; personId: number; version: number };

/** How rows of one table of a person's details are written. */
export type RowTable<Facts> = {
  /** Code of the refusal when the row is gone or somebody else's. */
  missing: string;
  create: (tx: Tx, personId: number, facts: Facts) => Promise<{ id: number }>;
  /** Writes on top of one version; the count of rows, 0 or 1. */
  update: (tx: Tx, key: RowKey, facts: Facts) => Promise<{ count: number }>;
  remove: (tx: Tx, key: RowKey) => Promise<{ count: number }>;
  /** Whether the row is there at all, in another version perhaps. */
  find: (tx: Tx, key: Pick<RowKey, "id" | "personId">) => Promise<object | null>;
  /** Whether people write their own rows too: how to reach them, not what a paper says. */
  byOwner?: true;
};

/** Gone or somebody else's is not found; there but newer is stale. @throws AppError always */
export async function refuseRow<Facts>(
  tx: Tx,
  table: RowTable<Facts>,
  { id, personId }: Pick<RowKey, "id" | "personId">,
): Promise<never> {
  // Without the version: another one is there, and stale.
  throw (await table.find(tx, { id, personId }))
    ? new AppError("stale", "people.stale")
    : new AppError("not_found", table.missing);
}

async function requireOwner<Facts>(actor: Actor, wanted: number, table: RowTable<Facts>): Promise<number> {
  if (!table.byOwner) authorise(actor, "people:edit");
  const personId = await requirePersonId(actor, wanted);
  if (table.byOwner) authoriseEdit(actor, personId);
  return personId;
}

/**
 * Adds or changes a row about a person in the actor's reach.
 * @throws AppError forbidden; not_found `people.person_not_found` or the table's own; stale; the constraint that was broken
 */
export async function saveRow<Facts>(
  actor: Actor,
  row: SavedRow,
  facts: Facts,
  table: RowTable<Facts>,
): Promise<{ id: number; version: number }> {
  const personId = await requireOwner(actor, row.personId, table);
  return writeTx(actor, {}, async (tx) => {
    if (row.id === null) return { ...(await table.create(tx, personId, facts)), version: 1 };
    const key = { id: row.id, personId, version: row.version ?? 0 };
    const { count } = await table.update(tx, key, facts);
    if (count === 0) await refuseRow(tx, table, key);
    return { id: row.id, version: key.version + 1 };
  });
}

/** Takes a row about a person away. @throws AppError as saveRow */
export async function removeRow<Facts>(
  actor: Actor,
  { personId: wanted, ...row }: RemoveRowInput,
  table: RowTable<Facts>,
): Promise<{ removed: number }> {
  const personId = await requireOwner(actor, wanted, table);
  return writeTx(actor, {}, async (tx) => {
    const { count } = await table.remove(tx, { ...row, personId });
    if (count === 0) await refuseRow(tx, table, { id: row.id, personId });
    return { removed: count };
  });
}

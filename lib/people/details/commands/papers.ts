import "server-only";
import type { z } from "zod";
import { requirePersonId } from "@/lib/people/access";
import {
  type RowTable,
  refuseRow,
  removeRow,
  type SavedRow,
  saveRow,
} from "@/lib/people/details/commands/row";
import { paperScan } from "@/lib/people/details/files";
import type { RemoveRowInput, savePaperInput, verifyPaperInput } from "@/lib/people/details/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { keepFile, releaseFiles } from "@/lib/platform/storage/keep";

type Input = z.output<typeof savePaperInput>;
type Facts = Omit<Input, "personId" | "id" | "version">;

function stored({ issuedOn, expiresOn, ...facts }: Facts) {
  return { ...facts, issuedOn: dayToDb(issuedOn), expiresOn: dayToDb(expiresOn) };
}

/** What staff looked at when they called a paper genuine; another number or scan is another paper. */
const SEEN = ["kind", "number", "country", "issuedOn", "expiresOn", "fileId"] as const;

function sameAsSeen(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);
  return SEEN.every((column) => plain(before[column]) === plain(after[column]));
}

/** How papers are written by somebody: with their scans. */
export function paperTable(actor: Actor): RowTable<Facts> {
  const before = (tx: Tx, { id, personId }: { id: number; personId: number }) =>
    tx.identityPaper.findFirst({ where: { id, personId } });
  return {
    missing: "people.paper_not_found",
    create: async (tx, personId, facts) => {
      if (facts.fileId) await keepFile(tx, actor, facts.fileId, paperScan);
      return tx.identityPaper.create({ data: { personId, ...stored(facts) }, select: { id: true } });
    },
    update: async (tx, key, facts) => {
      const old = await before(tx, key);
      const next = stored(facts);
      const { count } = await tx.identityPaper.updateMany({
        where: key,
        data: {
          ...next,
          ...(old && sameAsSeen(old, next) ? {} : { verifiedAt: null, verifiedBy: null }),
          version: { increment: 1 },
        },
      });
      if (count === 1 && old && old.fileId !== facts.fileId) {
        if (facts.fileId) await keepFile(tx, actor, facts.fileId, paperScan);
        await releaseFiles(tx, [old.fileId]);
      }
      return { count };
    },
    remove: async (tx, key) => {
      const old = await before(tx, key);
      const removed = await tx.identityPaper.deleteMany({ where: key });
      if (removed.count === 1) await releaseFiles(tx, [old?.fileId ?? null]);
      return removed;
    },
    find: (tx, key) => tx.identityPaper.findFirst({ where: key, select: { id: true } }),
  };
}

/**
 * Adds or changes an identity paper with its scan. What staff had verified must be verified anew when number, days or
 * scan change. @throws AppError conflict `people.paper_taken`; not_found `storage.file_not_found`; as saveRow
 */
export function savePaperCommand(
  actor: Actor,
  { personId, id, version, ...facts }: Input,
): Promise<{ id: number; version: number }> {
  const row: SavedRow = { personId, id, version };
  return saveRow(actor, row, facts, paperTable(actor));
}

/** Takes a paper and its scan away. @throws AppError as removeRow */
export function removePaperCommand(actor: Actor, input: RemoveRowInput): Promise<{ removed: number }> {
  return removeRow(actor, input, paperTable(actor));
}

/**
 * Says that staff held the paper in hand and that it is as written here, or takes that back.
 * @throws AppError stale, not_found, forbidden
 */
export async function verifyPaperCommand(
  actor: Actor,
  input: z.output<typeof verifyPaperInput>,
): Promise<{ version: number }> {
  authorise(actor, "people:edit");
  const personId = await requirePersonId(actor, input.personId);
  const key = { id: input.id, personId, version: input.version };
  return writeTx(actor, {}, async (tx) => {
    const { count } = await tx.identityPaper.updateMany({
      where: key,
      data: {
        verifiedAt: input.verified ? new Date() : null,
        verifiedBy: input.verified ? actor.accountId : null,
        version: { increment: 1 },
      },
    });
    if (count === 0) await refuseRow(tx, paperTable(actor), { id: input.id, personId });
    return { version: input.version + 1 };
  });
}

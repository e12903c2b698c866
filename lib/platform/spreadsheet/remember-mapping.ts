import "server-only";
import { createHash } from "node:crypto";
import { db } from "@/lib/platform/db/prisma";
import type { Tx } from "@/lib/platform/db/transaction";

export type ColumnMapping = Record<string, number>;

/** Two lists with the same headings in the same order have the same fingerprint. */
export function headingsFingerprint(headings: readonly string[]): string {
  return createHash("sha256")
    .update(headings.map((heading) => heading.trim().toLowerCase()).join("\u0000"))
    .digest("hex");
}

/** How the person matched the columns of such a list last time; null when never. */
export async function recallMapping(
  accountId: number,
  kind: string,
  fingerprint: string,
): Promise<ColumnMapping | null> {
  const row = await db().importMapping.findUnique({
    where: { accountId_kind_fingerprint: { accountId, kind, fingerprint } },
    select: { mapping: true },
  });
  return row ? (row.mapping as ColumnMapping) : null;
}

/** Keeps how the person matched the columns, for the next list with these headings. */
export async function rememberMapping(
  tx: Tx,
  key: { accountId: number; kind: string; fingerprint: string },
  mapping: ColumnMapping,
): Promise<void> {
  await tx.importMapping.upsert({
    where: { accountId_kind_fingerprint: key },
    create: { ...key, mapping },
    update: { mapping, usedAt: new Date() },
  });
}

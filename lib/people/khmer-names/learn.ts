import "server-only";
import { LEARN_PATTERNS } from "@/lib/people/khmer-names/learn-sql";
import type { Pattern } from "@/lib/people/khmer-names/rules";
import type { Tx } from "@/lib/platform/db/transaction";

/**
 * Counts anew how confirmed names write Latin parts in Khmer: only names with source VERIFIED teach, whole parts, and
 * the words of a part where both scripts have equally many. Replaces the table in one statement a step; readers see the
 * old patterns until the transaction ends.
 * @returns the number of patterns
 */
export async function learnPatterns(tx: Tx): Promise<number> {
  // One at a time: two that count at once would insert the same rows.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('khmer_name_pattern'))`;
  await tx.$executeRaw`DELETE FROM khmer_name_pattern`;
  return tx.$executeRawUnsafe(LEARN_PATTERNS);
}

/** The patterns of some Latin parts and words. */
export async function patternsOf(tx: Tx, latin: readonly string[]): Promise<Pattern[]> {
  if (latin.length === 0) return [];
  const rows = await tx.khmerNamePattern.findMany({ where: { latin: { in: [...new Set(latin)] } } });
  return rows.map((row) => ({ ...row, share: Number(row.share) }));
}

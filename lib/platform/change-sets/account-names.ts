import "server-only";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/prisma";

/**
 * Names behind labels of the audit that end in an account (`account:12`, `system:job:…@account:12`).
 * @throws AppError forbidden for who reads neither the audit nor change sets
 */
export async function listAccountNames(
  actor: Actor,
  labels: readonly string[],
): Promise<Map<string, string>> {
  authoriseAny(actor, "audit:read", "audit:read_history", "change_sets:read");
  const idOf = (label: string) => Number(/(?:^|@)account:(\d+)$/.exec(label)?.[1] ?? Number.NaN);
  const ids = [...new Set(labels.map(idOf))].filter((id) => !Number.isNaN(id));
  if (ids.length === 0) return new Map();
  const accounts = await db().account.findMany({
    where: { id: { in: ids } },
    select: { id: true, displayName: true },
  });
  const names = new Map(accounts.map((account) => [account.id, account.displayName]));
  return new Map(
    labels.flatMap((label) => {
      const name = names.get(idOf(label));
      return name ? [[label, name] as const] : [];
    }),
  );
}

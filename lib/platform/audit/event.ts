import "server-only";
import type { Tx } from "@/lib/platform/db/transaction";

/**
 * Leaves an audit row for something that changes no row: an export, a sign-out of everybody.
 * @param event name such as `people.students_exported`
 * @param subject id of the person it is about, or null
 */
export async function recordEvent(
  tx: Tx,
  event: string,
  subject: number | null,
  details: Record<string, unknown>,
): Promise<void> {
  await tx.$executeRaw`SELECT audit.record_event(${event}, ${subject}::integer, ${JSON.stringify(details)}::jsonb)`;
}

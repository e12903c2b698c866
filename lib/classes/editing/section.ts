import "server-only";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { TimeOfDay } from "../schemas";
import { firstFreeLetter } from "./rules";

type Place = { courseId: number; termId: number; timeOfDay: TimeOfDay; section?: string | null };

/**
 * The section letter of a class to be made: the one asked for, or the first that is free (domain.md 4.3). Two who ask
 * for the first free one at once meet in the unique key of the table.
 * @throws AppError conflict `classes.section_taken` with the first free letter; `classes.no_letter_left`
 */
export async function requireSection(tx: Tx, place: Place): Promise<string> {
  const { courseId, termId, timeOfDay, section } = place;
  const rows = await tx.class.findMany({ where: { courseId, termId, timeOfDay }, select: { section: true } });
  const taken = rows.map((row) => row.section);
  const free = firstFreeLetter(taken);
  if (section && taken.includes(section)) {
    const code = free ? "classes.section_taken_free" : "classes.section_taken";
    throw new AppError("conflict", code, {
      params: { section, free: free ?? "" },
      fields: { section: [code] },
    });
  }
  if (section) return section;
  if (free === null) throw new AppError("refused", "classes.no_letter_left");
  return free;
}

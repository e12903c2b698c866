import "server-only";
import { readDegree } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { listAttempts } from "@/lib/record/queries/academic-record";
import { completion, requirementStates } from "@/lib/record/requirement-rules";
import type { DegreeProgress } from "@/lib/record/schemas";

/**
 * How far a student is in a programme: its requirements on the catalogue date against the student's results,
 * with what counts for them today.
 * Null where the programme has no requirement rows, as language programmes have none.
 */
export async function findDegreeProgress(
  actor: Actor,
  studentId: number,
  programme: { programmeId: number; catalogueDate: string },
): Promise<DegreeProgress | null> {
  const [{ requirements, equivalences }, attempts] = await Promise.all([
    readDegree(actor, programme.programmeId, programme.catalogueDate),
    listAttempts(actor, studentId),
  ]);
  if (requirements.length === 0) return null;
  const lines = requirementStates(requirements, attempts, equivalences);
  return { lines, completion: completion(lines) };
}

import "server-only";
import { listProgrammeCourseCodes } from "@/lib/curriculum/queries";
import { type Actor, can } from "@/lib/platform/access/actor";
import { getAcademicRecord } from "@/lib/record/queries/academic-record";
import type { AcademicRecord } from "@/lib/record/schemas";
import { listProgrammeEnrolments } from "@/lib/studies/queries";

/**
 * A student's record with the GPA of the current programme (domain.md 7.3); while nothing is graded there, of the one
 * before. Without a programme, or without the right to see programmes, every course counts and the code is null.
 * @throws AppError forbidden without record:read or record:read_own
 */
export async function getRecordOfStudies(
  actor: Actor,
  studentId: number,
): Promise<{ record: AcademicRecord; programmeCode: string | null }> {
  const programmes = can(actor, "studies:read") ? await listProgrammeEnrolments(actor, studentId) : [];
  const [current, before] = programmes;
  for (const programme of [current, before]) {
    if (!programme) break;
    const courses = await listProgrammeCourseCodes(actor, programme.programmeId, programme.catalogueDate);
    const record = await getAcademicRecord(actor, studentId, courses);
    if (record.cumulative.value !== null || programme === before)
      return { record, programmeCode: programme.code };
  }
  return { record: await getAcademicRecord(actor, studentId, null), programmeCode: null };
}

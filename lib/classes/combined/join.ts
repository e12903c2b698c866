import "server-only";
import type { Tx } from "@/lib/platform/db/transaction";
import type { TimeOfDay } from "../schemas";

/** A combined class that a new class joins, or with a null id one that it begins. */
export type CombinedPlace = {
  id: number | null;
  /** Seats of those that are in it already. */
  seatPoolId: number | null;
  templateId: number;
  name: string;
  termId: number;
  section: string;
  timeOfDay: TimeOfDay;
};

type Wanted = { courseCode: string; termId: number; section: string; timeOfDay: TimeOfDay };

/**
 * Where a class of a course goes by an active combined template (domain.md 4.1 CombinedClassInstance); null when the
 * course is in none. A course stands in a template with one of its versions and means all of them.
 */
export async function findCombinedFor(tx: Tx, wanted: Wanted): Promise<CombinedPlace | null> {
  const { courseCode, termId, section, timeOfDay } = wanted;
  const template = await tx.combinedCourseTemplate.findFirst({
    where: { isActive: true, courses: { some: { course: { code: courseCode } } } },
    orderBy: { id: "asc" },
    select: { id: true, name: true },
  });
  if (!template) return null;
  const found = await tx.combinedClass.findUnique({
    where: {
      templateId_termId_section_timeOfDay: { templateId: template.id, termId, section, timeOfDay },
    },
    select: {
      id: true,
      classes: {
        where: { status: { not: "CANCELLED" } },
        orderBy: { id: "asc" },
        take: 1,
        select: { seatPoolId: true },
      },
    },
  });
  return {
    id: found?.id ?? null,
    seatPoolId: found?.classes[0]?.seatPoolId ?? null,
    templateId: template.id,
    name: template.name,
    termId,
    section,
    timeOfDay,
  };
}

/** The id of the combined class, which is begun where there is none. */
export async function joinCombined(tx: Tx, place: CombinedPlace): Promise<number> {
  if (place.id !== null) return place.id;
  const { templateId, name, termId, section, timeOfDay } = place;
  const { id } = await tx.combinedClass.create({
    data: { templateId, name, termId, section, timeOfDay },
    select: { id: true },
  });
  return id;
}

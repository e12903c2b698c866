import { systemActor } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";

/** Courses of a cycle by their codes, in force since 2009; returns the ids by code. */
export function makeCourses(codes: readonly string[], cycleCode = "BA"): Promise<Record<string, number>> {
  return writeTx(systemActor("seed"), {}, async (tx) => {
    const cycle = await tx.cycle.findUniqueOrThrow({ where: { code: cycleCode } });
    const ids: Record<string, number> = {};
    for (const code of codes) {
      const { id } = await tx.course.create({
        data: {
          code,
          title: `Title of ${code}`,
          shortTitle: code,
          cycleId: cycle.id,
          validFrom: dayToDb("2009-04-01"),
        },
      });
      ids[code] = id;
    }
    return ids;
  });
}

/** The list of a degree since 2009, in the order of the courses given. */
export function makeList(programmeId: number, courseIds: readonly number[]): Promise<void> {
  return writeTx(systemActor("seed"), {}, async (tx) => {
    await tx.programmeRequirement.createMany({
      data: courseIds.map((courseId, place) => ({
        programmeId,
        courseId,
        sequence: place + 1,
        name: `Line ${place + 1}`,
        validFrom: dayToDb("2009-04-01"),
      })),
    });
  });
}

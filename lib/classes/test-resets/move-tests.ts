import "server-only";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import { movedTest } from "./rules";
import type { TestType } from "./test-types";

type Days = { startDate: Day; endDate: Day };

/** Moves the tests of a term along with its dates. @returns those that moved, with both days */
export async function moveTests(
  tx: Tx,
  before: Days & { id: number },
  after: Days,
): Promise<{ testType: TestType; from: Day; to: Day }[]> {
  const tests = await tx.testPeriodReset.findMany({
    where: { termId: before.id },
    select: { id: true, testType: true, resetDate: true },
    orderBy: { resetDate: "asc" },
  });
  const today = campusToday();
  const moved: { testType: TestType; from: Day; to: Day }[] = [];
  for (const { id, testType, resetDate } of tests) {
    const from = dayFromDb(resetDate);
    // A test that was held stays on its day, as long as that is a day of the term.
    if (from < today && from >= after.startDate && from <= after.endDate) continue;
    const to = movedTest({ testType, resetDate: from }, before, after);
    if (to === from) continue;
    await tx.testPeriodReset.update({
      where: { id },
      data: { resetDate: dayToDb(to), version: { increment: 1 } },
    });
    moved.push({ testType, from, to });
  }
  return moved;
}

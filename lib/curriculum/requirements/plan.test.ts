import { describe, expect, it } from "vitest";
import {
  changeDays,
  changedList,
  isEmptyPlan,
  laterChanges,
  planList,
  type RequirementRow,
  rowsOn,
} from "./plan";

const course = (courseId: number) => ({ courseId, courseCode: `C-${courseId}`, name: `Course ${courseId}` });

function row(
  sequence: number,
  courseId: number,
  validFrom = "2009-04-01",
  validTo: string | null = null,
): RequirementRow {
  return { id: sequence * 100 + courseId, version: 1, sequence, ...course(courseId), validFrom, validTo };
}

let lastId = 10_000;

/** Carries a plan out as the database would. */
function carryOut(rows: RequirementRow[], plan: ReturnType<typeof planList>, from: string): RequirementRow[] {
  const removed = new Set(plan.remove.map(({ id }) => id));
  const closed = new Set(plan.close.map(({ id }) => id));
  const reopened = new Set(plan.reopen.map(({ id }) => id));
  return [
    ...rows
      .filter(({ id }) => !removed.has(id))
      .map((each) =>
        closed.has(each.id)
          ? { ...each, validTo: from }
          : reopened.has(each.id)
            ? { ...each, validTo: null }
            : each,
      ),
    ...plan.add.map((each) => ({
      ...each,
      id: ++lastId,
      version: 1,
      validFrom: from,
      validTo: null,
    })),
  ];
}

const codes = (rows: RequirementRow[], day: string) => rowsOn(rows, day).map(({ courseId }) => courseId);
const three = [row(1, 11), row(2, 12), row(3, 13)];
const DAY = "2027-09-01";

describe("changedList", () => {
  it("adds at a place, and at the end when the place is beyond it", () => {
    expect(
      changedList(three, { kind: "add", place: 2, course: course(14) })?.map(({ courseId }) => courseId),
    ).toEqual([11, 14, 12, 13]);
    expect(changedList(three, { kind: "add", place: 50, course: course(14) })?.at(-1)?.courseId).toBe(14);
  });

  it("moves forward and back", () => {
    expect(
      changedList(three, { kind: "move", sequence: 1, place: 3 })?.map(({ courseId }) => courseId),
    ).toEqual([12, 13, 11]);
    expect(
      changedList(three, { kind: "move", sequence: 3, place: 1 })?.map(({ courseId }) => courseId),
    ).toEqual([13, 11, 12]);
  });

  it("replaces in place, ends and closes up", () => {
    expect(
      changedList(three, { kind: "replace", sequence: 2, course: course(14) })?.map(
        ({ courseId }) => courseId,
      ),
    ).toEqual([11, 14, 13]);
    expect(changedList(three, { kind: "end", sequence: 1 })?.map(({ courseId }) => courseId)).toEqual([
      12, 13,
    ]);
  });

  it("knows no place that is empty", () => {
    expect(changedList(three, { kind: "end", sequence: 9 })).toBeNull();
  });
});

describe("planList", () => {
  it("leaves what stays alone, and what held before the day", () => {
    const plan = planList(three, [course(11), course(14), course(13)], DAY);
    expect(plan).toMatchObject({
      remove: [],
      close: [{ sequence: 2 }],
      reopen: [],
      add: [{ sequence: 2, courseId: 14 }],
    });
    const after = carryOut(three, plan, DAY);
    expect(codes(after, "2027-08-31")).toEqual([11, 12, 13]);
    expect(codes(after, DAY)).toEqual([11, 14, 13]);
  });

  it("takes away what began on the day itself, and lets what it replaced go on", () => {
    const rows = carryOut(three, planList(three, [course(11), course(14), course(13)], DAY), DAY);
    const plan = planList(rows, [course(11), course(12), course(13)], DAY);
    expect(plan).toMatchObject({
      remove: [{ courseId: 14 }],
      close: [],
      reopen: [{ courseId: 12 }],
      add: [],
    });
    expect(carryOut(rows, plan, DAY)).toEqual(three);
  });

  it("is empty for the list that holds", () => {
    expect(
      isEmptyPlan(
        planList(
          three,
          three.map(({ courseId }) => course(courseId)),
          DAY,
        ),
      ),
    ).toBe(true);
  });

  it("gives any list from any day on, and keeps every day before it", () => {
    let rows = three;
    let seed = 7;
    const next = (limit: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % limit;
    };
    const history: { day: string; list: number[] }[] = [{ day: "2010-01-01", list: [11, 12, 13] }];
    for (let step = 0; step < 40; step += 1) {
      const day = `20${27 + Math.floor(step / 12)}-${String((step % 12) + 1).padStart(2, "0")}-01`;
      const ids = [...new Set(Array.from({ length: 1 + next(8) }, () => 11 + next(9)))];
      rows = carryOut(rows, planList(rows, ids.map(course), day), day);
      history.push({ day, list: ids });
      for (const each of history) expect(codes(rows, each.day)).toEqual(each.list);
    }
  });
});

describe("days of change", () => {
  it("names first days and ends once", () => {
    const rows = [row(1, 11), row(2, 12, "2009-04-01", DAY), row(2, 14, DAY)];
    expect(changeDays(rows)).toEqual(["2009-04-01", DAY]);
    expect(laterChanges(rows, "2027-01-01")).toEqual([DAY]);
    expect(laterChanges(rows, DAY)).toEqual([]);
  });
});

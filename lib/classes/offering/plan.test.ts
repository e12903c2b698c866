import { describe, expect, test } from "vitest";
import { type Existing, planCopies } from "./plan";
import type { SourceClass } from "./source";

let next = 0;
const source = (given: Partial<SourceClass>): SourceClass => {
  next += 1;
  return {
    id: next,
    code: "ENGL-101",
    section: "A",
    timeOfDay: "EVE",
    classType: "STANDARD",
    status: "ACTIVE",
    notes: null,
    seatPoolId: next,
    capacity: 30,
    combined: null,
    reading: null,
    cycleRank: 2,
    courseId: 1,
    sessions: [],
    ...given,
  };
};
const there = (section: string, given = {}) => ({
  courseId: 1,
  timeOfDay: "EVE",
  section,
  live: true,
  ...given,
});
const copies = (sources: SourceClass[], existing: Existing[] = [], ifThere: "skip" | "add" = "add") =>
  planCopies(sources, { termType: "BA", existing, ifThere });
const sections = (...given: Parameters<typeof copies>) =>
  copies(...given).groups.map((group) => group.section);

describe("letters of sections", () => {
  test("two sections of a course keep their order and fill gaps", () => {
    expect(sections([source({ section: "A" }), source({ section: "B" })])).toEqual(["A", "B"]);
    expect(sections([source({ section: "A" }), source({ section: "B" })], [there("A")])).toEqual(["B", "C"]);
  });

  test("a cancelled class keeps its letter, though it is no longer there", () => {
    const cancelled = there("A", { live: false });
    expect(sections([source({})], [cancelled], "skip")).toEqual(["B"]);
  });

  test("another time of day and another course are other rows", () => {
    expect(sections([source({})], [there("A", { timeOfDay: "MORN" }), there("A", { courseId: 2 })])).toEqual([
      "A",
    ]);
  });
});

describe("what is copied", () => {
  test("classes of one pool get one letter that is free for both", () => {
    const pair = [
      source({ seatPoolId: 900, courseId: 1 }),
      source({ seatPoolId: 900, courseId: 2, code: "ENGL-102" }),
    ];
    const plan = copies(pair, [there("A", { courseId: 2 })]);
    expect(plan.groups).toMatchObject([{ section: "B", members: [{ courseId: 1 }, { courseId: 2 }] }]);
  });

  test("cancelled classes, courses that are no longer taught, and what is there already stay behind", () => {
    const plan = copies(
      [
        source({ status: "CANCELLED" }),
        source({ code: "OLD-1", courseId: null }),
        source({ code: "GESL-01", cycleRank: 1 }),
        source({ section: "A" }),
        source({ section: "B" }),
      ],
      [there("A")],
      "skip",
    );
    expect(plan.left.map(({ reason }) => reason)).toEqual([
      "cancelled",
      "course_ended",
      "term_type",
      "there",
    ]);
    expect(plan.groups.map(({ section }) => section)).toEqual(["B"]);
  });

  test("a pool of which one class is there already is left as a whole", () => {
    const pair = [source({ seatPoolId: 901, courseId: 1 }), source({ seatPoolId: 901, courseId: 2 })];
    expect(copies(pair, [there("A")], "skip").groups).toEqual([]);
  });

  test("27 sections are one too many", () => {
    const all = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => there(letter));
    expect(copies([source({})], all).left).toMatchObject([{ reason: "no_letter" }]);
  });
});

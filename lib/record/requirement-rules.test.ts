import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Equivalence } from "@/lib/curriculum/requisites";
import { completion, type DatedAttempt, requirementStates } from "@/lib/record/requirement-rules";

const attempt = (over: Partial<DatedAttempt> = {}): DatedAttempt => ({
  courseCode: "A",
  credits: 3,
  letter: "A-",
  points: "3.70",
  passes: true,
  earnsCredit: true,
  countsInGpa: true,
  attempt: 1,
  termCode: "T1",
  termStart: "2026-01-05",
  ...over,
});
const failed = { letter: "F", points: "0.00", passes: false };

const counts = (code: string, by: string, over: Partial<Equivalence> = {}): Equivalence => ({
  id: 7,
  code,
  counts: by,
  since: "2025-10-01",
  until: null,
  ...over,
});

const lines = ["A", "B", "C"].map((courseCode, i) => ({
  sequence: i + 1,
  courseCode,
  title: courseCode,
  titleKm: null,
  credits: 3,
}));

/** The state of the line that asks for A. */
const lineA = (attempts: DatedAttempt[], equivalences: Equivalence[]) =>
  requirementStates(lines, attempts, equivalences)[0];

describe("requirements", () => {
  it("are fulfilled by the best passing attempt, also when a later one failed", () => {
    const states = requirementStates(
      lines,
      [
        attempt({ letter: "B", points: "3.00" }),
        attempt({ ...failed, attempt: 2 }),
        attempt({ courseCode: "B", ...failed }),
      ],
      [],
    );
    expect(states.map((line) => [line.state, line.letter, line.by, line.because])).toEqual([
      ["fulfilled", "B", null, []],
      ["failed", "F", null, []],
      ["open", null, null, []],
    ]);
    expect(completion(states)).toMatchObject({ value: 33 });
    expect(completion([]).value).toBe(0);
  });

  it("are fulfilled by a course that counts, which is named with the day since when", () => {
    const line = lineA([attempt({ courseCode: "OLD", termCode: "T9" })], [counts("A", "OLD")]);
    expect(line).toMatchObject({ state: "fulfilled", letter: "A-", termCode: "T9", by: "OLD" });
    expect(line?.because).toEqual([
      {
        rule: "record.requirement_counted",
        inputs: { course: "A", by: "OLD", term: "T9", since: "2025-10-01" },
        source: "course_equivalence 7",
      },
    ]);
  });

  it("count in the direction of the row only", () => {
    expect(lineA([attempt({ courseCode: "NEW" })], [counts("NEW", "A")])?.state).toBe("open");
  });

  it("are fulfilled through several courses, since the last of them counts", () => {
    const rows = [counts("A", "MID"), counts("MID", "OLD", { id: 9, since: "2025-12-01" })];
    expect(lineA([attempt({ courseCode: "OLD" })], rows)?.because).toMatchObject([
      { inputs: { by: "OLD", since: "2025-12-01" }, source: "course_equivalence 7, 9" },
    ]);
  });

  it("are fulfilled by what was taken before an equivalence ended, and by nothing later", () => {
    const rows = [counts("A", "OLD", { until: "2026-04-01" })];
    expect(lineA([attempt({ courseCode: "OLD" })], rows)?.because).toMatchObject([
      { rule: "record.requirement_counted_until", inputs: { until: "2026-04-01" } },
    ]);
    const later = attempt({ courseCode: "OLD", termStart: "2026-04-01" });
    expect(lineA([later], rows)).toMatchObject({ state: "open", letter: null, by: null });
  });

  it("show the better of two passes, and of equal ones the course itself", () => {
    const rows = [counts("A", "OLD")];
    const old = attempt({ courseCode: "OLD" });
    expect(lineA([old, attempt({ termCode: "T2" })], rows)).toMatchObject({ termCode: "T2", by: null });
    expect(lineA([attempt({ points: "2.00", letter: "C" }), old], rows)?.by).toBe("OLD");
  });

  it("are to repeat where only another course was failed, which is named", () => {
    const rows = [counts("A", "OLD")];
    const line = lineA([attempt({ courseCode: "OLD", ...failed })], rows);
    expect(line).toMatchObject({ state: "failed", letter: "F", by: "OLD" });
    expect(line?.because).toMatchObject([{ rule: "record.requirement_failed_by" }]);
    const own = attempt({ ...failed, termCode: "T0" });
    expect(lineA([own, attempt({ courseCode: "OLD", ...failed })], rows)).toMatchObject({
      by: null,
      termCode: "T0",
    });
  });

  const code = fc.constantFrom("A", "B", "C", "D", "E");
  property.prop([
    fc.array(fc.tuple(code, code), { maxLength: 8 }),
    fc.array(fc.tuple(code, fc.boolean()), { maxLength: 6 }),
  ])("are never taken away by an equivalence", (pairs, taken) => {
    const attempts = taken.map(([courseCode, passes]) => attempt({ courseCode, ...(passes ? {} : failed) }));
    const rows = pairs.map(([one, other], id) => counts(one, other, { id }));
    const without = requirementStates(lines, attempts, []);
    const withThem = requirementStates(lines, attempts, rows);
    for (const [place, line] of without.entries())
      if (line.state === "fulfilled") expect(withThem[place]?.state).toBe("fulfilled");
  });
});

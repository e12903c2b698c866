import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type Attempt, creditTotals, cumulativeGpa, standing, termGpa } from "@/lib/record/rules";

const SCALE: [string, string][] = [
  ["A+", "4.00"],
  ["A-", "3.70"],
  ["B+", "3.30"],
  ["B", "3.00"],
  ["C-", "1.70"],
  ["D-", "0.70"],
  ["F", "0.00"],
];

function attempt(over: Partial<Attempt> = {}): Attempt {
  return {
    courseCode: "ACCT-300",
    credits: 3,
    letter: "A-",
    points: "3.70",
    passes: true,
    earnsCredit: true,
    countsInGpa: true,
    attempt: 1,
    termCode: "T1",
    ...over,
  };
}

const anyAttempt = fc
  .record({
    course: fc.constantFrom("A", "B", "C", "D", "E"),
    credits: fc.integer({ min: 1, max: 6 }),
    grade: fc.constantFrom(...SCALE),
    attempt: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ course, credits, grade: [letter, points], attempt: number }) =>
    attempt({ courseCode: course, credits, letter, points, attempt: number, passes: letter !== "F" }),
  );
const history = fc.uniqueArray(anyAttempt, { selector: (a) => `${a.courseCode}${a.attempt}`, maxLength: 12 });

describe("GPA", () => {
  test("is quality points by credits, three decimals, half up", () => {
    const results = [
      attempt({ courseCode: "A", points: "4.00", credits: 3 }),
      attempt({ courseCode: "B", points: "3.30", credits: 3 }),
      attempt({ courseCode: "C", points: "2.70", credits: 1 }),
    ];
    expect(termGpa(results).value).toBe("3.514");
    expect(termGpa(results).because[0]).toMatchObject({
      rule: "record.term_gpa",
      inputs: { qualityPoints: "24.60", credits: 7, courses: 3, gpa: "3.514" },
    });
    // 3.0625 is between 3.062 and 3.063: up.
    const half = [
      attempt({ courseCode: "A", points: "3.00", credits: 15 }),
      attempt({ courseCode: "B", points: "4.00", credits: 1 }),
    ];
    expect(termGpa(half).value).toBe("3.063");
  });

  test("leaves out letters without points and says which", () => {
    const results = [attempt(), attempt({ courseCode: "B", letter: "W", points: null, passes: false })];
    expect(termGpa(results).value).toBe("3.700");
    expect(termGpa(results).because.map((reason) => reason.rule)).toContain("record.letter_without_points");
    expect(termGpa([attempt({ points: null, letter: "I" })]).value).toBeNull();
    expect(cumulativeGpa([], null).value).toBeNull();
  });

  test("counts the latest attempt cumulatively and every attempt in its term", () => {
    const first = attempt({
      letter: "F",
      points: "0.00",
      passes: false,
      earnsCredit: false,
      countsInGpa: false,
    });
    const second = attempt({ letter: "B", points: "3.00", attempt: 2, termCode: "T2" });
    expect(cumulativeGpa([second, first], null).value).toBe("3.000");
    expect(termGpa([first]).value).toBe("0.000");
    expect(cumulativeGpa([first, second], null).because).toContainEqual(
      expect.objectContaining({
        rule: "record.latest_attempt_counts",
        inputs: { course: "ACCT-300", attempts: 2, letter: "B", term: "T2" },
      }),
    );
  });

  test("a withdrawal after a grade does not erase the grade", () => {
    const graded = attempt({ letter: "C-", points: "1.70" });
    const withdrawn = attempt({ letter: "W", points: null, attempt: 2, passes: false, countsInGpa: false });
    expect(cumulativeGpa([graded, withdrawn], null).value).toBe("1.700");
  });

  test("is limited to the courses of the programme", () => {
    const results = [attempt(), attempt({ courseCode: "GESL-05", points: "2.00" })];
    const gpa = cumulativeGpa(results, new Set(["ACCT-300"]));
    expect(gpa.value).toBe("3.700");
    expect(gpa.because.at(-1)).toMatchObject({ rule: "record.outside_programme", inputs: { attempts: 1 } });
  });

  test.prop([history])("lies between the lowest and the highest grade and ignores the order", (results) => {
    const gpa = cumulativeGpa(results, null).value;
    fc.pre(results.length > 0);
    const points = results.map((result) => Number(result.points));
    expect(Number(gpa)).toBeGreaterThanOrEqual(Math.min(...points));
    expect(Number(gpa)).toBeLessThanOrEqual(Math.max(...points));
    expect(cumulativeGpa(results.toReversed(), null).value).toBe(gpa);
    expect(gpa).toMatch(/^\d\.\d{3}$/);
  });

  test.prop([history])("agrees with exact arithmetic to half a thousandth", (results) => {
    const gpa = termGpa(results).value;
    const credits = results.reduce((sum, result) => sum + result.credits, 0);
    const quality = results.reduce((sum, result) => sum + Number(result.points) * result.credits, 0);
    if (gpa !== null) expect(Math.abs(Number(gpa) - quality / credits)).toBeLessThanOrEqual(0.000_500_1);
  });
});

const LIMITS = { deansList: 3.5, good: 2, probation: 1.5, suspension: 1, fromCredits: 12 };

describe("credits and standing", () => {
  test("a course earns its credits once", () => {
    const results = [
      attempt(),
      attempt({ attempt: 2 }),
      attempt({ courseCode: "B", earnsCredit: false, letter: "F" }),
    ];
    expect(creditTotals(results)).toEqual({ attempted: 6, earned: 3 });
  });

  test("a standing needs twelve credits and begins at its limit", () => {
    expect(standing("3.900", 9, LIMITS).value).toBe("none");
    expect(standing(null, 30, LIMITS).value).toBe("none");
    for (const [gpa, name] of [
      ["3.500", "deans_list"],
      ["3.499", "good"],
      ["2.000", "good"],
      ["1.999", "probation"],
      ["1.500", "probation"],
      ["1.000", "suspension"],
      ["0.999", "dismissal"],
    ] as const)
      expect(standing(gpa, 12, LIMITS).value).toBe(name);
  });
});

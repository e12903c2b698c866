import type { TermRow } from "../calendar/terms";
import type { CourseRow } from "../curriculum/catalogue";
import { type ScaleRow, scaleFor } from "../curriculum/scales";
import type { Random } from "../random";

export type ResultSource = "LEGACY" | "TRANSFER" | "EXAM";

/** One attempt at a course, as course_result keeps it. */
export type Result = {
  course: CourseRow;
  term: TermRow;
  letter: string;
  points: number | null;
  scale: ScaleRow | null;
  passes: boolean;
  countsInGpa: boolean;
  attempt: number;
  source: ResultSource;
};

export type Verdict = "PASS" | "FAIL" | "W" | "I";

/** The transcript of one student while it grows: numbers the attempts and keeps the latest graded one in the GPA. */
export class Transcript {
  readonly results: Result[] = [];
  readonly passed = new Set<number>();
  readonly #latest = new Map<number, Result>();
  readonly #attempts = new Map<number, number>();

  constructor(readonly scales: ScaleRow[]) {}

  attempts(course: CourseRow): number {
    return this.#attempts.get(course.id) ?? 0;
  }

  /** Writes a result; a graded one replaces the earlier attempt in the GPA (domain.md 0.2 row 5). */
  add(course: CourseRow, term: TermRow, letter: string, source: ResultSource = "LEGACY"): Result {
    const scale = source === "LEGACY" ? scaleFor(this.scales, course.programme, term.start) : null;
    const grade = scale?.grades.find((each) => each.letter === letter);
    const attempt = this.attempts(course) + 1;
    this.#attempts.set(course.id, attempt);
    const passes = grade ? grade.passes : source !== "LEGACY";
    const result: Result = {
      course,
      term,
      letter,
      attempt,
      source,
      passes,
      points: grade ? grade.points : null,
      scale: grade ? (scale ?? null) : null,
      countsInGpa: grade !== undefined,
    };
    if (grade) {
      const before = this.#latest.get(course.id);
      if (before) before.countsInGpa = false;
      this.#latest.set(course.id, result);
    }
    if (passes) this.passed.add(course.id);
    this.results.push(result);
    return result;
  }

  /** Whether every group of prerequisites has a course passed well enough so far. */
  meets(course: CourseRow): boolean {
    const open = new Set(course.prerequisites.map((each) => each.group));
    for (const each of course.prerequisites) {
      if (open.has(each.group) && this.reaches(each.course, each.minimum)) open.delete(each.group);
    }
    return open.size === 0;
  }

  /** Whether the course was passed with at least the letter; a pass off the scale reaches any letter. */
  reaches(course: CourseRow, minimum: string): boolean {
    if (!this.passed.has(course.id)) return false;
    const needed = LETTERS.indexOf(minimum);
    return this.results.some((result) => {
      if (result.course.id !== course.id || !result.passes) return false;
      const place = LETTERS.indexOf(result.letter);
      return place < 0 || place <= needed;
    });
  }

  /** Grade points in hundredths over credits, as domain.md 7.3: only what counts; null without credits. */
  gpa(): number | null {
    let quality = 0;
    let credits = 0;
    for (const result of this.#latest.values()) {
      quality += (result.points ?? 0) * result.course.credits;
      credits += result.course.credits;
    }
    return credits ? quality / credits : null;
  }
}

const LETTERS = ["A+", "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "D-", "F"];

/** A letter of the scale for a score drawn around the student's ability (percent), kept on the side of the verdict. */
export function drawLetter(
  random: Random,
  scale: ScaleRow,
  ability: number,
  verdict: "PASS" | "FAIL",
  least = "D",
): string {
  if (verdict === "FAIL") return "F";
  const floor = scale.grades.find((grade) => grade.letter === least) ?? scale.grades.at(-2);
  const score = Math.max(floor?.minimum ?? 60, Math.min(100, random.normal(ability, 8)));
  return (scale.grades.find((grade) => score >= grade.minimum) ?? floor)?.letter ?? "D";
}

export function drawVerdict(random: Random, ability: number, easy: boolean): Verdict {
  if (easy) return "PASS";
  const failing = Math.min(0.3, Math.max(0.02, 0.09 + (76 - ability) * 0.012));
  return random.weighted([
    ["PASS", 1 - failing],
    ["FAIL", failing],
    ["W", 0.03],
    ["I", 0.01],
  ] as const);
}

import { type Explained, explain, type Reason } from "@/lib/platform/explained";

/** One attempt at a course as the rules see it. Points are decimal text on a scale of 4 ("3.70") or null. */
export type Attempt = {
  courseCode: string;
  credits: number;
  letter: string | null;
  points: string | null;
  passes: boolean;
  earnsCredit: boolean;
  countsInGpa: boolean;
  attempt: number;
  termCode: string;
};

/** A grade point average as text with three decimals, or null where nothing was graded. */
export type Gpa = string | null;

/** Points as hundredths: sums of money-like decimals never go through floating point. */
function hundredths(points: string): number {
  const [whole = "0", fraction = ""] = points.split(".");
  return Number(whole) * 100 + Number(fraction.padEnd(2, "0").slice(0, 2));
}

/** quality ÷ credits with three decimals, half up, from integers (domain.md 7.3). */
function divide(qualityHundredths: number, credits: number): string {
  const thousandths = Math.floor((qualityHundredths * 20 + credits) / (2 * credits));
  return `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, "0")}`;
}

function fixed(value: number): string {
  return `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;
}

function sums(attempts: readonly Attempt[]): { quality: number; credits: number } {
  let quality = 0;
  let credits = 0;
  for (const attempt of attempts) {
    quality += hundredths(attempt.points ?? "0") * attempt.credits;
    credits += attempt.credits;
  }
  return { quality, credits };
}

const SOURCE = "domain.md 7.3";

function formula(attempts: readonly Attempt[], rule: string): Explained<Gpa> {
  const { quality, credits } = sums(attempts);
  if (credits === 0) return explain(null, [{ rule: "record.nothing_graded", inputs: {}, source: SOURCE }]);
  const value = divide(quality, credits);
  const inputs = { qualityPoints: fixed(quality), credits, courses: attempts.length, gpa: value };
  return explain(value, [{ rule, inputs, source: SOURCE }]);
}

function leftOut(attempts: readonly Attempt[]): Reason[] {
  return attempts
    .filter((attempt) => attempt.points === null && attempt.letter !== null)
    .map((attempt) => ({
      rule: "record.letter_without_points",
      inputs: { course: attempt.courseCode, letter: attempt.letter, term: attempt.termCode },
      source: "domain.md 7.1",
    }));
}

/**
 * The GPA of one term: Σ points × credits ÷ Σ credits over what was graded in it, three decimals, half up
 * (domain.md 7.3). A course repeated later still counts in the term in which it was taken.
 */
export function termGpa(attempts: readonly Attempt[]): Explained<Gpa> {
  const result = formula(
    attempts.filter((attempt) => attempt.points !== null),
    "record.term_gpa",
  );
  return { ...result, because: [...result.because, ...leftOut(attempts)] };
}

/** For every course the attempt that counts: the latest one with points (domain.md 0.2 row 5). */
function latest(attempts: readonly Attempt[]): { counted: Attempt[]; repeats: Reason[] } {
  const byCourse = Map.groupBy(
    attempts.filter((attempt) => attempt.points !== null),
    (attempt) => attempt.courseCode,
  );
  const counted: Attempt[] = [];
  const repeats: Reason[] = [];
  for (const [course, all] of byCourse) {
    const last = all.reduce((a, b) => (b.attempt > a.attempt ? b : a));
    if (!last.countsInGpa) continue;
    counted.push(last);
    if (all.length > 1) {
      repeats.push({
        rule: "record.latest_attempt_counts",
        inputs: { course, attempts: all.length, letter: last.letter, term: last.termCode },
        source: "domain.md 0.2 row 5",
      });
    }
  }
  return { counted, repeats };
}

/**
 * The cumulative GPA: like the term's, over all terms, the latest attempt of each course, limited to the courses of
 * the programme (domain.md 7.3; 0.2 row 5).
 * @param courses codes of the programme's courses; null: all courses count
 */
export function cumulativeGpa(
  attempts: readonly Attempt[],
  courses: ReadonlySet<string> | null,
): Explained<Gpa> {
  const inside = courses ? attempts.filter((attempt) => courses.has(attempt.courseCode)) : attempts;
  const { counted, repeats } = latest(inside);
  const result = formula(counted, "record.cumulative_gpa");
  const outside =
    attempts.filter((a) => a.points !== null).length - inside.filter((a) => a.points !== null).length;
  const because = [...result.because, ...repeats];
  if (outside > 0)
    because.push({ rule: "record.outside_programme", inputs: { attempts: outside }, source: SOURCE });
  return { ...result, because: [...because, ...leftOut(inside)] };
}

/** Credits attempted (what carries points) and earned (each course once, by its scale row; domain.md 0.2 rows 2, 26). */
export function creditTotals(attempts: readonly Attempt[]): { attempted: number; earned: number } {
  const earned = new Map<string, number>();
  for (const attempt of attempts) if (attempt.earnsCredit) earned.set(attempt.courseCode, attempt.credits);
  return {
    attempted: sums(latest(attempts).counted).credits,
    earned: [...earned.values()].reduce((sum, credits) => sum + credits, 0),
  };
}

/** GPA from which each standing begins, and the credits from which there is one at all (domain.md 0.2 row 21; 7.3). */
export type StandingLimits = {
  deansList: number;
  good: number;
  probation: number;
  suspension: number;
  fromCredits: number;
};
export type Standing = "deans_list" | "good" | "probation" | "suspension" | "dismissal" | "none";

/** The academic standing that a cumulative GPA means. The limits are the setting record.standing of the day asked for. */
export function standing(gpa: Gpa, attempted: number, limits: StandingLimits): Explained<Standing> {
  const source = "domain.md 0.2 row 21";
  if (gpa === null || attempted < limits.fromCredits) {
    const inputs = { credits: attempted, fromCredits: limits.fromCredits };
    return explain("none", [{ rule: "record.too_few_credits_for_standing", inputs, source: SOURCE }]);
  }
  const value = Number(gpa);
  const steps: [Standing, number][] = [
    ["deans_list", limits.deansList],
    ["good", limits.good],
    ["probation", limits.probation],
    ["suspension", limits.suspension],
    ["dismissal", 0],
  ];
  const [name, from] = steps.find(([, limit]) => value >= limit) ?? ["dismissal", 0];
  return explain(name, [{ rule: "record.standing", inputs: { gpa, from, standing: name }, source }]);
}

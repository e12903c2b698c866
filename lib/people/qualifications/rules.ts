import type { TeachingLevels, TerminalDegree } from "@/lib/platform/db/generated/enums";
import { type Explained, explain, type Reason, type RuleInput } from "@/lib/platform/explained";

/** What a teacher may teach in one department, as far as the rule looks. Both ends of days count. */
export type QualificationFacts = {
  departmentCode: string;
  minimumDegree: TerminalDegree;
  levels: TeachingLevels;
  isNativeEnglish: boolean;
  hasSpecial: boolean;
  validFrom: string;
  validTo: string | null;
};

export type TeacherFacts = { degree: TerminalDegree; qualifications: readonly QualificationFacts[] };

/** The course as the rule sees it: whose department teaches it, how high it is, whether it is English. */
export type CourseFacts = {
  departmentCode: string;
  level: "LANGUAGE" | "UNDERGRADUATE" | "GRADUATE";
  isEnglish: boolean;
};

/**
 * `overrideLevel` is the authority that may set a refusal or a warning aside (domain.md 2.2: 2 for bachelor's courses,
 * 1 for graduate ones, 3 for a level that does not match); null when nothing stands in the way.
 */
export type MayTeach = { verdict: "pass" | "warn" | "refuse"; overrideLevel: 1 | 2 | 3 | null };

const RANK: Record<TerminalDegree, number> = { OTHER: 0, BACHELOR: 1, MASTER: 2, DOCTORATE: 3 };
const SOURCE = "domain.md 2.2 Teaching qualification";

/** Which department's teachers a course belongs to: the faculty of its division (domain.md 2.1, list of departments). */
export function teachingDepartment(divisionCode: string): string {
  return divisionCode === "LANG" ? "LFAC" : "AFAC";
}

/** The level of a course by its cycle: 1 language, 2 bachelor, 3 master. */
export function courseLevel(cycleRank: number): CourseFacts["level"] {
  if (cycleRank <= 1) return "LANGUAGE";
  return cycleRank === 2 ? "UNDERGRADUATE" : "GRADUATE";
}

/**
 * Whether a teacher may teach a course on a day, and why (domain.md 2.2 Teaching qualification). An entry for the
 * department that is valid on the day comes first. Bachelor's courses need a master's degree; a native speaker with a
 * bachelor's may teach English, and a special qualification passes. Graduate courses need a master's degree and the
 * authorisation for them. Where the entry asks for a higher degree than the rule, the entry counts.
 */
export function mayTeach(teacher: TeacherFacts, course: CourseFacts, day: string): Explained<MayTeach> {
  const { level, departmentCode } = course;
  const needsAuthority = level === "GRADUATE" ? 1 : 2;
  const held = teacher.qualifications.find(
    (each) =>
      each.departmentCode === departmentCode &&
      each.validFrom <= day &&
      (each.validTo === null || each.validTo >= day),
  );
  const inputs = { department: departmentCode, degree: teacher.degree, level };
  const because = (rule: string, more: Record<string, RuleInput> = {}): Reason => ({
    rule: `people.${rule}`,
    inputs: { ...inputs, ...more },
    source: SOURCE,
    validOn: day,
  });
  const refuse = (...reasons: Reason[]) =>
    explain<MayTeach>({ verdict: "refuse", overrideLevel: needsAuthority }, reasons, {
      rule: "people.qualify_or_override",
      inputs: { needed: needsAuthority },
    });
  if (!held) return refuse(because("not_qualified_in_department"));

  const needed = degreeNeeded(course, held);
  const enough = RANK[teacher.degree] >= RANK[needed];
  if (level === "GRADUATE") {
    const authorised = held.levels !== "UNDERGRADUATE";
    if (enough && authorised) return pass(because("degree_suffices", { needed }));
    return refuse(
      ...(enough ? [] : [because("degree_too_low", { needed })]),
      ...(authorised ? [] : [because("no_graduate_authorisation")]),
    );
  }
  const passing = enough
    ? because("degree_suffices", { needed })
    : held.hasSpecial
      ? because("special_qualification")
      : course.isEnglish && held.isNativeEnglish && RANK[teacher.degree] >= RANK.BACHELOR
        ? because("native_speaker")
        : null;
  if (!passing) return refuse(because("degree_too_low", { needed }));
  if (level === "UNDERGRADUATE" && held.levels === "GRADUATE") {
    return explain<MayTeach>(
      { verdict: "warn", overrideLevel: 3 },
      [passing, because("level_mismatch", { levels: held.levels })],
      { rule: "people.qualify_or_override", inputs: { needed: 3 } },
    );
  }
  return pass(passing);
}

function pass(...reasons: Reason[]): Explained<MayTeach> {
  return explain<MayTeach>({ verdict: "pass", overrideLevel: null }, reasons);
}

/** A language course asks for what the entry asks for; the others for a master's degree at least. */
function degreeNeeded({ level }: CourseFacts, { minimumDegree }: QualificationFacts): TerminalDegree {
  if (level === "LANGUAGE" || RANK[minimumDegree] > RANK.MASTER) return minimumDegree;
  return "MASTER";
}

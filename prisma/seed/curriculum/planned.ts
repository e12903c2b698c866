import type { CourseRow } from "./catalogue";

/** Faculties as documents print them (domain.md 1.1), by their codes. */
export const facultyNames: Record<string, string> = {
  SSIR: "Faculty of Social Sciences and International Relations",
  BE: "Faculty of Business and Economics",
  EDUC: "Faculty of Education",
  IFL: "Institute of Foreign Languages",
};

/** What the academic board decided for those who begin in the next term: one course in the place of another. */
const planned = { programme: "TESOL", course: "ECON-201", becomes: "HIST-210" };

/** A line of a degree's list: from when, until when. Days as YYYY-MM-DD. */
export type RequirementSeed = {
  programme: string;
  sequence: number;
  course: CourseRow;
  from: string;
  to: string | null;
};

/**
 * The lines of a degree's list: as they always were, and for one degree a change that is planned for the next term, so
 * that a list in two versions can be seen.
 */
export function requirementLines(
  programme: string,
  degree: readonly CourseRow[],
  courses: readonly CourseRow[],
  days: { beginning: string; nextTerm: string | null },
): RequirementSeed[] {
  const next = courses.find(({ code }) => code === planned.becomes);
  return degree.flatMap((course, index) => {
    const line = { programme, sequence: index + 1, course, from: days.beginning, to: null };
    if (programme !== planned.programme || course.code !== planned.course || !next || !days.nextTerm)
      return [line];
    return [
      { ...line, to: days.nextTerm },
      { ...line, course: next, from: days.nextTerm },
    ];
  });
}

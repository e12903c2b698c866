import { relationsCourses, tesolCourses } from "./ba-arts";
import { businessCore, businessCourses, financeCourses, tourismCourses } from "./ba-business";
import { electiveCourses, generalCourses } from "./ba-general";
import { languageLevels } from "./language";
import { educationShared, languageTeachingCourses, leadershipCourses, masterShared, mbaCourses } from "./ma";
import { CYCLES } from "./programmes";
import { interleave, type Major, majors } from "./requirements";

export type CourseRow = {
  id: number;
  code: string;
  title: string;
  titleKm: string;
  shortTitle: string;
  cycleId: number;
  credits: number;
  level: number | null;
  programme: string | null;
  isSeniorProject: boolean;
  /** Groups are AND-ed, the courses of a group OR-ed. */
  prerequisites: { group: number; course: CourseRow; minimum: string }[];
};

type Parsed = { course: Omit<CourseRow, "id" | "prerequisites">; needs: string };

function academic(text: string, cycleId: number): Parsed[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [code = "", title = "", titleKm = "", needs = ""] = line.split("|").map((part) => part.trim());
      const course = {
        code,
        title,
        titleKm,
        shortTitle: title.slice(0, 40).trim(),
        cycleId,
        credits: 3,
        level: null,
      };
      const thesis = code.endsWith("599");
      const isSeniorProject = code.endsWith("499");
      return { course: { ...course, credits: thesis ? 6 : 3, programme: null, isSeniorProject }, needs };
    });
}

function codesOf(text: string): string[] {
  return text
    .trim()
    .split("\n")
    .map((line) => (line.split("|")[0] as string).trim());
}

/** Prerequisites for which a bare pass is not enough. */
const minimums: Record<string, string> = { "ACCT-201": "C", "TESL-301": "C", "FINA-201": "C-" };

export type Catalogue = {
  courses: CourseRow[];
  byCode: Map<string, CourseRow>;
  /** Courses of a language programme, lowest level first. */
  levels: Map<string, CourseRow[]>;
  /** Required courses of a degree in the order in which they are taken. */
  degrees: Map<string, CourseRow[]>;
  electives: CourseRow[];
  /** Bachelor courses that are given every term, because several majors need them. */
  common: Set<number>;
};

/** The 214 courses of domain.md 0.1 (144 bachelor, 35 master, 35 language) with prerequisites and degrees. */
export function makeCatalogue(): Catalogue {
  const bachelor = [
    generalCourses,
    businessCore,
    businessCourses,
    tourismCourses,
    financeCourses,
    tesolCourses,
  ];
  const master = [masterShared, mbaCourses, educationShared, leadershipCourses, languageTeachingCourses];
  const parsed: Parsed[] = [
    ...[...bachelor, relationsCourses, electiveCourses].flatMap((text) => academic(text, CYCLES.BA)),
    ...master.flatMap((text) => academic(text, CYCLES.MASTERS)),
    ...languageLevels.map(({ programme, code, level, title, titleKm }) => ({
      course: {
        code,
        title,
        titleKm,
        shortTitle: code,
        cycleId: CYCLES.LANG,
        credits: 1,
        level,
        programme,
        isSeniorProject: false,
      },
      needs: "",
    })),
  ];
  const courses: CourseRow[] = parsed.map(({ course }, index) => ({
    id: index + 1,
    ...course,
    prerequisites: [],
  }));
  const byCode = new Map(courses.map((course) => [course.code, course]));
  const find = (code: string) => {
    const course = byCode.get(code);
    if (!course) throw new Error(`no course ${code}`);
    return course;
  };
  for (const [index, { needs }] of parsed.entries()) {
    if (!needs) continue;
    for (const [group, alternatives] of needs.split("&").entries()) {
      for (const code of alternatives.split("/").map((part) => part.trim())) {
        const row = { group: group + 1, course: find(code), minimum: minimums[code] ?? "D" };
        (courses[index] as CourseRow).prerequisites.push(row);
      }
    }
  }
  const levels = new Map<string, CourseRow[]>();
  for (const course of courses) {
    if (course.programme) levels.set(course.programme, [...(levels.get(course.programme) ?? []), course]);
  }
  return {
    courses,
    byCode,
    levels,
    degrees: makeDegrees(find),
    electives: codesOf(electiveCourses).map(find),
    common: new Set(codesOf(`${generalCourses.trim()}\n${businessCore.trim()}`).map((code) => find(code).id)),
  };
}

function makeDegrees(find: (code: string) => CourseRow): Map<string, CourseRow[]> {
  const own: Record<Major, string[]> = {
    BUSADMIN: codesOf(businessCourses),
    "TOUR-HOSP": codesOf(tourismCourses),
    "FIN-BANK": [...codesOf(financeCourses).slice(0, 6), "ACCT-310", ...codesOf(financeCourses).slice(6)],
    TESOL: codesOf(tesolCourses),
    IR: [...codesOf(relationsCourses).slice(0, 12), "ECON-202", ...codesOf(relationsCourses).slice(12)],
  };
  const degrees = new Map<string, CourseRow[]>();
  for (const { code, pattern, length } of majors) {
    const core = code === "TESOL" || code === "IR" ? [] : codesOf(businessCore);
    const order = interleave(pattern, { G: codesOf(generalCourses), C: core, M: own[code] });
    if (order.length !== length) throw new Error(`${code} has ${order.length} requirements, not ${length}`);
    degrees.set(code, order.map(find));
  }
  // 66 credits are 22 courses: the associate takes the first half of the bachelor's list.
  degrees.set("BUSADMIN-AA", (degrees.get("BUSADMIN") ?? []).slice(0, 22));
  const shared = codesOf(masterShared);
  const education = [...shared, ...codesOf(educationShared).slice(0, 5)];
  degrees.set("MBA", [...shared, ...codesOf(mbaCourses)].map(find));
  const lead = [...education, ...codesOf(leadershipCourses), "MEDT-530", "MEDT-531", "MEDU-599"];
  const tesol = [...education, ...codesOf(languageTeachingCourses), "MEDL-530", "MEDL-531", "MEDU-599"];
  degrees.set("MED-LEAD", lead.map(find));
  degrees.set("MED-TESOL", tesol.map(find));
  return degrees;
}

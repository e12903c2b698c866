import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CourseFacts,
  courseLevel,
  mayTeach,
  type QualificationFacts,
  type TeacherFacts,
  teachingDepartment,
} from "./rules";

const DAY = "2026-11-24";
const entry = (over: Partial<QualificationFacts> = {}): QualificationFacts => ({
  departmentCode: "AFAC",
  minimumDegree: "MASTER",
  levels: "UNDERGRADUATE",
  isNativeEnglish: false,
  hasSpecial: false,
  validFrom: "2020-01-01",
  validTo: null,
  ...over,
});
const teacher = (degree: TeacherFacts["degree"], over: Partial<QualificationFacts> = {}): TeacherFacts => ({
  degree,
  qualifications: [entry(over)],
});
const course = (over: Partial<CourseFacts> = {}): CourseFacts => ({
  departmentCode: "AFAC",
  level: "UNDERGRADUATE",
  isEnglish: false,
  ...over,
});
const rules = (...given: Parameters<typeof mayTeach>) => mayTeach(...given).because.map(({ rule }) => rule);

describe("mayTeach (domain.md 2.2 Teaching qualification)", () => {
  it("asks for an entry of the department that is valid on the day", () => {
    const nobody = { degree: "DOCTORATE", qualifications: [] } as const;
    expect(mayTeach(nobody, course(), DAY)).toMatchObject({
      value: { verdict: "refuse", overrideLevel: 2 },
      because: [{ rule: "people.not_qualified_in_department", validOn: DAY }],
      remedy: { inputs: { needed: 2 } },
    });
    expect(rules(teacher("MASTER", { departmentCode: "LFAC" }), course(), DAY)).toEqual([
      "people.not_qualified_in_department",
    ]);
    const dated = teacher("MASTER", { validFrom: "2026-01-01", validTo: DAY });
    expect(mayTeach(dated, course(), DAY).value.verdict).toBe("pass");
    expect(mayTeach(dated, course(), "2026-11-25").value.verdict).toBe("refuse");
    expect(mayTeach(dated, course(), "2025-12-31").value.verdict).toBe("refuse");
  });

  it("asks for a master's degree in bachelor's courses, authority 2 sets it aside", () => {
    expect(mayTeach(teacher("MASTER"), course(), DAY).value.verdict).toBe("pass");
    expect(mayTeach(teacher("BACHELOR"), course(), DAY).value).toEqual({
      verdict: "refuse",
      overrideLevel: 2,
    });
    expect(rules(teacher("OTHER"), course(), DAY)).toEqual(["people.degree_too_low"]);
  });

  it("lets a native speaker with a bachelor's teach English, nothing else, and nobody without a degree", () => {
    const native = { isNativeEnglish: true };
    expect(rules(teacher("BACHELOR", native), course({ isEnglish: true }), DAY)).toEqual([
      "people.native_speaker",
    ]);
    expect(mayTeach(teacher("BACHELOR", native), course(), DAY).value.verdict).toBe("refuse");
    expect(mayTeach(teacher("OTHER", native), course({ isEnglish: true }), DAY).value.verdict).toBe("refuse");
  });

  it("lets a special qualification pass, but not in graduate courses", () => {
    expect(rules(teacher("BACHELOR", { hasSpecial: true }), course(), DAY)).toEqual([
      "people.special_qualification",
    ]);
    const special = teacher("BACHELOR", { hasSpecial: true, levels: "BOTH" });
    expect(mayTeach(special, course({ level: "GRADUATE" }), DAY).value.verdict).toBe("refuse");
  });

  it("asks for degree and authorisation in graduate courses, authority 1 sets it aside", () => {
    const graduate = course({ level: "GRADUATE" });
    expect(mayTeach(teacher("MASTER", { levels: "GRADUATE" }), graduate, DAY).value.verdict).toBe("pass");
    expect(mayTeach(teacher("MASTER", { levels: "BOTH" }), graduate, DAY).value.verdict).toBe("pass");
    expect(mayTeach(teacher("DOCTORATE"), graduate, DAY)).toMatchObject({
      value: { verdict: "refuse", overrideLevel: 1 },
      because: [{ rule: "people.no_graduate_authorisation" }],
    });
    expect(rules(teacher("BACHELOR"), graduate, DAY)).toEqual([
      "people.degree_too_low",
      "people.no_graduate_authorisation",
    ]);
  });

  it("warns where only graduate courses are authorised, authority 3 sets it aside", () => {
    expect(mayTeach(teacher("MASTER", { levels: "GRADUATE" }), course(), DAY)).toMatchObject({
      value: { verdict: "warn", overrideLevel: 3 },
      because: [{ rule: "people.degree_suffices" }, { rule: "people.level_mismatch" }],
    });
  });

  it("takes the degree of the entry in language courses, and a higher one than the rule's anywhere", () => {
    const language = course({ level: "LANGUAGE", departmentCode: "LFAC", isEnglish: true });
    const bachelor = { departmentCode: "LFAC", minimumDegree: "BACHELOR" } as const;
    expect(mayTeach(teacher("BACHELOR", bachelor), language, DAY).value.verdict).toBe("pass");
    expect(mayTeach(teacher("OTHER", bachelor), language, DAY).value.verdict).toBe("refuse");
    expect(mayTeach(teacher("MASTER", { minimumDegree: "DOCTORATE" }), course(), DAY).value.verdict).toBe(
      "refuse",
    );
    expect(mayTeach(teacher("MASTER", { minimumDegree: "BACHELOR" }), course(), DAY).value.verdict).toBe(
      "pass",
    );
    expect(mayTeach(teacher("BACHELOR", { minimumDegree: "BACHELOR" }), course(), DAY).value.verdict).toBe(
      "refuse",
    );
  });

  it("never takes away by a higher degree", () => {
    const degrees = ["OTHER", "BACHELOR", "MASTER", "DOCTORATE"] as const;
    const grave = { pass: 0, warn: 1, refuse: 2 };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom(...degrees),
        fc.constantFrom("UNDERGRADUATE", "GRADUATE", "BOTH"),
        fc.constantFrom("LANGUAGE", "UNDERGRADUATE", "GRADUATE"),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (index, minimumDegree, levels, level, isEnglish, isNativeEnglish, hasSpecial) => {
          const facts = { minimumDegree, levels, isNativeEnglish, hasSpecial };
          const wanted = course({ level, isEnglish });
          const low = mayTeach(teacher(degrees[index] ?? "OTHER", facts), wanted, DAY).value;
          const high = mayTeach(teacher(degrees[index + 1] ?? "OTHER", facts), wanted, DAY).value;
          expect(grave[high.verdict]).toBeLessThanOrEqual(grave[low.verdict]);
          expect(low.overrideLevel === null).toBe(low.verdict === "pass");
        },
      ),
    );
  });
});

describe("what a course is to the rule", () => {
  it("comes from its cycle and division", () => {
    expect([1, 2, 3].map(courseLevel)).toEqual(["LANGUAGE", "UNDERGRADUATE", "GRADUATE"]);
    expect(teachingDepartment("LANG")).toBe("LFAC");
    expect(teachingDepartment("ACAD")).toBe("AFAC");
  });
});

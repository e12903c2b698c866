import { readFileSync } from "node:fs";
import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { seatsLeft } from "@/lib/classes/rules";
import { reaches } from "@/lib/curriculum/letters";
import type { Weekday } from "@/lib/platform/dates/day";
import { addDays } from "@/lib/platform/dates/day";
import { slotsClash } from "./clash-rule";
import type { ClassFact, EnrolmentFact, ResultFact, SlotFact, Snapshot } from "./facts";
import { explainVerdict, type Finding, RULES, type RuleName, refusals, type Verdict } from "./finding";
import { endStatus, judge, type Question } from "./judge";

const TODAY = "2026-11-24";

function slot(over: Partial<SlotFact> = {}): SlotFact {
  return { weekday: 1, startMin: 1050, endMin: 1140, from: "2026-11-01", to: "2027-01-31", ...over };
}

function wanted(over: Partial<ClassFact> = {}): ClassFact {
  return {
    id: 1,
    version: 1,
    courseCode: "MGMT-201",
    courseTitle: "Principles of Management",
    courseTitleKm: null,
    credits: 3,
    cycleRank: 2,
    section: "A",
    timeOfDay: "EVE",
    status: "ACTIVE",
    termId: 1,
    termCode: "261019B-T4",
    termName: { en: "Bachelor, term 4 of 2026", km: "បរិញ្ញាបត្រ ឆមាសទី4 ឆ្នាំ2026" },
    termActive: true,
    termStart: "2026-11-16",
    termEnd: "2027-01-31",
    opensOn: "2026-10-01",
    closesOn: "2026-11-30",
    addDeadline: "2026-11-30",
    dropDeadline: "2026-12-07",
    poolId: 1,
    capacity: 30,
    overAuthorised: 0,
    taken: 10,
    offered: 0,
    waiting: 0,
    timetableComplete: true,
    slots: [slot()],
    prerequisites: [],
    programmeCode: null,
    ...over,
  };
}

function enrolled(over: Partial<EnrolmentFact> = {}): EnrolmentFact {
  return {
    id: 7,
    classId: 2,
    status: "ENROLLED",
    courseCode: "ENGL-101",
    courseTitle: "English Composition I",
    courseTitleKm: null,
    section: "A",
    credits: 3,
    cycleRank: 2,
    termId: 1,
    termCode: "261019B-T4",
    termStart: "2026-11-16",
    termEnd: "2027-01-31",
    dropDeadline: "2026-12-07",
    slots: [slot({ weekday: 2 })],
    ...over,
  };
}

function result(over: Partial<ResultFact> = {}): ResultFact {
  return {
    courseCode: "ENGL-101",
    credits: 3,
    letter: "B",
    points: "3.00",
    passes: true,
    earnsCredit: true,
    countsInGpa: true,
    attempt: 1,
    termCode: "260727B-T3",
    termStart: "2026-07-27",
    ...over,
  };
}

function snapshot(over: Partial<Snapshot> = {}): Snapshot {
  return {
    today: TODAY,
    version: 0,
    student: {
      id: 100,
      number: 15015,
      status: "ACTIVE",
      statusSince: "2024-01-05",
      statusReason: null,
      leaves: [],
      completedBachelor: null,
      programmes: ["BUSADMIN"],
      programmeCourses: ["MGMT-201", "ENGL-101"],
      gpa: "3.000",
    },
    results: [],
    equivalences: [],
    enrolments: [],
    classes: [wanted()],
    settings: {
      load: { courses: 3, credits: 9, highGpa: 3.5, highCourses: 5, highCredits: 15 },
      maxAttempts: 3,
      prerequisiteInProgress: "refuse",
    },
    ...over,
  };
}

const ask = (facts: Snapshot, question: Partial<Question> = {}): Verdict =>
  judge(facts, { classId: 1, ...question });
const of = (verdict: Verdict, rule: RuleName): Finding | undefined =>
  verdict.findings.find((each) => each.rule === rule);
const codes = (verdict: Verdict, rule: RuleName) => of(verdict, rule)?.because.map((reason) => reason.rule);

describe("judge (domain.md 5.2)", () => {
  it("lets an active student into an open class with seats, and says what it looked at", () => {
    const verdict = ask(snapshot());
    expect(verdict.value).toBe("pass");
    expect(verdict.findings.every((each) => each.because.length > 0)).toBe(true);
    expect(explainVerdict(verdict).because.map((reason) => reason.rule)).toContain("registration.seats_free");
  });

  it("refuses a class in the days of a leave, warns who is back in time, and lets somebody with authority set it aside", () => {
    const { student } = snapshot();
    const away = (startsOn: string, returnsOn: string) =>
      ask(snapshot({ student: { ...student, leaves: [{ id: 7, startsOn, returnsOn }] } }));
    const { termStart, termEnd, addDeadline } = wanted();
    const refused = of(away(addDays(termStart, -30), addDays(termEnd, 30)), "registration.leave");
    expect(refused).toMatchObject({ value: "refuse", policy: "ENROLLMENT" });
    expect(refused?.because[0]?.inputs).toMatchObject({ returns: addDays(termEnd, 30) });
    const later = addDays(TODAY > termStart ? TODAY : termStart, 10);
    expect(of(away(later, addDays(later, 5)), "registration.leave")?.value).toBe("refuse");
    expect(of(away(addDays(termStart, -60), addDays(termStart, -1)), "registration.leave")?.value).toBe(
      "pass",
    );
    expect(of(away(addDays(termEnd, 1), addDays(termEnd, 60)), "registration.leave")?.value).toBe("pass");
    const ahead = ask(
      snapshot({
        today: addDays(termStart, -20),
        student: {
          ...student,
          leaves: [{ id: 7, startsOn: addDays(termStart, -90), returnsOn: addDays(termStart, 2) }],
        },
        classes: [wanted({ addDeadline: addDeadline ?? addDays(termStart, 7) })],
      }),
    );
    expect(of(ahead, "registration.leave")?.value).toBe("warn");
  });

  it("refuses any status but ACTIVE, which nobody may set aside", () => {
    const frozen = snapshot();
    const verdict = ask({ ...frozen, student: { ...frozen.student, status: "FROZEN" } });
    expect(of(verdict, "registration.status")).toMatchObject({
      value: "refuse",
      remedy: { rule: "registration.change_status" },
    });
    expect(of(verdict, "registration.status")?.policy).toBeUndefined();
  });

  it.each(["DRAFT", "COMPLETED", "CANCELLED", "SUSPENDED"])("refuses a class that is %s", (status) => {
    expect(refusals(ask(snapshot({ classes: [wanted({ status })] }))).map((each) => each.rule)).toEqual([
      "registration.class_status",
    ]);
  });

  it("refuses a term that is inactive or over", () => {
    expect(codes(ask(snapshot({ classes: [wanted({ termActive: false })] })), "registration.term")).toEqual([
      "registration.term_inactive",
    ]);
    expect(
      codes(ask(snapshot({ classes: [wanted({ termEnd: "2026-11-23" })] })), "registration.term"),
    ).toEqual(["registration.term_over"]);
    expect(ask(snapshot({ classes: [wanted({ termEnd: TODAY })] })).value).toBe("pass");
  });

  it("warns a registrar outside the window and refuses a student", () => {
    const late = snapshot({ classes: [wanted({ addDeadline: "2026-11-23" })] });
    expect(ask(late).value).toBe("warn");
    expect(of(ask(late, { strictWindow: true }), "registration.window")).toMatchObject({
      value: "refuse",
      policy: "ENROLLMENT",
    });
    const early = snapshot({ classes: [wanted({ opensOn: "2026-11-25" })] });
    expect(codes(ask(early), "registration.window")).toEqual(["registration.window_not_yet"]);
  });

  it("refuses a second row for the class and a second section in the term, warns about another term", () => {
    const here = enrolled({ classId: 1, courseCode: "MGMT-201" });
    expect(codes(ask(snapshot({ enrolments: [here] })), "registration.already")).toEqual([
      "registration.already_enrolled",
    ]);
    const other = enrolled({ classId: 3, courseCode: "MGMT-201", section: "B" });
    expect(of(ask(snapshot({ enrolments: [other] })), "registration.already")).toMatchObject({
      value: "refuse",
    });
    expect(
      of(ask(snapshot({ enrolments: [{ ...other, termId: 9 }] })), "registration.already"),
    ).toMatchObject({
      value: "warn",
    });
    expect(of(ask(snapshot({ enrolments: [other] }), { giving: 3 }), "registration.already")).toMatchObject({
      value: "pass",
    });
  });

  it("refuses what was passed, and the fourth attempt", () => {
    const passed = snapshot({ results: [result({ courseCode: "MGMT-201" })] });
    expect(of(ask(passed), "registration.repeat")).toMatchObject({ value: "refuse", policy: "ACADEMIC" });
    const failed = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        result({ courseCode: "MGMT-201", passes: false, letter: "F", points: "0.00", attempt: index + 1 }),
      );
    expect(of(ask(snapshot({ results: failed(2) })), "registration.repeat")?.value).toBe("pass");
    expect(codes(ask(snapshot({ results: failed(3) })), "registration.repeat")).toEqual([
      "registration.repeat_attempts",
    ]);
  });

  describe("prerequisites", () => {
    const needs = (...rows: [number, string, string?][]) =>
      wanted({
        prerequisites: rows.map(([group, code, minimumLetter = "D"], index) => ({
          id: index + 1,
          kind: "PREREQUISITE" as const,
          group,
          code,
          minimumLetter,
        })),
      });

    it("names what is missing", () => {
      const verdict = ask(snapshot({ classes: [needs([1, "ENGL-101"], [2, "MATH-101"], [2, "STAT-101"])] }));
      expect(
        of(verdict, "registration.prerequisite")?.because.map((reason) => reason.inputs.required),
      ).toEqual(["ENGL-101", "MATH-101 / STAT-101"]);
    });

    it("asks for one of each group", () => {
      const facts = snapshot({
        classes: [needs([1, "ENGL-101"], [2, "MATH-101"], [2, "STAT-101"])],
        results: [result(), result({ courseCode: "STAT-101" })],
      });
      expect(of(ask(facts), "registration.prerequisite")?.value).toBe("pass");
    });

    it("compares letters: D- earns credit and is below D, the best attempt counts", () => {
      const weak = snapshot({ classes: [needs([1, "ENGL-101"])], results: [result({ letter: "D-" })] });
      expect(codes(ask(weak), "registration.prerequisite")).toEqual(["registration.prerequisite_low"]);
      const better = { ...weak, results: [result({ letter: "C" }), result({ letter: "D-", attempt: 2 })] };
      expect(of(ask(better), "registration.prerequisite")?.value).toBe("pass");
      expect(
        of(ask({ ...weak, results: [result({ letter: "P", points: null })] }), "registration.prerequisite")
          ?.value,
      ).toBe("pass");
    });

    it("refuses one in progress, or warns where the university says so", () => {
      const facts = snapshot({ classes: [needs([1, "ENGL-101"])], enrolments: [enrolled()] });
      expect(of(ask(facts), "registration.prerequisite")?.value).toBe("refuse");
      const lenient = { ...facts, settings: { ...facts.settings, prerequisiteInProgress: "warn" as const } };
      expect(of(ask(lenient), "registration.prerequisite")?.value).toBe("warn");
    });
  });

  describe("equivalences", () => {
    const needs = wanted({
      prerequisites: [{ id: 1, kind: "PREREQUISITE", group: 1, code: "ENGL-101", minimumLetter: "C" }],
    });
    const counts = (over: object = {}) => ({ code: "ENGL-101", counts: "ENG-1", until: null, ...over });
    const facts = (over: Partial<Snapshot>) =>
      ask(snapshot({ classes: [needs], equivalences: [counts()], ...over }));

    it("let another course count, and say which one did", () => {
      const verdict = facts({ results: [result({ courseCode: "ENG-1", letter: "B" })] });
      expect(codes(verdict, "registration.prerequisite")).toEqual(["registration.prerequisite_met_by"]);
      expect(of(verdict, "registration.prerequisite")?.because[0]?.inputs).toMatchObject({
        required: "ENGL-101",
        by: "ENG-1",
        letter: "B",
      });
    });

    it("keep the minimum letter, and count while being taken as the course itself does", () => {
      const low = facts({ results: [result({ courseCode: "ENG-1", letter: "D" })] });
      expect(codes(low, "registration.prerequisite")).toEqual(["registration.prerequisite_low_by"]);
      const now = facts({ enrolments: [enrolled({ courseCode: "ENG-1" })] });
      expect(codes(now, "registration.prerequisite")).toEqual(["registration.prerequisite_in_progress_by"]);
    });

    it("count in their direction only, and no longer for what was taken after their end", () => {
      const other = facts({
        results: [result({ courseCode: "ENG-1" })],
        equivalences: [counts({ code: "ENG-1", counts: "ENGL-101" })],
      });
      expect(codes(other, "registration.prerequisite")).toEqual(["registration.prerequisite_missing"]);
      const taken = (termStart: string) =>
        facts({
          results: [result({ courseCode: "ENG-1", termStart })],
          equivalences: [counts({ until: "2025-01-01" })],
        });
      expect(of(taken("2024-09-01"), "registration.prerequisite")?.value).toBe("pass");
      expect(of(taken("2025-01-01"), "registration.prerequisite")?.value).toBe("refuse");
    });

    it("warn who passed what counts for the course already", () => {
      const verdict = ask(
        snapshot({
          results: [result({ courseCode: "MGT-200" })],
          equivalences: [counts({ code: "MGMT-201", counts: "MGT-200" })],
        }),
      );
      expect(of(verdict, "registration.repeat")?.value).toBe("warn");
      expect(codes(verdict, "registration.repeat")).toEqual(["registration.repeat_counted"]);
    });
  });

  describe("co-requisites", () => {
    const lab = wanted({
      prerequisites: [{ id: 9, kind: "COREQUISITE", group: 1, code: "PHYS-101", minimumLetter: "D" }],
    });
    const lecture = wanted({ id: 2, courseCode: "PHYS-101", slots: [slot({ weekday: 3 })] });
    const both = snapshot({ classes: [lab, lecture] });
    const value = (verdict: Verdict) => of(verdict, "registration.corequisite")?.value;

    it("are refused alone, with what to do, and may be set aside", () => {
      const verdict = ask(both);
      expect(of(verdict, "registration.corequisite")).toMatchObject({
        value: "refuse",
        policy: "ACADEMIC",
        remedy: { rule: "registration.take_corequisite", inputs: { required: "PHYS-101" } },
      });
    });

    it("are met by a pass, by a class in which the student sits, and by one of the same cart", () => {
      const passed = { ...both, results: [result({ courseCode: "PHYS-101", letter: "D" })] };
      expect(value(ask(passed))).toBe("pass");
      const sits = { ...both, enrolments: [enrolled({ courseCode: "PHYS-101" })] };
      expect(codes(ask(sits), "registration.corequisite")).toEqual(["registration.corequisite_together"]);
      expect(value(ask(both, { together: [2] }))).toBe("pass");
      expect(value(ask(both, { alsoTaking: [2] }))).toBe("pass");
    });

    it("are not met by a pass below the letter, by waiting, or by what is given up", () => {
      const low = { ...both, results: [result({ courseCode: "PHYS-101", letter: "D-" })] };
      expect(codes(ask(low), "registration.corequisite")).toEqual(["registration.corequisite_low"]);
      const waits = { ...both, enrolments: [enrolled({ courseCode: "PHYS-101", status: "WAITLISTED" })] };
      expect(value(ask(waits))).toBe("refuse");
      const given = { ...both, enrolments: [enrolled({ classId: 2, courseCode: "PHYS-101" })] };
      expect(value(ask(given, { giving: 2 }))).toBe("refuse");
    });

    it("do not make a prerequisite of what is only taken together", () => {
      const first = wanted({
        prerequisites: [{ id: 9, kind: "PREREQUISITE", group: 1, code: "PHYS-101", minimumLetter: "D" }],
      });
      const verdict = ask(snapshot({ classes: [first, lecture] }), { together: [2] });
      expect(of(verdict, "registration.prerequisite")?.value).toBe("refuse");
    });
  });

  it("asks masters for a bachelor's degree", () => {
    const facts = snapshot({ classes: [wanted({ cycleRank: 3 })] });
    expect(codes(ask(facts), "registration.bachelor")).toEqual(["registration.bachelor_missing"]);
    const done = {
      ...facts,
      student: { ...facts.student, completedBachelor: { en: "TESOL", km: "ការបង្រៀនភាសាអង់គ្លេស" } },
    };
    expect(of(ask(done), "registration.bachelor")?.value).toBe("pass");
    expect(of(ask(snapshot()), "registration.bachelor")).toBeUndefined();
  });

  it("warns about a course outside the programme, for levels of a language programme too", () => {
    expect(
      of(ask(snapshot({ classes: [wanted({ courseCode: "HIST-1" })] })), "registration.programme")?.value,
    ).toBe("warn");
    const level = wanted({ courseCode: "GESL-05", programmeCode: "GESL", cycleRank: 1 });
    expect(of(ask(snapshot({ classes: [level] })), "registration.programme")?.value).toBe("warn");
    const facts = snapshot({ classes: [level] });
    const member = { ...facts, student: { ...facts.student, programmes: ["GESL"] } };
    expect(of(ask(member), "registration.programme")?.value).toBe("pass");
  });

  it("says with which class, on which day and when two clash", () => {
    const facts = snapshot({ enrolments: [enrolled({ slots: [slot({ startMin: 1110, endMin: 1200 })] })] });
    const clash = of(ask(facts), "registration.clash");
    expect(clash).toMatchObject({ value: "refuse", policy: "SCHEDULING" });
    expect(clash?.because[0]?.inputs).toEqual({
      course: "ENGL-101",
      section: "A",
      weekday: 1,
      start: "18:30",
      end: "20:00",
    });
    expect(of(ask(facts, { giving: 2 }), "registration.clash")?.value).toBe("pass");
    const waiting = snapshot({ enrolments: [enrolled({ status: "WAITLISTED", slots: [slot()] })] });
    expect(of(ask(waiting), "registration.clash")?.value).toBe("pass");
    expect(
      of(ask(snapshot({ classes: [wanted({ timetableComplete: false, slots: [] })] })), "registration.clash")
        ?.value,
    ).toBe("warn");
  });

  it("counts what was granted before in the same cart", () => {
    const facts = snapshot({ classes: [wanted(), wanted({ id: 2, courseCode: "ENGL-101" })] });
    expect(of(ask(facts, { alsoTaking: [2] }), "registration.clash")?.value).toBe("refuse");
  });

  it("keeps free seats for those who wait, and an offered seat for whom it was offered", () => {
    expect(codes(ask(snapshot({ classes: [wanted({ taken: 30 })] })), "registration.seats")).toEqual([
      "registration.seats_none",
    ]);
    const queued = snapshot({ classes: [wanted({ taken: 28, waiting: 2 })] });
    expect(codes(ask(queued), "registration.seats")).toEqual(["registration.seats_queue"]);
    const offered = {
      ...queued,
      enrolments: [enrolled({ classId: 1, courseCode: "MGMT-201", status: "OFFERED" })],
    };
    expect(ask(offered).value).toBe("pass");
  });

  it("lets a seat move between classes that are taught as one", () => {
    const facts = snapshot({
      classes: [wanted({ taken: 30 }), wanted({ id: 2, courseCode: "ENGL-101", taken: 30 })],
      enrolments: [enrolled({ slots: [] })],
    });
    expect(of(ask(facts, { giving: 2 }), "registration.seats")?.value).toBe("pass");
  });

  it("limits the load to 3 courses or 9 credits, 5 or 15 from a GPA of 3.5, languages exempt", () => {
    const three = [2, 3, 4].map((classId) =>
      enrolled({ id: classId, classId, courseCode: `X-${classId}`, slots: [] }),
    );
    const facts = snapshot({ enrolments: three });
    expect(of(ask(facts), "registration.load")).toMatchObject({ value: "refuse", policy: "ACADEMIC" });
    expect(
      of(ask({ ...facts, student: { ...facts.student, gpa: "3.500" } }), "registration.load")?.value,
    ).toBe("pass");
    expect(
      of(ask({ ...facts, student: { ...facts.student, gpa: "3.499" } }), "registration.load")?.value,
    ).toBe("refuse");
    expect(of(ask({ ...facts, classes: [wanted({ cycleRank: 1 })] }), "registration.load")?.value).toBe(
      "pass",
    );
    const languages = three.map((each) => ({ ...each, cycleRank: 1 }));
    expect(of(ask(snapshot({ enrolments: languages })), "registration.load")?.value).toBe("pass");
    const elsewhere = three.map((each) => ({ ...each, termId: 2 }));
    expect(of(ask(snapshot({ enrolments: elsewhere })), "registration.load")?.value).toBe("pass");
  });

  it("ends an enrolment as DROPPED up to the deadline and as WITHDRAWN after it", () => {
    expect(endStatus("2026-11-24", TODAY)).toBe("DROPPED");
    expect(endStatus("2026-11-23", TODAY)).toBe("WITHDRAWN");
    expect(endStatus(null, TODAY)).toBe("DROPPED");
  });
});

const slots = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
  startMin: fc.integer({ min: 0, max: 1400 }),
  length: fc.integer({ min: 1, max: 240 }),
  from: fc.constantFrom("2026-10-01", "2026-11-01", "2027-01-11"),
  to: fc.constantFrom("2026-10-31", "2027-01-10", "2027-04-01"),
});
const slotOf = fc
  .tuple(slots)
  .map(([{ length, ...rest }]): SlotFact => ({ ...rest, endMin: Math.min(1440, rest.startMin + length) }))
  .filter((each) => each.from <= each.to);

describe("properties", () => {
  property.prop([slotOf, slotOf])(
    "a clash is mutual, and is there exactly when some minute of some day is shared",
    (a, b) => {
      expect(slotsClash(a, b)).toBe(slotsClash(b, a));
      const days = a.from <= b.to && b.from <= a.to;
      const minutes = Array.from({ length: a.endMin - a.startMin }, (_, index) => a.startMin + index);
      const shared = minutes.some((minute) => minute >= b.startMin && minute < b.endMin);
      expect(slotsClash(a, b)).toBe(days && a.weekday === b.weekday && shared);
    },
  );

  property.prop([slotOf])("every time clashes with itself", (each) => {
    expect(slotsClash(each, each)).toBe(true);
  });

  property.prop([
    fc.record({
      capacity: fc.nat(50),
      overAuthorised: fc.nat(5),
      taken: fc.nat(60),
      offered: fc.nat(5),
      waiting: fc.nat(5),
    }),
  ])("seats left are never negative, and none while somebody waits", (pool) => {
    const left = seatsLeft(pool);
    expect(left).toBeGreaterThanOrEqual(0);
    if (pool.waiting > 0) expect(left).toBe(0);
    const verdict = ask(snapshot({ classes: [wanted(pool)] }));
    expect(of(verdict, "registration.seats")?.value).toBe(left > 0 ? "pass" : "refuse");
  });

  property.prop([
    fc.record({
      status: fc.constantFrom("ACTIVE", "FROZEN"),
      classStatus: fc.constantFrom("ACTIVE", "DRAFT"),
      taken: fc.integer({ min: 0, max: 31 }),
      passed: fc.boolean(),
      loads: fc.integer({ min: 0, max: 6 }),
      giving: fc.boolean(),
    }),
  ])("a verdict is as grave as its gravest finding and explains each refusal", (given) => {
    const base = snapshot();
    const facts = snapshot({
      student: { ...base.student, status: given.status },
      classes: [wanted({ status: given.classStatus, taken: given.taken })],
      results: given.passed ? [result({ courseCode: "MGMT-201" })] : [],
      enrolments: Array.from({ length: given.loads }, (_, index) =>
        enrolled({ id: index, classId: index + 2, courseCode: `X-${index}`, slots: [slot({ weekday: 3 })] }),
      ),
    });
    const verdict = ask(facts, given.giving ? { giving: 2 } : {});
    const refused = refusals(verdict);
    expect(verdict.value === "refuse").toBe(refused.length > 0);
    for (const each of refused) {
      expect(each.because.length).toBeGreaterThan(0);
      expect(each.remedy === undefined && each.rule !== "registration.already").toBe(false);
    }
    expect(explainVerdict(verdict).because.length).toBeGreaterThan(0);
  });

  property.prop([fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })])(
    "more classes never make the load rule kinder",
    (few, more) => {
      const load = (count: number) =>
        of(
          ask(
            snapshot({
              enrolments: Array.from({ length: count }, (_, index) =>
                enrolled({ id: index, classId: index + 2, courseCode: `X-${index}`, slots: [] }),
              ),
            }),
          ),
          "registration.load",
        )?.value;
      const [low, high] = few <= more ? [few, more] : [more, few];
      if (load(low) === "refuse") expect(load(high)).toBe("refuse");
    },
  );
});

describe("letters", () => {
  it("are ordered from A+ to F", () => {
    expect(reaches("A", "B")).toBe(true);
    expect(reaches("B", "A")).toBe(false);
    expect(reaches("D", "D")).toBe(true);
    expect(reaches(null, "A")).toBe(true);
  });
});

describe("every sentence exists in both languages", () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
  const sources = ["class-rules", "clash-rule", "load-rule", "prerequisite-rule", "student-rules"]
    .map((name) => read(`./${name}.ts`))
    .join("\n");
  const used = (pattern: RegExp) => [
    ...new Set([...sources.matchAll(pattern)].map((match) => match[1] ?? "")),
  ];
  const words = (language: string, file: string) =>
    JSON.parse(read(`../../platform/i18n/messages/${language}/${file}.json`)).registration as Record<
      string,
      string
    >;

  it.each(["en", "km"])("in %s", (language) => {
    const rules = used(/"([a-z]+(?:_[a-z]+)+)"/g).filter((code) => !(code in words("en", "remedies")));
    expect(rules.length).toBeGreaterThan(25);
    expect(rules.filter((code) => !(code in words(language, "rules")))).toEqual([]);
    const remedies = used(/remedy\("([a-z_]+)"/g);
    expect(remedies.length).toBeGreaterThan(7);
    expect(remedies.filter((code) => !(code in words(language, "remedies")))).toEqual([]);
  });

  it("and every rule is asked", () => {
    const asked = new Set(
      ask(snapshot({ classes: [wanted({ cycleRank: 3 })] })).findings.map((each) => each.rule),
    );
    expect(RULES.filter((rule) => !asked.has(rule))).toEqual([]);
  });
});

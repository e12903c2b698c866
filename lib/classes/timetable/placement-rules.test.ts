import { describe, expect, it } from "vitest";
import type { PlacementFacts, Wanted } from "./placement-facts";
import { judgePlacement } from "./placement-rules";
import { refusePlacement } from "./refuse-placement";

const name = { familyName: "SOK", personalName: "DARA", khmerFamilyName: "សុខ", khmerPersonalName: "ដារ៉ា" };
const facts: PlacementFacts = {
  termStart: "2026-10-12",
  termEnd: "2027-01-03",
  minutes: 90,
  roomNeed: "CLASS",
  people: 25,
  classes: [{ id: 1, code: "MATH-101", section: "A", cycleRank: 2, division: "ACAD", isEnglish: false }],
  room: { code: "M101", capacity: 30, roomType: "CLASS", isActive: true },
  teacher: {
    number: 101,
    name,
    status: "ACTIVE",
    endDate: null,
    degree: "MASTER",
    qualifications: [
      {
        departmentCode: "AFAC",
        minimumDegree: "MASTER",
        levels: "BOTH",
        isNativeEnglish: false,
        hasSpecial: false,
        validFrom: "2020-01-01",
        validTo: null,
      },
    ],
  },
  wishes: [],
  roomSlots: [],
  teacherSlots: [],
  roomMeetings: [],
  teacherMeetings: [],
  own: [],
  students: 0,
  studentClasses: [],
};
const wanted: Wanted = {
  deliveryId: 1,
  slotId: null,
  dated: false,
  meetingId: null,
  weekday: 1,
  startMin: 480,
  endMin: 570,
  roomId: 1,
  teacherId: 1,
  from: "2026-10-12",
  to: "2027-01-03",
};
const rules = (over: Partial<PlacementFacts>, at: Partial<Wanted> = {}) =>
  judgePlacement({ ...facts, ...over }, { ...wanted, ...at }).map(
    ({ severity, rule }) => `${severity} ${rule}`,
  );
const obstacle = { deliveryId: 2, classId: 9, code: "HIST-1", section: "A", startMin: 500, endMin: 590 };
const weekly = { ...obstacle, weekday: 1, from: "2026-10-12", to: "2027-01-03" };

describe("judgePlacement", () => {
  it("has nothing to say of what fits", () => {
    expect(rules({})).toEqual([]);
  });

  it("refuses rooms and teachers in two places, with the page of what is there", () => {
    const found = judgePlacement(
      { ...facts, roomSlots: [weekly], teacherMeetings: [{ ...obstacle, date: "2026-10-19" }] },
      wanted,
    );
    expect(found).toMatchObject([
      {
        severity: "refuse",
        rule: "timetable.room_taken",
        href: "/classes/9",
        inputs: { room: "M101", class: "HIST-1 A", start: "08:20", end: "09:50" },
      },
      {
        severity: "refuse",
        rule: "timetable.teacher_taken_on",
        inputs: { teacher: { en: "SOK DARA", km: "សុខ ដារ៉ា" }, day: "2026-10-19" },
      },
    ]);
  });

  it("refuses days outside the term, shut rooms, teachers who are gone by then", () => {
    expect(rules({}, { from: "2026-10-11" })).toEqual(["refuse timetable.outside_term"]);
    expect(rules({}, { to: "2027-01-04" })).toEqual(["refuse timetable.outside_term"]);
    expect(rules({ room: { ...(facts.room as NonNullable<typeof facts.room>), isActive: false } })).toEqual([
      "refuse timetable.room_closed",
    ]);
    const teacher = facts.teacher as NonNullable<typeof facts.teacher>;
    expect(rules({ teacher: { ...teacher, endDate: "2026-12-31" } })).toEqual([
      "refuse timetable.teacher_away",
    ]);
    expect(rules({ teacher: { ...teacher, status: "SUSPENDED" } })).toEqual([
      "refuse timetable.teacher_away",
    ]);
  });

  it("asks about students, and warns about the rest", () => {
    const students = {
      students: 3,
      studentClasses: [{ classId: 9, code: "HIST-1", section: "A", count: 3 }],
    };
    expect(
      rules({
        ...students,
        people: 31,
        roomNeed: "COMP",
        wishes: [{ kind: "AVOID", startMin: 480, endMin: 720 }],
        teacher: { ...(facts.teacher as NonNullable<typeof facts.teacher>), qualifications: [] },
      }),
    ).toEqual([
      "confirm timetable.students_clash",
      "warn timetable.room_small",
      "warn timetable.room_kind",
      "warn timetable.teacher_wish",
      "warn timetable.teacher_unqualified",
    ]);
  });
});

describe("refusePlacement", () => {
  const refuse = {
    severity: "refuse" as const,
    rule: "timetable.room_taken",
    inputs: {},
    href: "/classes/9" as const,
  };
  const confirm = { severity: "confirm" as const, rule: "timetable.students_clash", inputs: {} };
  const warn = { severity: "warn" as const, rule: "timetable.room_small", inputs: {} };

  it("lets warnings pass, asks once for what students meet, and never lets a clash of rooms pass", () => {
    expect(() => refusePlacement([warn], false)).not.toThrow();
    expect(() => refusePlacement([warn, confirm], true)).not.toThrow();
    expect(() => refusePlacement([warn, confirm], false)).toThrow("timetable.students_would_clash");
    expect(() => refusePlacement([confirm, refuse], true)).toThrow("timetable.in_the_way");
  });
});

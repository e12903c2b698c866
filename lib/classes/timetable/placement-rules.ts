import { courseLevel, mayTeach, teachingDepartment } from "@/lib/people/qualifications/rules";
import type { Day } from "@/lib/platform/dates/day";
import type { Reason } from "@/lib/platform/explained";
import { formatTime } from "@/lib/platform/i18n/format";
import type { NameParts } from "@/lib/platform/i18n/names";
import type { PlacementFacts, Wanted } from "./placement-facts";

/**
 * What a placement meets: `refuse` is impossible, `confirm` is possible once somebody has seen it (students with two
 * classes at once), `warn` is worth knowing.
 */
export type PlacementFinding = Reason & {
  severity: "refuse" | "confirm" | "warn";
  /** Page of what is in the way. */
  href?: `/${string}`;
};

const SOURCE = "domain.md 4.3";

/** A person as the text of an explanation: in Latin letters and, where it is known, in Khmer. */
function nameOf({ familyName, personalName, khmerFamilyName, khmerPersonalName }: NameParts) {
  const en = `${familyName} ${personalName}`;
  return { en, km: khmerFamilyName && khmerPersonalName ? `${khmerFamilyName} ${khmerPersonalName}` : en };
}

const range = ({ startMin, endMin }: { startMin: number; endMin: number }) => ({
  start: formatTime(startMin, "en"),
  end: formatTime(endMin, "en"),
});

/** Rooms and teachers are in one place at a time (domain.md 4.3); also told by the database, which nobody overrides. */
function clashes(facts: PlacementFacts, wanted: Wanted): PlacementFinding[] {
  const room = facts.room?.code ?? "";
  const teacher = facts.teacher ? nameOf(facts.teacher.name) : "";
  const refuse = (rule: string, inputs: Reason["inputs"], classId: number): PlacementFinding => ({
    severity: "refuse",
    rule: `timetable.${rule}`,
    inputs,
    source: SOURCE,
    href: `/classes/${classId}`,
  });
  return [
    ...facts.roomSlots.map((each) =>
      refuse(
        "room_taken",
        { room, class: `${each.code} ${each.section}`, weekday: each.weekday, ...range(each) },
        each.classId,
      ),
    ),
    ...facts.teacherSlots.map((each) =>
      refuse(
        "teacher_taken",
        { teacher, class: `${each.code} ${each.section}`, weekday: each.weekday, ...range(each) },
        each.classId,
      ),
    ),
    ...facts.roomMeetings.map((each) =>
      refuse(
        "room_taken_on",
        { room, class: `${each.code} ${each.section}`, day: each.date, ...range(each) },
        each.classId,
      ),
    ),
    ...facts.teacherMeetings.map((each) =>
      refuse(
        "teacher_taken_on",
        { teacher, class: `${each.code} ${each.section}`, day: each.date, ...range(each) },
        each.classId,
      ),
    ),
    ...facts.own.map(
      (each): PlacementFinding => ({
        severity: "refuse",
        rule: "timetable.meets_already",
        inputs: { weekday: wanted.weekday, ...range(each) },
        source: SOURCE,
      }),
    ),
  ];
}

/** Dates outside the term, rooms that are shut, teachers who are not there. */
function possible(facts: PlacementFacts, wanted: Wanted): PlacementFinding[] {
  const found: PlacementFinding[] = [];
  const { room, teacher } = facts;
  if (wanted.from < facts.termStart || wanted.to > facts.termEnd)
    found.push({
      severity: "refuse",
      rule: "timetable.outside_term",
      inputs: { start: facts.termStart, end: facts.termEnd },
    });
  if (room && !room.isActive)
    found.push({ severity: "refuse", rule: "timetable.room_closed", inputs: { room: room.code } });
  if (teacher && away(teacher, wanted.to))
    found.push({
      severity: "refuse",
      rule: "timetable.teacher_away",
      inputs: { teacher: nameOf(teacher.name), status: teacher.status },
      href: `/teachers/${teacher.number}`,
    });
  return found;
}

function away(teacher: NonNullable<PlacementFacts["teacher"]>, until: Day): boolean {
  return (
    teacher.status === "INACTIVE" ||
    teacher.status === "SUSPENDED" ||
    (teacher.endDate !== null && teacher.endDate < until)
  );
}

/** What is possible, and mostly a mistake: small rooms, another kind of room, wishes, qualifications. */
function doubts(facts: PlacementFacts, wanted: Wanted): PlacementFinding[] {
  const found: PlacementFinding[] = [];
  const { room, teacher, people, roomNeed } = facts;
  if (room && room.capacity < people)
    found.push({
      severity: "warn",
      rule: "timetable.room_small",
      inputs: { room: room.code, capacity: room.capacity, people },
    });
  if (room && roomNeed && room.roomType !== roomNeed)
    found.push({
      severity: "warn",
      rule: "timetable.room_kind",
      inputs: { room: room.code, kind: room.roomType, needed: roomNeed },
    });
  if (teacher?.status === "ON_LEAVE")
    found.push({
      severity: "warn",
      rule: "timetable.teacher_on_leave",
      inputs: { teacher: nameOf(teacher.name) },
      href: `/teachers/${teacher.number}`,
    });
  if (teacher)
    for (const { kind, ...time } of facts.wishes)
      found.push({
        severity: "warn",
        rule: "timetable.teacher_wish",
        inputs: { teacher: nameOf(teacher.name), kind, ...range(time) },
        href: `/teachers/${teacher.number}`,
      });
  if (teacher) found.push(...unqualified(facts, wanted.from));
  return found;
}

function unqualified({ teacher, classes }: PlacementFacts, day: Day): PlacementFinding[] {
  if (!teacher) return [];
  return classes.flatMap(({ code, section, cycleRank, division, isEnglish }) => {
    const course = { departmentCode: teachingDepartment(division), level: courseLevel(cycleRank), isEnglish };
    if (mayTeach(teacher, course, day).value.verdict === "pass") return [];
    return [
      {
        severity: "warn" as const,
        rule: "timetable.teacher_unqualified",
        inputs: { teacher: nameOf(teacher.name), class: `${code} ${section}` },
        source: "domain.md 2.2 Teaching qualification",
        href: `/teachers/${teacher.number}/qualifications` as const,
      },
    ];
  });
}

function studentClashes({ students, studentClasses }: PlacementFacts): PlacementFinding[] {
  if (students === 0) return [];
  return studentClasses.map(({ classId, code, section, count }) => ({
    severity: "confirm",
    rule: "timetable.students_clash",
    inputs: { count, class: `${code} ${section}` },
    source: SOURCE,
    href: `/classes/${classId}`,
  }));
}

/**
 * Everything that a placement meets, the gravest first (domain.md 4.3): rooms and teachers in two places are refused,
 * students with two classes at once are counted and may be accepted, the rest warns.
 */
export function judgePlacement(facts: PlacementFacts, wanted: Wanted): PlacementFinding[] {
  return [
    ...clashes(facts, wanted),
    ...possible(facts, wanted),
    ...studentClashes(facts),
    ...doubts(facts, wanted),
  ];
}

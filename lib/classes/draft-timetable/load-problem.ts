import "server-only";
import { courseLevel, mayTeach, teachingDepartment } from "@/lib/people/qualifications/rules";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { type Day, daysBetween } from "@/lib/platform/dates/day";
import type { RoomType } from "@/lib/platform/db/generated/enums";
import { AppError } from "@/lib/platform/errors";
import { settingOn } from "@/lib/platform/settings/settings";
import { sessionSpan, spanFrom } from "../timetable/span";
import {
  type DatedTime,
  type DeliveryFacts,
  readMeans,
  readSharedStudents,
  readStudentTimes,
  readTaken,
  readTerm,
  type TeacherRow,
  type TermFacts,
} from "./load-rows";
import { timeChoices } from "./patterns";
import type { Busy, Problem, Task, TaskBusy } from "./problem";
import type { DraftOptions } from "./schemas";

const EPOCH = "1970-01-01";
const dayNumber = (day: Day) => daysBetween(EPOCH, day);

function busyOf({ weekday, startMin, endMin, from, to }: DatedTime): Busy {
  return { weekday, startMin, endMin, from: dayNumber(from), to: dayNumber(to) };
}

const isComplete = ({ slots }: DeliveryFacts) =>
  slots.length > 0 && slots.every(({ roomId, teacherId }) => roomId !== null && teacherId !== null);

/** Whether a delivery is placed by a draft with these options; the others stand as they are. */
function isPlaced(delivery: DeliveryFacts, { which, keep }: DraftOptions): boolean {
  if (which === "missing") return delivery.slots.length === 0;
  if (which === "incomplete") return !isComplete(delivery);
  return keep === "nothing" || delivery.taken === 0 || !isComplete(delivery);
}

/** Numbers of what never meets itself: each class, and each cohort with more than one (domain.md 1.2). */
function groupsOf(
  deliveries: readonly DeliveryFacts[],
): Map<number, { classes: number[]; cohorts: number[] }> {
  const members = new Map<string, Set<number>>();
  const keys = (delivery: DeliveryFacts) =>
    delivery.classes.flatMap(({ programmeCode, level, cycleRank, recommendedTerm, section, timeOfDay }) => {
      const step = programmeCode === null ? recommendedTerm : level;
      return step === null ? [] : [[programmeCode ?? cycleRank, step, section, timeOfDay].join("|")];
    });
  for (const delivery of deliveries)
    for (const key of keys(delivery))
      members.set(key, new Set([...(members.get(key) ?? []), ...delivery.classes.map(({ id }) => id)]));
  const cohorts = new Map(
    [...members].filter(([, classes]) => classes.size > 1).map(([key], index) => [key, COHORTS_FROM + index]),
  );
  return new Map(
    deliveries.map((delivery) => [
      delivery.id,
      {
        classes: delivery.classes.map(({ id }) => id),
        cohorts: keys(delivery).flatMap((key) => cohorts.get(key) ?? []),
      },
    ]),
  );
}

/** Ids of classes stay below. */
const COHORTS_FROM = 3_000_000_000;

function spanOf(term: TermFacts, { session, sessions }: DeliveryFacts): { from: Day; to: Day } {
  return spanFrom(sessionSpan(term, session, sessions), campusToday());
}

/** Who may teach all classes of a delivery, and is there to its end. */
function candidates(
  teachers: readonly TeacherRow[],
  { classes }: DeliveryFacts,
  span: { from: Day; to: Day },
): number[] {
  return teachers
    .filter(({ endDate }) => endDate === null || endDate >= span.to)
    .filter((teacher) =>
      classes.every(({ cycleRank, division, isEnglish }) => {
        const course = {
          departmentCode: teachingDepartment(division),
          level: courseLevel(cycleRank),
          isEnglish,
        };
        return mayTeach(teacher, course, span.from).value.verdict === "pass";
      }),
    )
    .map(({ id }) => id);
}

function kindsOf({ roomNeed }: DeliveryFacts, standIn: boolean): RoomType[] {
  const wanted = roomNeed ?? "CLASS";
  return standIn && (wanted === "COMP" || wanted === "LANG") ? [wanted, "CLASS"] : [wanted];
}

/** Who is to teach: whoever is wanted or stands there, or anybody who may. */
function teacherOf(
  delivery: DeliveryFacts,
  able: () => number[],
  mode: DraftOptions["teachers"],
): Pick<Task, "teacherIds" | "wanted" | "teacherless"> {
  const standing =
    mode === "free" ? null : (delivery.slots.find(({ teacherId }) => teacherId)?.teacherId ?? null);
  const named = delivery.wantedTeacherId ?? standing;
  if (named !== null) return { teacherIds: [named], wanted: true, teacherless: false };
  if (mode === "none") return { teacherIds: [], wanted: false, teacherless: true };
  return { teacherIds: able(), wanted: false, teacherless: false };
}

/** Deliveries to be placed by a draft, with everything that they may meet, as plain data for the solver. */
export type LoadedProblem = {
  term: TermFacts;
  problem: Problem;
  /** Deliveries to be placed that have weekly times already. */
  standing: ReadonlySet<number>;
};

/**
 * Reads what a draft is about: deliveries of the term with their needs, rooms and teachers with what occupies them in
 * whatever term, students and cohorts (domain.md 4.3).
 * @param stay deliveries that stand as they are, whatever the options say
 * @throws AppError not_found `calendar.term_not_found`; forbidden
 */
export async function loadProblem(
  actor: Actor,
  termId: number,
  options: DraftOptions,
  stay: ReadonlySet<number> = new Set(),
): Promise<LoadedProblem> {
  authorise(actor, "timetable:draft");
  const found = await readTerm(actor, termId);
  if (!found) throw new AppError("not_found", "draft_timetable.term_not_found");
  const { term, deliveries } = found;
  const today = campusToday();
  const chosen = deliveries.filter(
    (each) => spanOf(term, each).to >= today && isPlaced(each, options) && !stay.has(each.id),
  );
  const ids = chosen.map(({ id }) => id);
  const from = today > term.from ? today : term.from;
  const [{ rooms, teachers }, taken, shared, studentTimes, studyTimes] = await Promise.all([
    readMeans(actor, termId),
    readTaken(actor, ids, from, term.to),
    readSharedStudents(actor, ids),
    readStudentTimes(actor, ids, from, term.to),
    settingOn("classes.study_times", term.from),
  ]);
  const groups = groupsOf(deliveries);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const fixed = deliveries.filter(({ id }) => !indexOf.has(id));
  const tasks = chosen.map((delivery): Task => {
    const span = spanOf(term, delivery);
    const own = groups.get(delivery.id) ?? { classes: [], cohorts: [] };
    const size = options.size === "enrolled" && delivery.taken > 0 ? delivery.taken : delivery.seats;
    return {
      deliveryId: delivery.id,
      from: dayNumber(span.from),
      to: dayNumber(span.to),
      size,
      kinds: kindsOf(delivery, options.standIn),
      ...teacherOf(delivery, () => candidates(teachers, delivery, span), options.teachers),
      choices: timeChoices(
        {
          weekdays: delivery.weekdays,
          minutes: delivery.minutes,
          timeOfDay: delivery.classes[0]?.timeOfDay ?? "EVE",
          termType: term.termType,
        },
        studyTimes,
      ),
      groups: [...own.classes, ...own.cohorts],
      homeId: own.classes[0] ?? 0,
      homeRoomId: homeRoom(fixed, own.classes),
      busy: [
        ...fixedBusy(fixed, groups, own),
        ...studentTimes
          .filter(({ deliveryId }) => deliveryId === delivery.id)
          .map((time): TaskBusy => ({ ...busyOf(time), why: "students" })),
      ],
    };
  });
  return {
    term,
    standing: new Set(chosen.filter(({ slots }) => slots.length > 0).map(({ id }) => id)),
    problem: {
      tasks,
      rooms: rooms.map((room) => ({
        ...room,
        busy: taken.filter(({ roomId }) => roomId === room.id).map(busyOf),
      })),
      teachers: neededTeachers(teachers, tasks).map(({ id, wishes }) => ({
        id,
        wishes,
        mostMinutes: options.mostHours * 60,
        busy: taken.filter(({ teacherId }) => teacherId === id).map(busyOf),
      })),
      apart: shared.flatMap(({ a, b }): [number, number][] => {
        const [first, second] = [indexOf.get(a), indexOf.get(b)];
        return first === undefined || second === undefined ? [] : [[first, second]];
      }),
      weights: options.weights,
      seconds: options.minutes * 60,
      seed: options.seed,
    },
  };
}

/** Who stands somewhere by name may be on leave or without a qualification; the draft leaves that to people. */
function neededTeachers(
  teachers: readonly TeacherRow[],
  tasks: readonly Task[],
): Pick<TeacherRow, "id" | "wishes">[] {
  const known = new Set(teachers.map(({ id }) => id));
  const others = new Set(tasks.flatMap(({ teacherIds }) => teacherIds).filter((id) => !known.has(id)));
  return [...teachers, ...[...others].map((id) => ({ id, wishes: [] }))];
}

/** When classes and cohorts of a delivery meet in what stands fast. */
function fixedBusy(
  fixed: readonly DeliveryFacts[],
  groups: ReturnType<typeof groupsOf>,
  own: { classes: number[]; cohorts: number[] },
): TaskBusy[] {
  return fixed.flatMap((other) => {
    const theirs = groups.get(other.id);
    const sameClass = theirs?.classes.some((each) => own.classes.includes(each)) ?? false;
    const sameCohort = theirs?.cohorts.some((each) => own.cohorts.includes(each)) ?? false;
    if (!sameClass && !sameCohort) return [];
    return other.slots.map((slot): TaskBusy => ({ ...busyOf(slot), why: sameClass ? "class" : "cohort" }));
  });
}

function homeRoom(fixed: readonly DeliveryFacts[], classes: readonly number[]): number | null {
  const same = fixed.filter((other) => other.classes.some(({ id }) => classes.includes(id)));
  return same.flatMap(({ slots }) => slots).find(({ roomId }) => roomId !== null)?.roomId ?? null;
}

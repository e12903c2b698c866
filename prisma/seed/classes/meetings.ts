import { storedReason } from "@/lib/platform/i18n/stored-reason";
import type { HolidayRow } from "../calendar/holidays";
import { type DayNumber, weekdayOf } from "../days";
import type { TeacherRow } from "../people/staff";
import { Random } from "../random";
import type { World } from "../world";
import type { ClassDraft, DeliveryDraft, Pupil } from "./draft";

/** A dated meeting as it is loaded. */
export type MeetingDraft = {
  id: number;
  delivery: DeliveryDraft;
  /** The weekly time that it was made from; null for a make-up. */
  slotId: number | null;
  day: DayNumber;
  start: number;
  end: number;
  roomId: number | null;
  teacherId: number | null;
  reason: string | null;
  makesUpFor: number | null;
  plannedRoomId: number | null;
  plannedTeacherId: number | null;
};

/** Whose lessons the persona of the substitutes takes over: those of one delivery in the week from the anchor day. */
type Substitution = { delivery: number; teacherId: number; from: DayNumber; to: DayNumber };

/** The first running delivery of a teacher who is no persona: nobody else's demonstration loses its lessons. */
function substitution(
  world: World,
  deliveries: readonly DeliveryDraft[],
  teachers: readonly TeacherRow[],
): Substitution | null {
  const personas = new Set(teachers.filter((each) => each.persona).map((each) => each.person.id));
  const substitute = teachers.find((each) => each.persona?.role === "substitute");
  const found = deliveries.find(
    ({ term, teacherId }) =>
      teacherId !== null &&
      !personas.has(teacherId) &&
      term.start <= world.anchor &&
      term.end >= world.anchor + 14,
  );
  return substitute && found
    ? { delivery: found.id, teacherId: substitute.person.id, from: world.anchor, to: world.anchor + 6 }
    : null;
}

function closedDays(holidays: readonly HolidayRow[]): ReadonlySet<DayNumber> {
  const closed = new Set<DayNumber>();
  for (const { start, end } of holidays) for (let day = start; day <= end; day++) closed.add(day);
  return closed;
}

/**
 * Every date of the weekly times that is no holiday; now and then one was cancelled, and in the week from the anchor day
 * on some are cancelled and made up for, have another room, or a substitute.
 * @param deliveries those with weekly times, in the order in which their weekly times are loaded (ids from 1)
 */
export function makeMeetings(
  world: World,
  drafts: readonly ClassDraft[],
  deliveries: readonly DeliveryDraft[],
  teachers: readonly TeacherRow[],
): MeetingDraft[] {
  const closed = closedDays(world.holidays);
  const taken = substitution(world, deliveries, teachers);
  const random = new Random("meetings");
  const meetings: MeetingDraft[] = [];
  let slotId = 0;
  for (const delivery of deliveries) {
    for (const { weekday, start, end, from, to } of delivery.times) {
      slotId += 1;
      const first = from + ((weekday - weekdayOf(from) + 7) % 7);
      for (let day = first; day <= to; day += 7) {
        if (closed.has(day)) continue;
        const cancelled = day < world.anchor && random.chance(0.008);
        const substituted = delivery.id === taken?.delivery && day >= taken.from && day <= taken.to;
        meetings.push({
          id: meetings.length + 1,
          delivery,
          slotId,
          day,
          start,
          end,
          roomId: delivery.roomId,
          teacherId: substituted ? taken.teacherId : delivery.teacherId,
          reason: cancelled ? storedReason("teacher_absent") : null,
          makesUpFor: null,
          plannedRoomId: null,
          plannedTeacherId: substituted ? delivery.teacherId : null,
        });
      }
    }
  }
  changeWeek(world, drafts, meetings, teachers, closed);
  return meetings;
}

/** Every eleventh meeting of the coming week is changed, as far as nobody of the personas sits or teaches in it. */
const EVERY = 11;
/** Days ahead among which rooms and teachers are looked for. */
const NEAR = 21;

function changeWeek(
  world: World,
  drafts: readonly ClassDraft[],
  meetings: MeetingDraft[],
  teachers: readonly TeacherRow[],
  closed: ReadonlySet<DayNumber>,
): void {
  const pupils = new Map<DeliveryDraft, Pupil[]>();
  for (const draft of drafts)
    for (const { delivery } of draft.parts)
      pupils.set(delivery, [...(pupils.get(delivery) ?? []), ...draft.pupils]);
  const personas = new Set(teachers.filter((each) => each.persona).map((each) => each.person.id));
  const active = teachers.filter((each) => each.status === "ACTIVE" && !each.persona);
  const rooms = world.rooms.filter((room) => room.type === "CLASS");
  const week = meetings.filter(
    ({ delivery, day, teacherId, roomId, reason, plannedTeacherId }) =>
      day >= world.anchor &&
      day < world.anchor + 7 &&
      teacherId !== null &&
      roomId !== null &&
      reason === null &&
      plannedTeacherId === null &&
      !personas.has(teacherId) &&
      !(pupils.get(delivery) ?? []).some((pupil) => pupil.persona),
  );
  const near = meetings.filter(({ day }) => day >= world.anchor && day < world.anchor + NEAR);
  const busy = (pick: (meeting: MeetingDraft) => boolean, day: DayNumber, start: number, end: number) =>
    near.some(
      (other) =>
        other.day === day && other.reason === null && other.start < end && start < other.end && pick(other),
    );
  const freeRoom = (day: DayNumber, start: number, end: number, than: number | null) =>
    rooms.find(({ id }) => id !== than && !busy((other) => other.roomId === id, day, start, end))?.id ?? null;
  for (const [index, meeting] of week.entries()) {
    const { day, start, end } = meeting;
    if (index % EVERY === 3) {
      const other = freeRoom(day, start, end, meeting.roomId);
      if (other === null) continue;
      meeting.plannedRoomId = meeting.roomId;
      meeting.roomId = other;
    } else if (index % EVERY === 6) {
      const department = teachers.find((each) => each.person.id === meeting.teacherId)?.department;
      const free = active.find(
        ({ person, department: own }) =>
          own === department && !busy((other) => other.teacherId === person.id, day, start, end),
      );
      if (!free) continue;
      meeting.plannedTeacherId = meeting.teacherId;
      meeting.teacherId = free.person.id;
    } else if (index % EVERY === 9) {
      meeting.reason = storedReason("teacher_absent");
      const found = makeUp(meeting, near, closed, pupils.get(meeting.delivery) ?? [], busy, freeRoom);
      if (!found) continue;
      const added = { ...found, id: meetings.length + 1 };
      meetings.push(added);
      near.push(added);
    }
  }
}

/** A lesson on one of the next Sundays on which the students, the teacher and a room are free; none where there is none. */
function makeUp(
  missed: MeetingDraft,
  meetings: readonly MeetingDraft[],
  closed: ReadonlySet<DayNumber>,
  pupils: readonly Pupil[],
  busy: (pick: (meeting: MeetingDraft) => boolean, day: DayNumber, start: number, end: number) => boolean,
  freeRoom: (day: DayNumber, start: number, end: number, than: number | null) => number | null,
): Omit<MeetingDraft, "id"> | null {
  const sunday = missed.day + 7 - weekdayOf(missed.day);
  const length = missed.end - missed.start;
  for (const day of [sunday, sunday + 7]) {
    for (const start of [8 * 60, 10 * 60, 13 * 60 + 30, 15 * 60 + 30]) {
      const end = start + length;
      if (closed.has(day) || day === missed.day || day > missed.delivery.term.end) continue;
      if (busy((other) => other.teacherId === missed.teacherId, day, start, end)) continue;
      const sitting = pupils.some((pupil) =>
        pupil.busy.some(
          (time) =>
            time.weekday === 7 && time.from <= day && day <= time.to && time.start < end && start < time.end,
        ),
      );
      // Two make-ups of one student would not show in the weekly times.
      const twice = meetings.some(
        (other) => other.makesUpFor !== null && other.day === day && other.start < end && start < other.end,
      );
      const roomId = sitting || twice ? null : freeRoom(day, start, end, null);
      if (roomId === null) continue;
      return { ...missed, slotId: null, day, start, end, roomId, reason: null, makesUpFor: missed.id };
    }
  }
  return null;
}

import type { RoomRow } from "../organization/rooms";
import { PERSONA_DIRECTOR_ID, PERSONA_TEACHER_ID, type TeacherRow } from "../people/staff";
import { Random } from "../random";
import { type ClassDraft, clash, type DeliveryDraft, type WeeklyTime } from "./draft";

/** Who or what is taken when, so that no room and no teacher is in two places (the database refuses it too). */
class Occupancy {
  readonly #taken = new Map<number, WeeklyTime[]>();
  readonly #load = new Map<number, number>();

  free(id: number, times: readonly WeeklyTime[]): boolean {
    const taken = this.#taken.get(id) ?? [];
    return !times.some((time) => taken.some((other) => clash(time, other)));
  }

  take(id: number, times: readonly WeeklyTime[]): void {
    this.#taken.set(id, [...(this.#taken.get(id) ?? []), ...times]);
    this.#load.set(id, this.load(id) + times.length);
  }

  load(id: number): number {
    return this.#load.get(id) ?? 0;
  }
}

/** Shares of deliveries without teacher, room, or weekly times; more in a term that is still being planned. */
const gaps = {
  ACTIVE: { teacher: 0.04, room: 0.06, times: 0.015 },
  SCHEDULED: { teacher: 0.18, room: 0.22, times: 0.05 },
  DRAFT: { teacher: 0.8, room: 0.8, times: 0.6 },
} as const;

/**
 * Gives every delivery a room and a teacher as far as there are any; some stay incomplete, because timetables often
 * are (domain.md 4.3). The teachers behind the personas are served first and completely.
 */
export function makeTimetable(drafts: ClassDraft[], rooms: RoomRow[], teachers: TeacherRow[]): void {
  const roomUse = new Occupancy();
  const teacherUse = new Occupancy();
  const random = new Random("timetable");
  const mixed = random.shuffle(rooms.filter((room) => room.type === "CLASS"));
  // Rooms with a name before those with a number: the old wing fills up last.
  const classrooms = [...mixed].sort((a, b) => Number(/\d/.test(a.name)) - Number(/\d/.test(b.name)));
  const laboratories = rooms.filter((room) => room.type === "COMP" || room.type === "LANG");
  const active = teachers.filter((teacher) => teacher.status === "ACTIVE");
  const done = new Set<DeliveryDraft>();

  const findRoom = (
    draft: ClassDraft,
    delivery: DeliveryDraft,
    type: string,
    home: number | null,
  ): number | null => {
    const wantsLab = type === "COMPUTER" || type === "LAB";
    const near = home === null ? [] : classrooms.filter((room) => room.id === home);
    const large = classrooms.filter((room) => room.capacity >= draft.pool.capacity);
    for (const room of [...(wantsLab ? laboratories : []), ...near, ...large]) {
      if (roomUse.free(room.id, delivery.times)) return room.id;
    }
    return null;
  };
  const findTeacher = (draft: ClassDraft, delivery: DeliveryDraft): number | null => {
    const faculty = draft.course.programme ? "LFAC" : "AFAC";
    const free = active
      .filter((teacher) => teacher.department === faculty && teacher.persona?.role !== "substitute")
      .filter((teacher) => teacherUse.free(teacher.person.id, delivery.times));
    return (
      free.sort(
        (a, b) => teacherUse.load(a.person.id) - teacherUse.load(b.person.id) || a.number - b.number,
      )[0]?.person.id ?? null
    );
  };

  const place = (
    draft: ClassDraft,
    complete: boolean,
    teacherOf: (delivery: DeliveryDraft) => number | null,
  ): void => {
    let home: number | null = null;
    for (const { delivery, type } of draft.parts) {
      if (done.has(delivery)) continue;
      done.add(delivery);
      const gap = complete ? { teacher: 0, room: 0, times: 0 } : gaps[draft.status];
      delivery.scheduled = !random.chance(gap.times);
      if (!delivery.scheduled) continue;
      delivery.roomId = random.chance(gap.room) ? null : findRoom(draft, delivery, type, home);
      if (delivery.roomId !== null) roomUse.take(delivery.roomId, delivery.times);
      if (type !== "COMPUTER" && type !== "LAB") home = delivery.roomId ?? home;
      delivery.teacherId = random.chance(gap.teacher) ? null : teacherOf(delivery);
      if (delivery.teacherId !== null) teacherUse.take(delivery.teacherId, delivery.times);
    }
  };

  const wanted = personaClasses(drafts);
  for (const [teacherId, chosen] of wanted) {
    for (const draft of chosen) {
      place(draft, true, (delivery) =>
        teacherUse.free(teacherId, delivery.times) ? teacherId : findTeacher(draft, delivery),
      );
    }
  }
  for (const draft of drafts)
    place(
      draft,
      draft.pupils.some((pupil) => pupil.persona),
      (delivery) => findTeacher(draft, delivery),
    );
}

/**
 * The classes of the personas who teach. The teacher has one class on weekdays and the weekend class in which the
 * student of the personas sits, so that there is something today whatever the day; the director has one evening class.
 */
function personaClasses(drafts: ClassDraft[]): Map<number, ClassDraft[]> {
  const running = drafts.filter((draft) => draft.status === "ACTIVE");
  const next = drafts.filter((draft) => draft.status === "SCHEDULED");
  const evening = (programme: string) => (draft: ClassDraft) =>
    draft.course.programme === programme &&
    draft.timeOfDay === "EVE" &&
    draft.type === "STANDARD" &&
    draft.pupils.length > 8;
  const beside = (draft: ClassDraft) => draft.pupils.some((pupil) => pupil.persona);
  const pick = (...found: (ClassDraft | undefined)[]) => found.filter((draft) => draft !== undefined);
  const teacher = pick(
    running.find(evening("GESL")),
    running.find((draft) => draft.course.programme === "EXPRESS" && beside(draft)),
    running.find((draft) => draft.course.programme === "GESL" && draft.timeOfDay === "MORN"),
    next.find(evening("GESL")),
  );
  const director = pick(running.find((draft) => draft.course.programme === null && beside(draft)));
  return new Map([
    [PERSONA_TEACHER_ID, teacher],
    [PERSONA_DIRECTOR_ID, director],
  ]);
}

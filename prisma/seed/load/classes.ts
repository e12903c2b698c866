import type { CopyRow } from "@/lib/platform/db/copy";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import type { HolidayRow } from "../calendar/holidays";
import type { ClassDraft, DeliveryDraft, PoolDraft } from "../classes/draft";
import { type DayNumber, dayText, weekdayOf } from "../days";
import type { TeacherRow } from "../people/staff";
import { Random } from "../random";
import type { World } from "../world";
import type { Loader } from "./loader";

function distinct<T extends { id: number }>(rows: Iterable<T>): T[] {
  return [...new Map([...rows].map((row) => [row.id, row])).values()].sort((a, b) => a.id - b.id);
}

function closedDays(holidays: readonly HolidayRow[]): ReadonlySet<DayNumber> {
  const closed = new Set<DayNumber>();
  for (const { start, end } of holidays) for (let day = start; day <= end; day++) closed.add(day);
  return closed;
}

/** Seat pools, classes, sessions, deliveries, parts, weekly slots, and the dated meetings made from them. */
export async function loadClasses(
  loader: Loader,
  world: World,
  drafts: readonly ClassDraft[],
  teachers: readonly TeacherRow[],
): Promise<void> {
  const pools: PoolDraft[] = distinct(drafts.map((draft) => draft.pool));
  const deliveries = distinct(drafts.flatMap((draft) => draft.parts.map((part) => part.delivery)));
  await loader.load(
    "seat_pool",
    "id, capacity, taken",
    pools.map((row) => [row.id, row.capacity, row.taken]),
  );
  await loader.load(
    "class",
    "id, course_id, term_id, section, time_of_day, class_type, status, seat_pool_id, notes",
    drafts.map((row) => [
      row.id,
      row.course.id,
      row.term.id,
      row.section,
      row.timeOfDay,
      row.type,
      row.status,
      row.pool.id,
      row.notes,
    ]),
  );
  await loader.load(
    "delivery",
    "id, term_id",
    deliveries.map((row) => [row.id, row.term.id]),
  );
  await loadParts(loader, drafts);
  const scheduled = deliveries.filter((row) => row.scheduled);
  let slot = 0;
  await loader.load(
    "slot",
    "id, delivery_id, weekday, start_min, end_min, room_id, teacher_id, valid_from, valid_to",
    scheduled.flatMap((row) =>
      row.times.map((time) => [
        ++slot,
        row.id,
        time.weekday,
        time.start,
        time.end,
        row.roomId,
        row.teacherId,
        dayText(time.from),
        dayText(time.to),
      ]),
    ),
  );
  await loader.load(
    "meeting",
    "id, delivery_id, on_date, start_min, end_min, room_id, teacher_id, cancelled, cancel_reason",
    meetings(world, scheduled, substitution(world, scheduled, teachers)),
  );
}

async function loadParts(loader: Loader, drafts: readonly ClassDraft[]): Promise<void> {
  const sessions: CopyRow[] = [];
  const parts: CopyRow[] = [];
  for (const draft of drafts) {
    const count = Math.max(...draft.parts.map((part) => part.session));
    const first = sessions.length;
    for (let number = 1; number <= count; number++) {
      sessions.push([sessions.length + 1, draft.id, number, `Session ${number}`, `វគ្គទី${number}`, 1 / count]);
    }
    for (const part of draft.parts) {
      parts.push([
        parts.length + 1,
        first + part.session,
        part.code,
        part.type,
        part.name,
        part.nameKm,
        part.weight,
        part.delivery.id,
        part.templateId,
      ]);
    }
  }
  await loader.load("class_session", "id, class_id, number, name, name_km, weight", sessions);
  await loader.load(
    "class_part",
    "id, session_id, code, part_type, name, name_km, weight, delivery_id, template_id",
    parts,
  );
}

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

/** Every date of the weekly times that is no holiday; now and then one was cancelled. */
function* meetings(
  world: World,
  deliveries: readonly DeliveryDraft[],
  taken: Substitution | null,
): Generator<CopyRow> {
  const closed = closedDays(world.holidays);
  const random = new Random("meetings");
  let id = 0;
  for (const { id: delivery, times, roomId, teacherId } of deliveries) {
    for (const { weekday, start, end, from, to } of times) {
      const first = from + ((weekday - weekdayOf(from) + 7) % 7);
      for (let day = first; day <= to; day += 7) {
        if (closed.has(day)) continue;
        const cancelled = day < world.anchor && random.chance(0.008);
        const reason = cancelled ? storedReason("teacher_absent") : null;
        const substituted = delivery === taken?.delivery && day >= taken.from && day <= taken.to;
        const who = substituted ? taken.teacherId : teacherId;
        yield [++id, delivery, dayText(day), start, end, roomId, who, cancelled, reason];
      }
    }
  }
}

import type { CopyRow } from "@/lib/platform/db/copy";
import type { ClassDraft, DeliveryDraft, PoolDraft } from "../classes/draft";
import { makeMeetings } from "../classes/meetings";
import { dayText } from "../days";
import type { RoomType } from "../organization/rooms";
import type { TeacherRow } from "../people/staff";
import type { World } from "../world";
import { loadCombined, loadReadings } from "./combined";
import type { Loader } from "./loader";

function distinct<T extends { id: number }>(rows: Iterable<T>): T[] {
  return [...new Map([...rows].map((row) => [row.id, row])).values()].sort((a, b) => a.id - b.id);
}

/** What parts of these types need; any other is taught in a classroom. */
const ROOM_NEEDS: Readonly<Record<string, RoomType>> = { COMPUTER: "COMP", LAB: "LANG" };

/** What each delivery needs, whether somebody has written its times down or not. */
function needs(drafts: readonly ClassDraft[], deliveries: readonly DeliveryDraft[]): CopyRow[] {
  const types = new Map(drafts.flatMap(({ parts }) => parts.map((part) => [part.delivery.id, part.type])));
  return deliveries.map(({ id, term, times }) => {
    const weekdays = [...new Set(times.map(({ weekday }) => weekday))].sort((a, b) => a - b);
    const minutes = times[0] ? times[0].end - times[0].start : null;
    return [id, term.id, `{${weekdays.join(",")}}`, minutes, ROOM_NEEDS[types.get(id) ?? ""] ?? "CLASS"];
  });
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
  const combined = await loadCombined(loader, drafts);
  await loader.load(
    "class",
    "id, course_id, term_id, section, time_of_day, class_type, status, seat_pool_id, notes, combined_class_id",
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
      combined.get(row) ?? null,
    ]),
  );
  await loadReadings(loader, world, drafts);
  await loader.load("delivery", "id, term_id, weekdays, minutes, room_need", needs(drafts, deliveries));
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
    `id, delivery_id, slot_id, on_date, start_min, end_min, room_id, teacher_id, cancelled, cancel_reason, kind,
     makes_up_for_id, planned_room_id, planned_teacher_id, by_hand`,
    makeMeetings(world, drafts, scheduled, teachers).map((row) => [
      row.id,
      row.delivery.id,
      row.slotId,
      dayText(row.day),
      row.start,
      row.end,
      row.roomId,
      row.teacherId,
      row.reason !== null,
      row.reason,
      row.makesUpFor === null ? "REGULAR" : "MAKE_UP",
      row.makesUpFor,
      row.plannedRoomId,
      row.plannedTeacherId,
      row.reason !== null || row.plannedRoomId !== null || row.plannedTeacherId !== null,
    ]),
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

import "server-only";
import { dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import { makeMeetings } from "../timetable/make-meetings";
import { type CarriedTime, carryTimes, type WantedTime } from "./carry";
import { nextIds } from "./next-ids";
import type { CopyPlan, PlannedGroup } from "./plan";
import { readSourceDeliveries, type SourceClass, type SourceDelivery } from "./source";

/** Where the copies go, and what they take along. */
export type CopyInto = {
  termId: number;
  /** First and last day on which the times hold: the term, or what is left of it. */
  from: Day;
  to: Day;
  rooms: boolean;
  teachers: boolean;
};

/** A class that was made. */
export type CopiedClass = {
  id: number;
  source: SourceClass;
  section: string;
  parts: number;
  times: CarriedTime[];
  /** Every part has times, each with a room and a teacher. */
  complete: boolean;
};

type Placed = { group: PlannedGroup; source: SourceClass; id: number };

/**
 * Writes the copies of a plan: seats, classes in DRAFT, sessions, parts one to one, what they need, their weekly times
 * by weekday with what does not clash, and the dated meetings. Parts that share a delivery share one again. No student
 * comes along (domain.md 4.3).
 */
export async function copyClasses(tx: Tx, plan: CopyPlan, into: CopyInto): Promise<CopiedClass[]> {
  const placed = await writeClasses(tx, plan.groups, into.termId);
  const sources = placed.flatMap(({ source }) =>
    source.sessions.flatMap(({ parts }) => parts.map(({ deliveryId }) => deliveryId)),
  );
  const deliveries = await readSourceDeliveries(tx, [...new Set(sources)]);
  const newIds = await writeDeliveries(tx, deliveries, into);
  await writeParts(tx, placed, newIds);
  const times = await writeTimes(tx, placed, deliveries, newIds, into);
  await makeMeetings(tx, [...newIds.values()], into.from);
  return placed.map(({ group, source, id }) => {
    const parts = source.sessions.flatMap((session) => session.parts);
    const own = parts.map(({ deliveryId }) => times.get(newIds.get(deliveryId) ?? 0) ?? []);
    return {
      id,
      source,
      section: group.section,
      parts: parts.length,
      times: own.flat(),
      complete:
        own.length > 0 &&
        own.every(
          (of) => of.length > 0 && of.every(({ roomId, teacherId }) => roomId !== null && teacherId !== null),
        ),
    };
  });
}

async function writeClasses(tx: Tx, groups: readonly PlannedGroup[], termId: number): Promise<Placed[]> {
  const pools = await nextIds(tx, "seat_pool", groups.length);
  await tx.seatPool.createMany({
    data: groups.map(({ members }, index) => ({
      id: pools[index],
      capacity: members[0]?.capacity ?? 0,
    })),
  });
  const joined = groups.flatMap((group, index) =>
    group.members.length > 1
      ? [{ group, index, of: group.members.find((each) => each.combined)?.combined }]
      : [],
  );
  const combinedIds = await nextIds(tx, "combined_class", joined.length);
  const combinedOf = new Map(joined.map(({ index }, place) => [index, combinedIds[place]]));
  await tx.combinedClass.createMany({
    data: joined.map(({ group, of }, place) => ({
      id: combinedIds[place],
      templateId: of?.templateId ?? null,
      termId,
      section: group.section,
      timeOfDay: group.members[0]?.timeOfDay ?? "EVE",
      name: of?.name ?? group.members.map(({ code }) => code).join(" / "),
    })),
  });
  const ids = await nextIds(
    tx,
    "class",
    groups.reduce((sum, { members }) => sum + members.length, 0),
  );
  const placed = groups
    .flatMap((group, index) => group.members.map((source) => ({ group, index, source })))
    .map((each, place) => ({ ...each, id: ids[place] ?? 0 }));
  await tx.class.createMany({
    data: placed.map(({ id, index, group, source }) => ({
      id,
      courseId: source.courseId ?? 0,
      termId,
      section: group.section,
      timeOfDay: source.timeOfDay,
      classType: kindOf(group, source),
      status: "DRAFT" as const,
      seatPoolId: pools[index] ?? 0,
      combinedClassId: combinedOf.get(index) ?? null,
      notes: source.notes,
    })),
  });
  await tx.readingClass.createMany({
    data: placed.flatMap(({ id, source: { reading } }) => (reading ? [{ classId: id, ...reading }] : [])),
  });
  return placed;
}

/** Being taught with others and being of that kind are one thing; who is left alone is a class like any other. */
function kindOf({ members }: PlannedGroup, { classType }: SourceClass): SourceClass["classType"] {
  if (members.length > 1) return "COMBINED";
  return classType === "COMBINED" ? "STANDARD" : classType;
}

/** @returns the new delivery of each old one */
async function writeDeliveries(
  tx: Tx,
  deliveries: readonly SourceDelivery[],
  { termId, teachers }: CopyInto,
): Promise<Map<number, number>> {
  const ids = await nextIds(tx, "delivery", deliveries.length);
  await tx.delivery.createMany({
    data: deliveries.map(({ weekdays, minutes, roomNeed, wantedTeacherId, slots }, index) => ({
      id: ids[index],
      termId,
      weekdays,
      minutes,
      roomNeed,
      // Who taught it is who should: also where the time itself cannot be had.
      wantedTeacherId:
        wantedTeacherId ?? (teachers ? (slots.find((slot) => slot.teacherId)?.teacherId ?? null) : null),
    })),
  });
  return new Map(deliveries.map(({ id }, index) => [id, ids[index] ?? 0]));
}

async function writeParts(
  tx: Tx,
  placed: readonly Placed[],
  newIds: ReadonlyMap<number, number>,
): Promise<void> {
  const sessions = placed.flatMap(({ id, source }) =>
    source.sessions.map(({ parts, ...session }) => ({ classId: id, session, parts })),
  );
  const sessionIds = await nextIds(tx, "class_session", sessions.length);
  await tx.classSession.createMany({
    data: sessions.map(({ classId, session }, index) => ({ id: sessionIds[index], classId, ...session })),
  });
  const parts = sessions.flatMap(({ parts: of }, index) =>
    of.map((part) => ({ sessionId: sessionIds[index] ?? 0, part })),
  );
  const partIds = await nextIds(tx, "class_part", parts.length);
  await tx.classPart.createMany({
    data: parts.map(({ sessionId, part: { textbookIds: _, deliveryId, ...part } }, index) => ({
      id: partIds[index],
      sessionId,
      ...part,
      deliveryId: newIds.get(deliveryId) ?? 0,
    })),
  });
  await tx.classPartTextbook.createMany({
    data: parts.flatMap(({ part }, index) =>
      part.textbookIds.map((textbookId) => ({ classPartId: partIds[index] ?? 0, textbookId })),
    ),
  });
}

/** @returns the times of each new delivery */
async function writeTimes(
  tx: Tx,
  placed: readonly Placed[],
  deliveries: readonly SourceDelivery[],
  newIds: ReadonlyMap<number, number>,
  { from, to, rooms, teachers }: CopyInto,
): Promise<Map<number, CarriedTime[]>> {
  const labels = new Map(
    placed.flatMap(({ group, source }) =>
      source.sessions.flatMap(({ parts }) =>
        parts.map(({ deliveryId }) => [deliveryId, `${source.code} ${group.section}`] as const),
      ),
    ),
  );
  const wanted: WantedTime[] = deliveries
    .flatMap(({ id, slots }) =>
      slots.map((slot) => ({
        deliveryId: newIds.get(id) ?? 0,
        label: labels.get(id) ?? "",
        weekday: slot.weekday,
        startMin: slot.startMin,
        endMin: slot.endMin,
        roomId: rooms ? slot.roomId : null,
        teacherId: teachers ? slot.teacherId : null,
      })),
    )
    .map((time, n) => ({ n, ...time }));
  const carried = await carryTimes(tx, wanted, { from, to });
  await tx.slot.createMany({
    data: carried.map(({ deliveryId, weekday, startMin, endMin, roomId, teacherId }) => ({
      deliveryId,
      weekday,
      startMin,
      endMin,
      roomId,
      teacherId,
      validFrom: dayToDb(from),
      validTo: dayToDb(to),
    })),
  });
  return Map.groupBy(carried, ({ deliveryId }) => deliveryId);
}

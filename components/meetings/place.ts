/** Where and when, as a form holds it; times as `17:30`, ids as text. */
export type PlaceValues = {
  startMin: string;
  endMin: string;
  roomId: string;
  teacherId: string;
};

/** Minutes since midnight of `17:30`; null for what is no time. */
export function minutesOf(time: string): number | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})/.exec(time) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes <= 1440 ? minutes : null;
}

/** `17:30` of minutes since midnight, as an input of the type time wants it. */
export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** An id of a select; "" is nobody, or no room. */
export function idOf(text: string): number | null {
  return text ? Number(text) : null;
}

/** Which day, or which weekday from which day on. */
export type PlaceWhen = { onDate: string } | { weekday: string; from: string };

function base(deliveryId: number, when: PlaceWhen, values: PlaceValues): URLSearchParams | null {
  const [start, end] = [minutesOf(values.startMin), minutesOf(values.endMin)];
  if (start === null || end === null || start >= end) return null;
  if ("onDate" in when ? !when.onDate : !when.weekday) return null;
  return new URLSearchParams({
    deliveryId: String(deliveryId),
    startMin: String(start),
    endMin: String(end),
    ...("onDate" in when
      ? { onDate: when.onDate }
      : { weekday: when.weekday, ...(when.from ? { from: when.from } : {}) }),
  });
}

/** Address of the rooms and teachers for a place; null while the place is not complete. */
export function offersUrl(deliveryId: number, when: PlaceWhen, values: PlaceValues): string | null {
  const query = base(deliveryId, when, values);
  return query && `/api/v1/classes/timetable/offers?${query}`;
}

/** Address of what stands in the way of a place. */
export function checkUrl(
  deliveryId: number,
  when: PlaceWhen,
  values: PlaceValues,
  self: { meetingId?: number | undefined; slotId?: number | undefined },
): string | null {
  const query = base(deliveryId, when, values);
  if (!query) return null;
  for (const [name, value] of Object.entries({ ...self, roomId: values.roomId, teacherId: values.teacherId }))
    if (value) query.set(name, String(value));
  return `/api/v1/classes/timetable/check-place?${query}`;
}

import type { Weekday } from "@/lib/platform/dates/day";
import type { Building, RoomType } from "@/lib/platform/db/generated/enums";
import { DAY_PARTS, type DayPart, type StudyBand } from "./study-hours";

/** A room with what it was used for inside the hours of study, by weekday and time of day; minutes of the whole period. */
export type RoomMinutes = {
  id: number;
  code: string;
  building: Building;
  roomType: RoomType;
  capacity: number;
  meetings: number;
  /** All minutes, also outside the hours of study. */
  minutes: number;
  used: { part: DayPart; weekday: Weekday; minutes: number }[];
};

export type RoomUse = Omit<RoomMinutes, "used"> & {
  /** Used share of the minutes in which the room could be used, 0 to 1; null in a period without any. */
  share: number | null;
  parts: Record<DayPart, number | null>;
};

export type UseCell = { weekday: Weekday; part: DayPart; share: number | null };

export type RoomUseReport = {
  rooms: RoomUse[];
  /** Share over all rooms, for every weekday and time of day. */
  cells: UseCell[];
  share: number | null;
};

/** Open days of a period by weekday, 1 Monday … 7 Sunday. */
export type OpenDays = Partial<Record<Weekday, number>>;

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/**
 * How much of the time in which rooms could be used they are used (domain.md 1.3). A room can be used in every band of
 * every open day; what lies outside the bands counts as hours, but not in the shares, which so never pass 1.
 */
export function roomUse(
  rooms: readonly RoomMinutes[],
  bands: readonly StudyBand[],
  openDays: OpenDays,
): RoomUseReport {
  const available = (of: (band: StudyBand) => boolean) =>
    total(
      bands.filter(of).map(({ weekday, fromMin, toMin }) => (toMin - fromMin) * (openDays[weekday] ?? 0)),
    );
  const whole = available(() => true);
  const byPart = Object.fromEntries(
    DAY_PARTS.map((part) => [part, available((band) => band.part === part)]),
  ) as Record<DayPart, number>;
  const usedIn = (room: RoomMinutes, of: (use: RoomMinutes["used"][number]) => boolean) =>
    total(room.used.filter(of).map((use) => use.minutes));
  return {
    rooms: rooms.map(({ used, ...room }) => ({
      ...room,
      share: ratio(total(used.map((use) => use.minutes)), whole),
      parts: Object.fromEntries(
        DAY_PARTS.map((part) => [
          part,
          ratio(
            usedIn({ ...room, used }, (use) => use.part === part),
            byPart[part],
          ),
        ]),
      ) as Record<DayPart, number | null>,
    })),
    cells: bands.map(({ weekday, part }) => ({
      weekday,
      part,
      share: ratio(
        total(rooms.map((room) => usedIn(room, (use) => use.part === part && use.weekday === weekday))),
        available((band) => band.part === part && band.weekday === weekday) * rooms.length,
      ),
    })),
    share: ratio(total(rooms.map((room) => usedIn(room, () => true))), whole * rooms.length),
  };
}

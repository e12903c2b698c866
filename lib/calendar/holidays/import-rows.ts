import "server-only";
import { dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";

/** A row of a list of holidays that has been checked. */
export type HolidayRow = {
  startDate: Day;
  endDate: Day;
  name: string;
  /** Null: the one on file stays. */
  nameKm: string | null;
  notes: string | null;
};
export type HolidayOnFile = HolidayRow & { id: number; nameKm: string; isActive: boolean };

/** Year and name as they are compared: a holiday comes once a year, whatever day it falls on. */
export function holidayKey({ startDate, name }: Pick<HolidayRow, "startDate" | "name">): string {
  return `${startDate.slice(0, 4)} ${name.trim().toLowerCase().replace(/['’`]/g, "'").replace(/\s+/g, " ")}`;
}

/** The holidays on file of some years by year and name; one that comes twice in a year is not told apart and left out. */
export async function holidaysOnFile(
  tx: Tx,
  years: readonly number[],
): Promise<Map<string, HolidayOnFile | null>> {
  const found = new Map<string, HolidayOnFile | null>();
  for (const year of new Set(years)) {
    const rows = await tx.holiday.findMany({
      where: { startDate: { gte: dayToDb(`${year}-01-01`), lte: dayToDb(`${year}-12-31`) } },
    });
    for (const row of rows) {
      const holiday = { ...row, startDate: dayFromDb(row.startDate), endDate: dayFromDb(row.endDate) };
      const key = holidayKey(holiday);
      found.set(key, found.has(key) ? null : holiday);
    }
  }
  return found;
}

/**
 * Writes one row of a list: a new holiday, or the changed facts of one on file, which is in force again.
 * @returns what became of it; the days whose meetings change are those before and after
 */
export async function writeHolidayRow(
  tx: Tx,
  row: HolidayRow,
  there: HolidayOnFile | null,
): Promise<"added" | "updated" | "unchanged"> {
  const { startDate, endDate, name, nameKm, notes } = row;
  const days = { startDate: dayToDb(startDate), endDate: dayToDb(endDate) };
  if (!there) {
    await tx.holiday.create({ data: { ...days, name, nameKm: nameKm ?? name, notes } });
    return "added";
  }
  const same =
    there.startDate === startDate &&
    there.endDate === endDate &&
    (nameKm === null || there.nameKm === nameKm) &&
    (notes === null || there.notes === notes) &&
    there.isActive;
  if (same) return "unchanged";
  await tx.holiday.update({
    where: { id: there.id },
    data: {
      ...days,
      isActive: true,
      ...(nameKm === null ? {} : { nameKm }),
      ...(notes === null ? {} : { notes }),
      version: { increment: 1 },
    },
  });
  return "updated";
}

import type { Day } from "@/lib/platform/dates/day";

/** A row of a degree's list: from `validFrom` to the day before `validTo`. */
export type RequirementRow = {
  id: number;
  version: number;
  sequence: number;
  courseId: number;
  courseCode: string;
  name: string;
  validFrom: Day;
  validTo: Day | null;
};

/** A course as it shall stand in the list; its place in the list is its number. */
export type Wanted = { courseId: number; courseCode: string; name: string };

/** What has to be written so that a list holds from a day on. */
export type RequirementPlan = {
  /** Rows that began on the day itself: nobody has counted by them yet, so they go. */
  remove: RequirementRow[];
  /** Rows that hold until the day before. */
  close: RequirementRow[];
  /** Rows that ended on the day and go on after all. */
  reopen: RequirementRow[];
  add: (Wanted & { sequence: number })[];
};

/** The rows in force on a day, in their order. */
export function rowsOn<Row extends Pick<RequirementRow, "sequence" | "validFrom" | "validTo">>(
  rows: readonly Row[],
  day: Day,
): Row[] {
  return rows
    .filter((row) => row.validFrom <= day && (row.validTo === null || row.validTo > day))
    .sort((one, other) => one.sequence - other.sequence);
}

/** Days on which the list changes, the first day of all included, in order. */
export function changeDays(rows: readonly Pick<RequirementRow, "validFrom" | "validTo">[]): Day[] {
  const days = rows.flatMap(({ validFrom, validTo }) =>
    validTo === null ? [validFrom] : [validFrom, validTo],
  );
  return [...new Set(days)].sort();
}

/**
 * How the list of a degree becomes `wanted` from a day on (domain.md 3.2): what stays where it was is not touched, what
 * moves or goes is closed, so that everybody with an earlier catalogue date keeps what held then. Rows that change after
 * the day are not looked at; the caller refuses them first (`laterChanges`).
 */
export function planList(
  rows: readonly RequirementRow[],
  wanted: readonly Wanted[],
  from: Day,
): RequirementPlan {
  const fits = (row: RequirementRow, place: number) => {
    const at = wanted[place];
    return (
      at !== undefined && row.sequence === place + 1 && row.courseId === at.courseId && row.name === at.name
    );
  };
  const current = rowsOn(rows, from);
  const kept = new Set<number>();
  const remove: RequirementRow[] = [];
  const close: RequirementRow[] = [];
  for (const row of current) {
    if (fits(row, row.sequence - 1)) kept.add(row.sequence);
    else (row.validFrom === from ? remove : close).push(row);
  }
  // What is put back on the day on which it was taken out goes on, instead of ending and beginning anew.
  const reopen = rows.filter(
    (row) => row.validTo === from && !kept.has(row.sequence) && fits(row, row.sequence - 1),
  );
  for (const row of reopen) kept.add(row.sequence);
  const add = wanted
    .map((each, place) => ({ ...each, sequence: place + 1 }))
    .filter(({ sequence }) => !kept.has(sequence));
  return { remove, close, reopen, add };
}

/** Days after `from` on which the list changes already: a change before them would undo what was planned. */
export function laterChanges(
  rows: readonly Pick<RequirementRow, "validFrom" | "validTo">[],
  from: Day,
): Day[] {
  return changeDays(rows).filter((day) => day > from);
}

/** Whether a plan changes nothing. */
export function isEmptyPlan({ remove, close, reopen, add }: RequirementPlan): boolean {
  return remove.length + close.length + reopen.length + add.length === 0;
}

/** What can be done to the list of a degree, beside loading a whole one. Places are counted from 1. */
export type ListChange =
  | { kind: "add"; place: number; course: Wanted }
  | { kind: "move"; sequence: number; place: number }
  | { kind: "replace"; sequence: number; course: Wanted }
  | { kind: "end"; sequence: number };

/**
 * The list after a change. What follows closes up: places are always 1, 2, 3 …
 * @returns null when no course stands at the place that is named
 */
export function changedList(
  list: readonly (Wanted & { sequence: number })[],
  change: ListChange,
): Wanted[] | null {
  const wanted: Wanted[] = list.map(({ courseId, courseCode, name }) => ({ courseId, courseCode, name }));
  if (change.kind === "add") {
    wanted.splice(Math.min(change.place, wanted.length + 1) - 1, 0, change.course);
    return wanted;
  }
  const at = list.findIndex(({ sequence }) => sequence === change.sequence);
  const moved = wanted[at];
  if (at < 0 || !moved) return null;
  if (change.kind === "replace") return wanted.with(at, change.course);
  wanted.splice(at, 1);
  if (change.kind === "move") wanted.splice(Math.min(change.place, wanted.length + 1) - 1, 0, moved);
  return wanted;
}

import { addDays, type Day } from "@/lib/platform/dates/day";

/** Codes such as ENGL-101 or GESL-05. */
export const CODE_SHAPE = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;

/** A code as it is kept, from what people type: `engl 101` is ENGL-101. */
export function foldCode(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replace(/[\s_–—]+/g, "-")
    .replace(/-{2,}/g, "-");
}

export type Days = { validFrom: Day; validTo: Day | null };
export type VersionState = "current" | "coming" | "ended";

/** Whether a version is in force on a day, was, or will be. */
export function stateOn({ validFrom, validTo }: Days, today: Day): VersionState {
  if (validFrom > today) return "coming";
  return validTo !== null && validTo <= today ? "ended" : "current";
}

/** The version that a course's page shows: that of today, else the next one, else the last. Versions stand in the order of days. */
export function shownVersion<Version extends Days>(
  versions: readonly Version[],
  today: Day,
): Version | undefined {
  return (
    versions.find((each) => stateOn(each, today) === "current") ??
    versions.find((each) => stateOn(each, today) === "coming") ??
    versions.at(-1)
  );
}

/** The last day on which something holds; the database keeps the day after. */
export const lastDay = (validTo: Day | null): Day | null => (validTo === null ? null : addDays(validTo, -1));

/** Levels of IEAP below the first have names (domain.md 0.2 row 22). */
export function levelName(level: number): string {
  if (level === -2) return "PRE";
  return level === -1 ? "BEG" : String(level);
}

/** Requisites as one line of text, as lists and exports show them: `ENGL-102 (C) & MATH-101 / STAT-101`. */
export function requisitesText(
  rows: readonly { group: number; code: string; minimumLetter: string }[],
): string {
  return [...Map.groupBy(rows, ({ group }) => group).values()]
    .map((group) =>
      group
        .map(({ code, minimumLetter }) => (minimumLetter === "D" ? code : `${code} (${minimumLetter})`))
        .join(" / "),
    )
    .join(" & ");
}

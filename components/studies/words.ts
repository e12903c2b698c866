import type { Formatter } from "@/lib/platform/i18n/formatter";
import type { MajorOption, ProgrammeName } from "@/lib/studies/schemas";
import type { MajorChoice } from "./asked";

/** A programme's name in the reader's language. */
export function programmeText(programme: Pick<ProgrammeName, "name" | "nameKm">, format: Formatter): string {
  return format.locale === "km" ? programme.nameKm : programme.name;
}

/** A level as it is said: Pre and Beginner have names, the others are numbers. */
export function levelText(
  level: number,
  names: { pre: string; beginner: string },
  format: Formatter,
): string {
  if (level === -2) return names.pre;
  return level === -1 ? names.beginner : format.number(level);
}

/** Majors as the dialogs offer them. */
export function majorChoices(majors: readonly MajorOption[], format: Formatter): MajorChoice[] {
  return majors.map((major) => ({
    value: major.code,
    label: `${programmeText(major, format)} (${major.code})`,
    misfits: major.misfits,
  }));
}

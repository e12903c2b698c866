import type { Locale } from "./locales";

/** A name that is kept in both languages, such as that of a term; `format.words` tells it to the reader. */
export type Bilingual = { en: string; km: string };

/** The parts of a person's name as the people domain stores them. */
export type NameParts = {
  familyName: string;
  personalName: string;
  khmerFamilyName?: string | null;
  khmerPersonalName?: string | null;
};

/** The Latin name, family name first: "SOK Dara" as it is stored. */
export function latinName(name: Pick<NameParts, "familyName" | "personalName">): string {
  return `${name.familyName} ${name.personalName}`.trim();
}

/** The Khmer name, family name first, or null when none is known. */
export function khmerName(name: NameParts): string | null {
  return [name.khmerFamilyName, name.khmerPersonalName].filter(Boolean).join(" ") || null;
}

/** The name in the reader's script, family name first; the Latin name where no Khmer name is known. */
export function personName(name: NameParts, locale: Locale): string {
  return (locale === "km" ? khmerName(name) : null) ?? latinName(name);
}

/** The name in the other script, or null: what stands small beside or under `personName`. */
export function otherScriptName(name: NameParts, locale: Locale): string | null {
  const khmer = khmerName(name);
  return locale === "km" ? khmer && latinName(name) : khmer;
}

/** A student number as shown everywhere: at least five Western digits, since it is typed and searched so (domain.md 0.2 row 1). */
export function studentNumber(number: number): string {
  return String(number).padStart(5, "0");
}

/** The languages of the interface. The first is the default. */
export const locales = ["en", "km"] as const;
export type Locale = (typeof locales)[number];

/** How digits are written; a person's choice that applies to Khmer only (domain.md 0.2, experience.md 4). */
export const digitStyles = ["western", "khmer"] as const;
export type Digits = (typeof digitStyles)[number];

export const defaultLocale: Locale = "en";
export const localeCookie = "naga_locale";
/** Set for some minutes by who chooses a language while signed out: the sign-in that follows keeps it with the account. */
export const chosenLocaleCookie = "naga_locale_chosen";
export const timeZone = "Asia/Phnom_Penh";

/** Narrows an unknown value to one of the languages of the interface. */
export function isLocale(value: unknown): value is Locale {
  return value === "en" || value === "km";
}

/**
 * The first language of an Accept-Language header that the interface speaks, by the reader's own order of
 * preference ("km-KH;q=0.9" counts as Khmer), else the default.
 */
export function localeFromHeader(header: string | null | undefined): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part, index) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
      const q = quality ? Number(quality.slice(2)) : 1;
      return { language: tag.split("-")[0], q: Number.isFinite(q) ? q : 0, index };
    })
    .filter((entry) => entry.q > 0)
    .sort((a, b) => b.q - a.q || a.index - b.index);
  for (const { language } of wanted) if (isLocale(language)) return language;
  return defaultLocale;
}

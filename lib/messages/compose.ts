import "server-only";
import type { PersonFacts } from "@/lib/people/queries/people-facts";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { Fact } from "./facts";
import { fill } from "./placeholders";
import type { Language, MergeContent } from "./schemas";
import { type Occasion, tellFacts } from "./tell-facts";

/** A message to one person, filled in. */
export type Composed = { locale: Locale; subject: string; body: string; missing: Fact[] };

/** The language for a person: the merge's, else their own, as far as the template speaks it. */
export function languageFor(content: MergeContent, language: Language, person: PersonFacts): Locale {
  const wanted = language === "preferred" ? (person.locale === "en" ? "en" : "km") : language;
  const spoken = wanted === "km" ? content.bodyKm : content.bodyEn;
  if (spoken) return wanted;
  return wanted === "km" ? "en" : "km";
}

/** Writes the message of one person. A subject is one line whatever the facts hold. */
export function compose(
  content: MergeContent,
  language: Language,
  person: PersonFacts,
  occasion: Occasion,
): Composed {
  const locale = languageFor(content, language, person);
  const values = tellFacts(person, locale, occasion);
  const km = locale === "km";
  const subject = fill((km ? content.subjectKm : content.subjectEn) ?? "", values);
  const body = fill((km ? content.bodyKm : content.bodyEn) ?? "", values);
  return {
    locale,
    subject: subject.text.replace(/\s+/g, " ").trim(),
    body: body.text,
    missing: [...new Set([...subject.missing, ...body.missing])],
  };
}

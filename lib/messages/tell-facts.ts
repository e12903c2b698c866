import "server-only";
import { documentName } from "@/lib/people/document-name";
import type { PersonFacts } from "@/lib/people/queries/people-facts";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locales";
import { translator } from "@/lib/platform/i18n/translator";
import type { FactValues } from "./facts";

/** What stands in every message: the day of sending (YYYY-MM-DD), and the university in both languages. */
export type Occasion = { today: string; university: Record<Locale, string> };

/** The facts of a person in a language, names as documents print them. */
export function tellFacts(person: PersonFacts, locale: Locale, occasion: Occasion): FactValues {
  const people = translator("people", locale);
  const name = documentName(person);
  const day = (value: string | null) => value && formatDate(value, locale, "western", "long");
  const { programme } = person;
  return {
    name: (locale === "km" ? name.khmer : null) ?? name.latin,
    latin_name: name.latin,
    khmer_name: name.khmer,
    family_name: name.familyName,
    personal_name: name.personalName,
    number: person.number,
    programme: programme && (locale === "km" ? programme.nameKm : programme.name),
    programme_code: programme?.code ?? null,
    study_time: person.studyTime && people(`studyTimes.${person.studyTime}`),
    status: person.status && people(`status.${person.status}`),
    status_since: day(person.statusSince),
    admitted_on: day(person.admittedOn),
    date_of_birth: day(person.dateOfBirth),
    school_email: person.schoolEmail,
    phone: person.phone,
    today: day(occasion.today),
    university: occasion.university[locale],
  };
}

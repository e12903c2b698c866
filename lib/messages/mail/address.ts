import type { PersonFacts } from "@/lib/people/queries/people-facts";

/** Where a mail to somebody goes: the address of the university first, it is theirs by office. Null: nowhere. */
export function addressOf(person: Pick<PersonFacts, "schoolEmail" | "personalEmail">): string | null {
  return person.schoolEmail ?? person.personalEmail;
}

import type { PersonField } from "@/lib/people/visible-fields";

/**
 * What a template may say of a person, written `{{name}}`, and the group of fields that somebody must see in order to
 * send it (lib/people/visible-fields.ts). What each one means is the message `mailings.facts.<name>`.
 */
export const FACTS = {
  // In the language of the message; the Latin name where no Khmer one may be printed.
  name: "name",
  latin_name: "name",
  khmer_name: "name",
  family_name: "name",
  personal_name: "name",
  number: "number",
  programme: "programme",
  programme_code: "programme",
  study_time: "programme",
  status: "status",
  status_since: "status",
  admitted_on: "admission",
  date_of_birth: "birth",
  school_email: "school_email",
  phone: "phones",
  // Of no person: the day of sending, and the university as its letterhead says.
  today: null,
  university: null,
} as const satisfies Record<string, PersonField | null>;

export type Fact = keyof typeof FACTS;

export const FACT_NAMES = Object.keys(FACTS) as Fact[];

/** Whether a word between braces is a fact. */
export function isFact(name: string): name is Fact {
  return Object.hasOwn(FACTS, name);
}

/** What is known of one person; null: unknown, or there is none. */
export type FactValues = Record<Fact, string | null>;

import type { Actor } from "@/lib/platform/access/actor";
import type { RoleName } from "@/lib/platform/access/roles";

/**
 * What is known of a person, in the groups in which it may be seen (domain.md 2.3). The one place that decides it:
 * every query that returns a person's fields asks `sees`, and leaves out what the actor may not see.
 */
export const PERSON_FIELDS = [
  // Names in both scripts, as people call each other.
  "name",
  // Student, teacher and staff number, and older ones.
  "number",
  // Programme and study time of a student; department and post of a teacher or staff member.
  "programme",
  // Status and since when; why is "status_reason".
  "status",
  "status_reason",
  // Transfer from another university, day of admission, day of the first and last contract.
  "admission",
  // Names for documents and the gender there.
  "legal_name",
  "gender",
  // Date and province of birth.
  "birth",
  // Citizenship and marital status.
  "identity",
  // Identity papers: kind, number, scan.
  "papers",
  "school_email",
  // Personal e-mail.
  "emails",
  "phones",
  // Whom to call: other people's names and numbers.
  "contacts",
  "address",
  "schooling",
  "employment",
  // Brothers and sisters, guardians, wards on file.
  "family",
  // Whether the person is a monk, since when, in which pagoda.
  "monk",
  "photo",
  // Positions with their authority, teaching qualifications.
  "positions",
  // What the person asked to have corrected, and the proof of it.
  "requests",
  // People who may be the same one.
  "duplicates",
  // Login: e-mail of the account, sessions, sign-ins.
  "account",
] as const;

/** A group of fields of a person. */
export type PersonField = (typeof PERSON_FIELDS)[number];

const everything: readonly PersonField[] = PERSON_FIELDS;
/** Enough to find the right person, and nothing personal. */
const findable = ["name", "number", "programme", "status"] as const satisfies readonly PersonField[];
/** Contacts that teaching needs: how to reach somebody, whom to call, how to address them. */
const forTeaching = [
  ...findable,
  "gender",
  "school_email",
  "phones",
  "contacts",
  "monk",
  "photo",
] as const satisfies readonly PersonField[];

/** What each role sees of other people, within its reach (`access.ts`). A group that is absent is never sent. */
const OF_OTHERS: Record<RoleName, readonly PersonField[]> = {
  student: [],
  teacher: forTeaching,
  substitute: forTeaching,
  registrar: everything.filter((field) => field !== "account"),
  academic_director: everything.filter((field) => field !== "account"),
  cashier: findable,
  finance_manager: findable,
  // Duplicates and applicants are judged by birth and ways of reaching somebody.
  admissions_officer: [
    ...findable,
    "gender",
    "birth",
    "school_email",
    "emails",
    "phones",
    "schooling",
    "duplicates",
  ],
  auditor: everything,
  // Accounts are an administrator's business, the people behind them are not.
  admin: ["number", "account"],
  operator: [],
};

/** What a person sees of the own record: all of it but the suspicion that it stands twice. */
const OF_ONESELF: ReadonlySet<PersonField> = new Set(everything.filter((field) => field !== "duplicates"));

const ofOthers = new Map<string, ReadonlySet<PersonField>>(
  Object.entries(OF_OTHERS).map(([role, fields]) => [role, new Set(fields)]),
);

/**
 * Whether the actor may see a group of fields of a person whom the actor reaches; who is reached says the scope of
 * the query. Denied unless the table allows it.
 * @param of whether the record is the actor's own
 */
export function sees(actor: Actor, field: PersonField, of?: { own: boolean }): boolean {
  if (actor.kind === "system") return true;
  if (of?.own && OF_ONESELF.has(field)) return true;
  return ofOthers.get(actor.role)?.has(field) ?? false;
}

/** All groups of fields that the actor sees of a person. */
export function visibleFields(actor: Actor, of?: { own: boolean }): ReadonlySet<PersonField> {
  return new Set(PERSON_FIELDS.filter((field) => sees(actor, field, of)));
}

/** Whether a role sees a group of fields of others, for the page that shows the whole table. */
export function roleSees(role: RoleName, field: PersonField): boolean {
  return ofOthers.get(role)?.has(field) ?? false;
}

/** The value where the actor sees its group of fields, else null: for rows that are already in memory. */
export function onlyIfSeen<T>(actor: Actor, field: PersonField, value: T, of?: { own: boolean }): T | null {
  return sees(actor, field, of) ? value : null;
}

import { lastDigits } from "@/lib/people/duplicates/facts";
import { compareFacts, type DuplicateFacts, type DuplicateVerdict } from "@/lib/people/duplicates/rules";
import type { Explained } from "@/lib/platform/explained";
import { dayText } from "../days";
import type { PersonRow } from "../people/person";
import type { StudentRow } from "../people/students";

/** Two records of one invented person; the older one stands left. */
export type Twin = { older: number; newer: number; verdict: Explained<DuplicateVerdict> };

/** Most twins of a campus: some pages of work, no flood. */
export const TWINS_MAX = 12;

/** A slip of the pen: one letter of a name written twice. */
function slip(name: string): string {
  const at = Math.floor(name.length / 2);
  return name.slice(0, at) + name.charAt(at) + name.slice(at);
}

/** How the older record of somebody was written down then. */
const HANDS: readonly ((older: PersonRow, newer: PersonRow) => void)[] = [
  // The same in everything, as entered by two clerks.
  (older, newer) => {
    older.phones = newer.phones.map((phone) => ({ ...phone }));
  },
  // Family and personal name changed places, the telephone is another one.
  (older, newer) => {
    [older.familyName, older.personalName] = [newer.personalName, newer.familyName];
    older.birthProvince = newer.birthProvince;
  },
  (older, newer) => {
    older.personalName = slip(newer.personalName);
    older.phones = newer.phones.map((phone) => ({ ...phone }));
  },
  // Only the birthday is another one: of the family book, a week off.
  (older, newer) => {
    older.phones = newer.phones.map((phone) => ({ ...phone }));
    older.dateOfBirth = newer.dateOfBirth === null ? null : newer.dateOfBirth - 7;
  },
];

function factsOf(person: PersonRow): DuplicateFacts {
  return {
    familyName: person.familyName,
    personalName: person.personalName,
    khmerFamilyName: person.khmerFamilyName,
    khmerPersonalName: person.khmerPersonalName,
    khmerIsGuess: person.khmerNameSource === "APPROXIMATED",
    dateOfBirth: person.dateOfBirth === null ? null : dayText(person.dateOfBirth),
    birthProvince: person.birthProvince,
    phones: person.phones.map((phone) => lastDigits(phone.number)),
    emails: person.personalEmail ? [person.personalEmail.toLowerCase()] : [],
    programme: null,
    owes: null,
  };
}

/** A record that nobody signs in with and nothing else points to, and one for the same gender further down. */
function pairIn(batch: readonly StudentRow[], persona: number): [StudentRow, StudentRow] | null {
  const free = (row: StudentRow) =>
    row.number !== persona && row.person.citizenship === "KH" && row.person.dateOfBirth !== null;
  const older = batch.find((row) => free(row) && !row.life.wish && row.person.phones.length > 0);
  const newer = older && batch.findLast((row) => free(row) && row.person.gender === older.person.gender);
  return older && newer && newer !== older && newer.person.phones.length > 0 ? [older, newer] : null;
}

/**
 * Writes somebody of a batch down a second time: the older record gets the name and birth of a newer one, in another
 * hand each time. Null where the batch has no fitting two. Changes the batch.
 */
export function makeTwin(batch: readonly StudentRow[], made: number, persona: number): Twin | null {
  const pair = made < TWINS_MAX ? pairIn(batch, persona) : null;
  const hand = HANDS[made % HANDS.length];
  if (!pair || !hand) return null;
  const [older, newer] = pair.map((row) => row.person) as [PersonRow, PersonRow];
  older.familyName = newer.familyName;
  older.personalName = newer.personalName;
  older.khmerFamilyName = newer.khmerFamilyName;
  older.khmerPersonalName = newer.khmerPersonalName;
  older.khmerNameSource = newer.khmerNameSource;
  older.dateOfBirth = newer.dateOfBirth;
  // Both were made from the name that the record had.
  older.schoolEmail = null;
  older.personalEmail = null;
  hand(older, newer);
  return { older: older.id, newer: newer.id, verdict: compareFacts(factsOf(older), factsOf(newer)) };
}

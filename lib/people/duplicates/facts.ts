import { normalisePhone } from "@/lib/people/rules";
import type { Day } from "@/lib/platform/dates/day";
import type { DuplicateFacts } from "./rules";
import type { SimilarPerson } from "./schemas";

/** Runs one statement: over the pool, or inside somebody's transaction. */
export type Reader = <Row>(sql: string, values: unknown[]) => Promise<Row[]>;

/** Of what somebody typed or sent: the last eight digits, which are the number whatever stands before them. */
export function lastDigits(phone: string): string {
  return normalisePhone(phone).slice(-8);
}

type Given = {
  familyName?: string | null | undefined;
  personalName?: string | null | undefined;
  khmerFamilyName?: string | null | undefined;
  khmerPersonalName?: string | null | undefined;
  dateOfBirth?: Day | null | undefined;
  birthProvince?: string | null | undefined;
  phones?: readonly (string | null | undefined)[];
  emails?: readonly (string | null | undefined)[];
  programme?: string | null | undefined;
};

/** The facts of somebody who is not on file yet, as entered or imported. Nobody new owes anything. */
export function factsOf(given: Given): DuplicateFacts {
  return {
    familyName: given.familyName ?? "",
    personalName: given.personalName ?? "",
    khmerFamilyName: given.khmerFamilyName ?? null,
    khmerPersonalName: given.khmerPersonalName ?? null,
    khmerIsGuess: false,
    dateOfBirth: given.dateOfBirth || null,
    birthProvince: given.birthProvince || null,
    phones: (given.phones ?? []).map((phone) => lastDigits(phone ?? "")).filter(Boolean),
    emails: (given.emails ?? []).flatMap((email) => email?.toLowerCase() || []),
    programme: given.programme || null,
    owes: null,
  };
}

export type KnownPerson = SimilarPerson & { facts: DuplicateFacts };

type Row = SimilarPerson &
  Pick<DuplicateFacts, "dateOfBirth" | "birthProvince" | "khmerIsGuess"> & {
    phones: string[];
    emails: string[];
  };

/**
 * What is compared about people on file, by their id. Whether somebody owes money is not known before there is a
 * ledger: the query that will ask it belongs here.
 */
export async function readFacts(
  read: Reader,
  personIds: readonly number[],
): Promise<Map<number, KnownPerson>> {
  if (personIds.length === 0) return new Map();
  const rows = await read<Row>(
    `SELECT p.id AS "personId", s.number_label AS number, p.family_name AS "familyName", p.personal_name AS "personalName",
            p.khmer_family_name AS "khmerFamilyName", p.khmer_personal_name AS "khmerPersonalName",
            coalesce(p.khmer_name_source = 'APPROXIMATED', false) AS "khmerIsGuess", p.date_of_birth::text AS "dateOfBirth",
            p.birth_province AS "birthProvince", pr.code AS programme, s.status::text AS status,
            ARRAY(SELECT right(digits, 8) FROM phone WHERE phone.person_id = p.id)::text[] AS phones,
            array_remove(ARRAY[lower(p.school_email::text), lower(p.personal_email::text)], NULL) AS emails
       FROM person p LEFT JOIN student s ON s.person_id = p.id LEFT JOIN programme pr ON pr.id = s.current_programme_id
      WHERE p.id = ANY($1::integer[])`,
    [personIds],
  );
  return new Map(
    rows.map(({ khmerIsGuess, dateOfBirth, birthProvince, phones, emails, ...person }) => {
      const names = {
        familyName: person.familyName,
        personalName: person.personalName,
        khmerFamilyName: person.khmerFamilyName,
        khmerPersonalName: person.khmerPersonalName,
      };
      const facts: DuplicateFacts = {
        ...names,
        khmerIsGuess,
        dateOfBirth,
        birthProvince,
        phones,
        emails,
        programme: person.programme,
        owes: null,
      };
      return [person.personId, { ...person, facts }];
    }),
  );
}

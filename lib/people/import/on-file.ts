import "server-only";
import type { Day } from "@/lib/platform/dates/day";
import type { Gender, StudentStatus, StudyTime } from "@/lib/platform/db/generated/enums";
import type { Tx } from "@/lib/platform/db/transaction";
import type { StudentDraft } from "./schemas";

/** A student as the file's rows are compared with. */
export type StudentOnFile = {
  personId: number;
  number: number;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  gender: Gender;
  dateOfBirth: Day | null;
  birthProvince: string | null;
  citizenship: string;
  schoolEmail: string | null;
  personalEmail: string | null;
  status: StudentStatus;
  statusSince: Day;
  studyTime: StudyTime;
  isMonk: boolean;
  isTransfer: boolean;
  /** Digits of the telephone numbers. */
  phones: string[];
};

/** Somebody on file with an e-mail, or with the same name and birthday. `number` is null for who is no student. */
export type PersonOnFile = { personId: number; number: number | null };

export type OnFile = {
  byNumber: Map<number, StudentOnFile>;
  byEmail: Map<string, PersonOnFile & { familyName: string; personalName: string; school: boolean }>;
  byPerson: Map<string, PersonOnFile>;
};

/** Key of "the same person": name and birthday; null while one of them is unknown. */
export function personKey(
  person: Pick<StudentDraft, "familyName" | "personalName" | "dateOfBirth">,
): string | null {
  const { familyName, personalName, dateOfBirth } = person;
  return familyName && personalName && dateOfBirth ? `${familyName}|${personalName}|${dateOfBirth}` : null;
}

/** What is on file about the people of a batch of rows: three statements, whatever the number of rows. */
export async function lookUp(tx: Tx, drafts: readonly StudentDraft[]): Promise<OnFile> {
  const numbers = drafts.flatMap((draft) => draft.number ?? []);
  const emails = drafts.flatMap((draft) => [draft.schoolEmail ?? [], draft.personalEmail ?? []].flat());
  const people = drafts.flatMap((draft) => {
    const { familyName, personalName, dateOfBirth } = draft;
    return familyName && personalName && dateOfBirth ? [{ familyName, personalName, dateOfBirth }] : [];
  });
  const students = numbers.length > 0 ? await byNumbers(tx, numbers) : [];
  const mailed = emails.length > 0 ? await byEmails(tx, emails) : [];
  const same = people.length > 0 ? await byNamesAndBirthdays(tx, people) : [];
  return {
    byNumber: new Map(students.map((student) => [student.number, student])),
    byEmail: new Map(mailed.map(({ email, ...person }) => [email.toLowerCase(), person])),
    byPerson: new Map(same.map(({ key, ...person }) => [key, person])),
  };
}

function byNumbers(tx: Tx, numbers: number[]): Promise<StudentOnFile[]> {
  return tx.$queryRaw<StudentOnFile[]>`
    SELECT p.id AS "personId", s.number, p.family_name AS "familyName", p.personal_name AS "personalName",
           p.khmer_family_name AS "khmerFamilyName", p.khmer_personal_name AS "khmerPersonalName",
           p.gender::text AS gender, p.date_of_birth::text AS "dateOfBirth", p.birth_province AS "birthProvince",
           p.citizenship, p.school_email::text AS "schoolEmail", p.personal_email::text AS "personalEmail",
           s.status::text AS status, s.status_since::text AS "statusSince", s.study_time::text AS "studyTime",
           s.is_monk AS "isMonk", s.is_transfer AS "isTransfer",
           ARRAY(SELECT digits FROM phone WHERE phone.person_id = p.id)::text[] AS phones
      FROM student s JOIN person p ON p.id = s.person_id
     WHERE s.number = ANY (${numbers}::int[])
       FOR NO KEY UPDATE OF s, p`;
}

type Mailed = PersonOnFile & { email: string; familyName: string; personalName: string; school: boolean };

function byEmails(tx: Tx, emails: string[]): Promise<Mailed[]> {
  return tx.$queryRaw<Mailed[]>`
    SELECT lower(m.email::text) AS email, m.school, p.id AS "personId", s.number,
           p.family_name AS "familyName", p.personal_name AS "personalName"
      FROM (SELECT id, personal_email AS email, false AS school FROM person
             WHERE personal_email = ANY (${emails}::citext[])
             UNION ALL
            SELECT id, school_email, true FROM person WHERE school_email = ANY (${emails}::citext[])) m
      JOIN person p ON p.id = m.id
      LEFT JOIN student s ON s.person_id = p.id
     ORDER BY m.school`;
}

type Same = PersonOnFile & { key: string };

function byNamesAndBirthdays(tx: Tx, people: object[]): Promise<Same[]> {
  return tx.$queryRaw<Same[]>`
    SELECT concat_ws('|', p.family_name, p.personal_name, p.date_of_birth::text) AS key, p.id AS "personId", s.number
      FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
             AS g("familyName" text, "personalName" text, "dateOfBirth" date)
      JOIN person p ON p.family_name = g."familyName" AND p.personal_name = g."personalName"
                   AND p.date_of_birth = g."dateOfBirth"
      LEFT JOIN student s ON s.person_id = p.id`;
}

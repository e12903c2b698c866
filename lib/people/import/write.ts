import "server-only";
import { normalisePhone, searchKey } from "@/lib/people/rules";
import { type Actor, actorLabel } from "@/lib/platform/access/actor";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import type { StudentOnFile } from "./on-file";
import type { StudentDraft } from "./schemas";

export type NewStudent = { draft: StudentDraft; number: number; admittedOn: Day };
export type ChangedStudent = { draft: StudentDraft; student: StudentOnFile };

/** A phone as stored, or nothing when the row names none. */
export function phoneOf(draft: { phone?: string }, personId: number) {
  return draft.phone ? [{ personId, number: draft.phone, digits: normalisePhone(draft.phone) }] : [];
}

/**
 * Writes new people, students, telephone numbers and first statuses, one statement per table.
 * @returns the person id of each, in the order given
 */
export async function insertStudents(
  tx: Tx,
  actor: Actor,
  rows: readonly NewStudent[],
  reason: string,
): Promise<number[]> {
  if (rows.length === 0) return [];
  const ids = (
    await tx.$queryRaw<{ id: number }[]>`
      SELECT nextval(pg_get_serial_sequence('person', 'id'))::int AS id FROM generate_series(1, ${rows.length}::int)`
  ).map((row) => row.id);
  const people = rows.map(({ draft, number, admittedOn }, place) => ({
    id: ids[place],
    number,
    admittedOn,
    ...draft,
    searchKey: searchKey({
      familyName: draft.familyName ?? "",
      personalName: draft.personalName ?? "",
      khmerFamilyName: draft.khmerFamilyName,
      khmerPersonalName: draft.khmerPersonalName,
    }),
    status: draft.status ?? "ACTIVE",
    studyTime: draft.studyTime ?? "EVENING",
  }));
  const json = JSON.stringify(people);
  await insertPeople(tx, json);
  await openMonkPeriods(
    tx,
    people.filter((person) => person.isMonk).map((person) => person.id ?? 0),
  );
  await tx.$executeRaw`
    INSERT INTO student (person_id, number, status, status_since, study_time, is_monk, is_transfer, admitted_on)
    SELECT g.id, g.number, g.status, g."admittedOn", g."studyTime", coalesce(g."isMonk", false),
           coalesce(g."isTransfer", false), g."admittedOn"
      FROM jsonb_to_recordset(${json}::jsonb) AS g(
        id int, number int, status student_status, "admittedOn" date, "studyTime" study_time,
        "isMonk" boolean, "isTransfer" boolean)`;
  await insertPhones(
    tx,
    people.flatMap((person) => phoneOf(person, person.id ?? 0)),
  );
  await insertStatusChanges(
    tx,
    actor,
    people.map((person) => ({
      studentId: person.id ?? 0,
      from: null,
      to: person.status,
      on: person.admittedOn,
    })),
    reason,
  );
  return ids;
}

/** Writes new people; `json` are their rows by the names of the drafts, with `id` and `searchKey`. */
export async function insertPeople(tx: Tx, json: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO person (id, public_id, family_name, personal_name, khmer_family_name, khmer_personal_name, khmer_name_source,
                        search_key, gender, date_of_birth, birth_province, citizenship, school_email, personal_email)
    SELECT g.id, gen_random_uuid(), g."familyName", g."personalName", g."khmerFamilyName", g."khmerPersonalName",
           CASE WHEN g."khmerFamilyName" IS NOT NULL OR g."khmerPersonalName" IS NOT NULL THEN 'IMPORT'::khmer_name_source END,
           g."searchKey", coalesce(g.gender, 'X'), g."dateOfBirth", g."birthProvince", coalesce(g.citizenship, 'KH'),
           g."schoolEmail", g."personalEmail"
      FROM jsonb_to_recordset(${json}::jsonb) AS g(
        id int, "familyName" text, "personalName" text, "khmerFamilyName" text, "khmerPersonalName" text,
        "searchKey" text, gender gender, "dateOfBirth" date, "birthProvince" text, citizenship text,
        "schoolEmail" citext, "personalEmail" citext)`;
}

/** Who becomes a monk by a list does so on a day that the list does not tell. */
async function openMonkPeriods(tx: Tx, personIds: number[]): Promise<void> {
  if (personIds.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO monk_period (person_id)
    SELECT id FROM unnest(${personIds}::int[]) AS id
     WHERE NOT EXISTS (SELECT FROM monk_period WHERE person_id = id AND left_on IS NULL)`;
}

/** Who is a monk no longer by a list has left on the day of the list, at the latest. */
async function closeMonkPeriods(tx: Tx, personIds: number[], today: Day): Promise<void> {
  if (personIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE monk_period SET left_on = greatest(${today}::date, ordained_on), version = version + 1
     WHERE person_id = ANY(${personIds}::int[]) AND left_on IS NULL`;
}

/** Adds the numbers that people do not have yet; the first one of somebody is the preferred one. */
export async function insertPhones(
  tx: Tx,
  phones: { personId: number; number: string; digits: string }[],
): Promise<void> {
  if (phones.length === 0) return;
  // As commands/phones.ts does: somebody who adds a number by hand meanwhile waits, and neither is refused.
  const ids = phones.map((phone) => phone.personId);
  await tx.$executeRaw`SELECT 1 FROM person WHERE id = ANY(${ids}::int[]) ORDER BY id FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    INSERT INTO phone (person_id, number, digits, is_preferred)
    SELECT g."personId", g.number, g.digits,
           NOT EXISTS (SELECT FROM phone WHERE phone.person_id = g."personId" AND phone.is_preferred)
      FROM jsonb_to_recordset(${JSON.stringify(phones)}::jsonb) AS g("personId" int, number text, digits text)
     WHERE NOT EXISTS (SELECT FROM phone WHERE phone.person_id = g."personId" AND phone.digits = g.digits)`;
}

type StatusChange = { studentId: number; from: string | null; to: string; on: Day };

async function insertStatusChanges(
  tx: Tx,
  actor: Actor,
  changes: StatusChange[],
  reason: string,
): Promise<void> {
  if (changes.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO student_status_change (student_id, from_status, to_status, effective_on, reason, actor)
    SELECT g."studentId", g."from", g."to", g."on", ${reason}, ${actorLabel(actor)}
      FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
             AS g("studentId" int, "from" student_status, "to" student_status, "on" date)`;
}

export const PERSON_FIELDS = [
  "familyName",
  "personalName",
  "khmerFamilyName",
  "khmerPersonalName",
  "gender",
  "dateOfBirth",
  "birthProvince",
  "citizenship",
  "schoolEmail",
  "personalEmail",
] as const;
const STUDENT_FIELDS = ["studyTime", "isMonk", "isTransfer", "status"] as const;

/** Which parts of a student a row would change; an empty cell never empties a field. */
export function differences({ draft, student }: ChangedStudent): {
  person: boolean;
  student: boolean;
  phone: boolean;
} {
  const differs = (field: (typeof PERSON_FIELDS)[number] | (typeof STUDENT_FIELDS)[number]) =>
    draft[field] !== undefined && draft[field] !== student[field];
  return {
    person: PERSON_FIELDS.some(differs),
    student: STUDENT_FIELDS.some(differs),
    phone: draft.phone !== undefined && !student.phones.includes(normalisePhone(draft.phone)),
  };
}

/** Writes what rows change about students on file; every row touched gets a new version. */
export async function updateStudents(
  tx: Tx,
  actor: Actor,
  rows: readonly ChangedStudent[],
  given: { reason: string; today: Day },
): Promise<void> {
  const merged = rows.map(({ draft, student }) => {
    const { phones: _phones, ...known } = student;
    const after = { ...known, ...draft, id: student.personId, before: student };
    return { ...after, searchKey: searchKey(after), differs: differences({ draft, student }) };
  });
  const people = merged.filter((row) => row.differs.person);
  if (people.length > 0) await updatePeople(tx, JSON.stringify(people));
  const students = merged.filter((row) => row.differs.student);
  if (students.length > 0) {
    const turned = students.filter((row) => row.isMonk !== row.before.isMonk);
    await openMonkPeriods(
      tx,
      turned.filter((row) => row.isMonk).map((row) => row.id),
    );
    await closeMonkPeriods(
      tx,
      turned.filter((row) => !row.isMonk).map((row) => row.id),
      given.today,
    );
    await updateStudentRows(tx, JSON.stringify(students), given);
    const moved = students.filter((row) => row.status !== row.before.status);
    await insertStatusChanges(
      tx,
      actor,
      moved.map((row) => ({ studentId: row.id, from: row.before.status, to: row.status, on: given.today })),
      given.reason,
    );
  }
  await insertPhones(
    tx,
    merged.filter((row) => row.differs.phone).flatMap((row) => phoneOf(row, row.id)),
  );
}

/** Writes people anew; `json` are whole rows by the names of the drafts, with `id` and `searchKey`. */
export async function updatePeople(tx: Tx, json: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE person p
       SET family_name = g."familyName", personal_name = g."personalName", khmer_family_name = g."khmerFamilyName",
           khmer_personal_name = g."khmerPersonalName", search_key = g."searchKey", gender = g.gender,
           (khmer_name_source, khmer_name_confidence, khmer_name_verified_at, khmer_name_checked_at, khmer_name_checked_by)
             = (SELECT 'IMPORT'::khmer_name_source, NULL::numeric, NULL::timestamptz, NULL::timestamptz, NULL::int
                 WHERE (p.khmer_family_name, p.khmer_personal_name)
                         IS DISTINCT FROM (g."khmerFamilyName", g."khmerPersonalName")
                UNION ALL
                SELECT p.khmer_name_source, p.khmer_name_confidence, p.khmer_name_verified_at, p.khmer_name_checked_at,
                       p.khmer_name_checked_by
                 WHERE (p.khmer_family_name, p.khmer_personal_name)
                         IS NOT DISTINCT FROM (g."khmerFamilyName", g."khmerPersonalName")),
           date_of_birth = g."dateOfBirth", birth_province = g."birthProvince", citizenship = g.citizenship,
           school_email = g."schoolEmail", personal_email = g."personalEmail", version = p.version + 1, updated_at = now()
      FROM jsonb_to_recordset(${json}::jsonb) AS g(
        id int, "familyName" text, "personalName" text, "khmerFamilyName" text, "khmerPersonalName" text,
        "searchKey" text, gender gender, "dateOfBirth" date, "birthProvince" text, citizenship text,
        "schoolEmail" citext, "personalEmail" citext)
     WHERE p.id = g.id`;
}

async function updateStudentRows(tx: Tx, json: string, given: { reason: string; today: Day }): Promise<void> {
  await tx.$executeRaw`
    UPDATE student s
       SET study_time = g."studyTime", is_transfer = g."isTransfer",
           status_since = CASE WHEN s.status <> g.status THEN ${given.today}::date ELSE s.status_since END,
           status_reason = CASE WHEN s.status <> g.status THEN ${given.reason} ELSE s.status_reason END,
           status = g.status, version = s.version + 1
      FROM jsonb_to_recordset(${json}::jsonb) AS g(
        id int, status student_status, "studyTime" study_time, "isTransfer" boolean)
     WHERE s.person_id = g.id`;
}

/** The highest student number on file; 0 when there is none. */
export async function highestNumber(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ highest: number | null }[]>`SELECT max(number) AS highest FROM student`;
  return row?.highest ?? 0;
}

/**
 * Gives out numbers to new students: from the sequence, or, in a preview, the ones that would come, using none up.
 * Numbers that the file itself gives to somebody (`given`) are left out.
 */
export function numberSource(
  tx: Tx,
  mode: "preview" | "apply",
  given: { has(number: number): boolean },
): (count: number) => Promise<number[]> {
  const next = mode === "apply" ? takeNumbers(tx) : peekNumbers(tx);
  return async (count) => {
    const numbers: number[] = [];
    while (numbers.length < count) {
      const offered = await next(count - numbers.length);
      numbers.push(...offered.filter((number) => !given.has(number)));
    }
    return numbers;
  };
}

function takeNumbers(tx: Tx): (count: number) => Promise<number[]> {
  return async (count) => {
    const rows = await tx.$queryRaw<{ number: number }[]>`
      SELECT people_next_student_number() AS number FROM generate_series(1, ${count}::int)`;
    return rows.map((row) => row.number);
  };
}

function peekNumbers(tx: Tx): (count: number) => Promise<number[]> {
  let last: number | undefined;
  return async (count) => {
    if (last === undefined) {
      const [row] = await tx.$queryRaw<{ next: number }[]>`SELECT people_peek_student_number() AS next`;
      last = (row?.next ?? 1) - 1;
    }
    const from = last;
    last += count;
    return Array.from({ length: count }, (_, place) => from + place + 1);
  };
}

/** Writes the search keys of people anew after their names were taken back: the audit does not hold the keys. */
export async function refreshSearchKeys(tx: Tx, personIds: readonly number[]): Promise<void> {
  if (personIds.length === 0) return;
  const people = await tx.person.findMany({
    where: { id: { in: [...personIds] } },
    select: {
      id: true,
      familyName: true,
      personalName: true,
      khmerFamilyName: true,
      khmerPersonalName: true,
      searchKey: true,
    },
  });
  const stale = people
    .map((person) => ({ id: person.id, key: searchKey(person), was: person.searchKey }))
    .filter((person) => person.key !== person.was);
  if (stale.length === 0) return;
  await tx.$executeRaw`
    UPDATE person p SET search_key = g.key
      FROM jsonb_to_recordset(${JSON.stringify(stale)}::jsonb) AS g(id int, key text) WHERE p.id = g.id`;
}

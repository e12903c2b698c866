import "server-only";
import { insertPeople, insertPhones, PERSON_FIELDS, phoneOf, updatePeople } from "@/lib/people/import/write";
import { normalisePhone, searchKey } from "@/lib/people/rules";
import type { Day } from "@/lib/platform/dates/day";
import type { Gender, TeacherStatus, TerminalDegree } from "@/lib/platform/db/generated/enums";
import type { Tx } from "@/lib/platform/db/transaction";
import type { TeacherDraft } from "./parse";

/** A teacher as the rows of a list are compared with. */
export type TeacherOnFile = {
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
  degree: TerminalDegree;
  department: string | null;
  profileStatus: TeacherStatus;
  hiredOn: Day;
  startDate: Day;
  endDate: Day | null;
  phones: string[];
};

/** The teachers of numbers, locked for the changes that follow. */
export async function teachersOnFile(tx: Tx, numbers: number[]): Promise<Map<number, TeacherOnFile>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx.$queryRaw<TeacherOnFile[]>`
    SELECT p.id AS "personId", t.number, p.family_name AS "familyName", p.personal_name AS "personalName",
           p.khmer_family_name AS "khmerFamilyName", p.khmer_personal_name AS "khmerPersonalName",
           p.gender::text AS gender, p.date_of_birth::text AS "dateOfBirth", p.birth_province AS "birthProvince",
           p.citizenship, p.school_email::text AS "schoolEmail", p.personal_email::text AS "personalEmail",
           t.terminal_degree::text AS degree, t.department_code AS department, t.status::text AS "profileStatus",
           t.start_date::text AS "hiredOn", t.start_date::text AS "startDate", t.end_date::text AS "endDate",
           ARRAY(SELECT digits FROM phone WHERE phone.person_id = p.id)::text[] AS phones
      FROM teacher t JOIN person p ON p.id = t.person_id
     WHERE t.number = ANY (${numbers}::int[])
     ORDER BY p.id FOR NO KEY UPDATE OF t, p`;
  return new Map(rows.map((row) => [row.number, row]));
}

/** Numbers of new teachers: from the sequence, or in a preview the ones that would come, using none up. */
async function nextNumbers(tx: Tx, count: number, mode: "preview" | "apply"): Promise<number[]> {
  if (count === 0) return [];
  const rows =
    mode === "apply"
      ? await tx.$queryRaw<{ number: number }[]>`
          SELECT people_next_colleague_number('teacher') AS number FROM generate_series(1, ${count}::int)`
      : await tx.$queryRaw<{ number: number }[]>`
          SELECT (SELECT coalesce(max(number), 0) FROM teacher) + n AS number
            FROM generate_series(1, ${count}::int) n`;
  return rows.map((row) => row.number);
}

/**
 * Writes new people with their profiles and telephone numbers.
 * @returns the number of each, in the order given
 */
export async function insertTeachers(
  tx: Tx,
  drafts: readonly TeacherDraft[],
  mode: "preview" | "apply",
): Promise<number[]> {
  if (drafts.length === 0) return [];
  // The numbers that the list itself gives come first: what is drawn afterwards lies above them.
  const given = drafts.filter((draft) => draft.teacherNumber !== undefined);
  const rest = drafts.filter((draft) => draft.teacherNumber === undefined);
  const numbers = new Map<TeacherDraft, number>();
  for (const part of [given, rest]) {
    if (part.length === 0) continue;
    const drawn = part === rest ? await nextNumbers(tx, rest.length, mode) : [];
    for (const [place, draft] of part.entries()) numbers.set(draft, draft.teacherNumber ?? drawn[place] ?? 0);
    await insertPart(tx, part, numbers);
  }
  return drafts.map((draft) => numbers.get(draft) ?? 0);
}

async function insertPart(
  tx: Tx,
  drafts: readonly TeacherDraft[],
  numbers: ReadonlyMap<TeacherDraft, number>,
): Promise<void> {
  const ids = await tx.$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence('person', 'id'))::int AS id FROM generate_series(1, ${drafts.length}::int)`;
  const rows = drafts.map((draft, place) => ({
    ...draft,
    id: ids[place]?.id ?? 0,
    number: numbers.get(draft),
    profileStatus: draft.profileStatus ?? "ACTIVE",
    searchKey: searchKey({
      familyName: draft.familyName ?? "",
      personalName: draft.personalName ?? "",
      khmerFamilyName: draft.khmerFamilyName,
      khmerPersonalName: draft.khmerPersonalName,
    }),
  }));
  const json = JSON.stringify(rows);
  await insertPeople(tx, json);
  await tx.$executeRaw`
    INSERT INTO teacher (person_id, number, terminal_degree, status, start_date, end_date, department_code)
    SELECT g.id, g.number, g.degree, g."profileStatus", g."hiredOn", g."endDate", g.department
      FROM jsonb_to_recordset(${json}::jsonb) AS g(
        id int, number int, degree terminal_degree, "profileStatus" teacher_status, "hiredOn" date, "endDate" date,
        department text)`;
  await insertPhones(
    tx,
    rows.flatMap((row) => phoneOf(row, row.id)),
  );
}

const PROFILE_FIELDS = ["degree", "department", "profileStatus", "hiredOn", "endDate"] as const;

/**
 * Writes what rows change about teachers on file; an empty cell empties nothing, every row touched gets a new version.
 * @returns how many were changed
 */
export async function updateTeachers(
  tx: Tx,
  known: readonly { draft: TeacherDraft; teacher: TeacherOnFile }[],
): Promise<number> {
  const rows = known.map(({ draft, teacher }) => {
    const { phones, ...before } = teacher;
    const merged = { ...before, ...draft, id: teacher.personId };
    const differs = (field: (typeof PERSON_FIELDS)[number] | (typeof PROFILE_FIELDS)[number]) =>
      draft[field] !== undefined && draft[field] !== teacher[field];
    return {
      ...merged,
      searchKey: searchKey(merged),
      person: PERSON_FIELDS.some(differs),
      profile: PROFILE_FIELDS.some(differs),
      calls: draft.phone !== undefined && !phones.includes(normalisePhone(draft.phone)),
    };
  });
  const people = rows.filter((row) => row.person);
  if (people.length > 0) await updatePeople(tx, JSON.stringify(people));
  const profiles = rows.filter((row) => row.profile);
  if (profiles.length > 0) {
    await tx.$executeRaw`
      UPDATE teacher t
         SET terminal_degree = g.degree, department_code = g.department, status = g."profileStatus",
             start_date = g."hiredOn", end_date = g."endDate", version = t.version + 1
        FROM jsonb_to_recordset(${JSON.stringify(profiles)}::jsonb) AS g(
          id int, degree terminal_degree, department text, "profileStatus" teacher_status, "hiredOn" date,
          "endDate" date)
       WHERE t.person_id = g.id`;
  }
  await insertPhones(
    tx,
    rows.filter((row) => row.calls).flatMap((row) => phoneOf(row, row.id)),
  );
  return rows.filter((row) => row.person || row.profile || row.calls).length;
}

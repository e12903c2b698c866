import "server-only";
import { cache } from "react";
import { personScopeSql, reachOf, scopeSql } from "@/lib/people/access";
import { colleagueScopeSql } from "@/lib/people/colleagues/access";
import type { ColleagueRecord } from "@/lib/people/colleagues/schemas";
import type { ColleagueKind, RecordKind } from "@/lib/people/record-ref";
import { type PersonField, sees } from "@/lib/people/visible-fields";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/** Fields of a person by the group that decides who sees them. */
const IDENTITY: [PersonField, string][] = [
  ["gender", "'gender', p.gender"],
  ["birth", "'dateOfBirth', p.date_of_birth, 'birthProvince', p.birth_province"],
  ["identity", "'citizenship', p.citizenship"],
  ["school_email", "'schoolEmail', p.school_email"],
  ["emails", "'personalEmail', p.personal_email"],
];

const PHONES = `ARRAY(SELECT json_build_object('id', id, 'version', version, 'phone', number, 'comment', comment,
    'isPreferred', is_preferred, 'isTelegram', is_telegram) FROM phone WHERE person_id = p.id ORDER BY is_preferred DESC, id)`;
const CONTACTS = `ARRAY(SELECT json_build_object('id', id, 'version', version, 'name', name, 'relationship', relationship,
    'primaryPhone', primary_phone, 'isEmergency', is_emergency, 'isGeneral', is_general)
    FROM emergency_contact WHERE person_id = p.id ORDER BY is_emergency DESC, id)`;
const PHOTO = "(SELECT max(id) FROM person_photo WHERE person_id = p.id AND is_current)";
const ACCOUNT = "(SELECT id FROM account WHERE person_id = p.id)";

/**
 * One teacher or staff member with phones, contacts and the other records of the same person, in one statement, through
 * the actor's reach and with what the actor sees; null when there is none or the actor may not see it.
 * @param number of the teacher or of the staff member, not the person's id
 * @throws AppError forbidden without people:read
 */
export const findColleague = cache(
  async (actor: Actor, kind: ColleagueKind, number: number): Promise<ColleagueRecord | null> => {
    authorise(actor, "people:read");
    const reach = reachOf(actor);
    const values: unknown[] = [number];
    const scope = colleagueScopeSql(reach, values);
    const ofStudent = scopeSql(reach, values);
    const of = (alias: string) => colleagueScopeSql(reach, values).replaceAll("c.", `${alias}.`);
    const [ofTeacher, ofStaff] = [of("t"), of("f")];
    const shown = (field: PersonField, sql: string) => (sees(actor, field) ? sql : "NULL");
    const identity = IDENTITY.filter(([field]) => sees(actor, field)).map(([, sql]) => `, ${sql}`);
    const seen = IDENTITY.map(([field]) => Number(sees(actor, field))).join("");
    const others = (["phones", "contacts", "photo", "account"] as const).map((field) =>
      Number(sees(actor, field)),
    );
    const [row] = await query<{ record: Omit<ColleagueRecord, "kind"> }>(
      `people.${kind} ${reach.kind} ${seen} ${others.join("")}`,
      `SELECT json_build_object('personId', p.id, 'number', c.number,
         'person', json_build_object('version', p.version, 'familyName', p.family_name,
           'personalName', p.personal_name, 'khmerFamilyName', p.khmer_family_name,
           'khmerPersonalName', p.khmer_personal_name, 'khmerNameSource', p.khmer_name_source${identity.join("")}),
         'profile', json_build_object('version', c.version, 'status', c.status, 'startDate', c.start_date,
           'endDate', c.end_date,
           'terminalDegree', ${kind === "teacher" ? "c.terminal_degree" : "NULL::text"},
           'jobTitle', ${kind === "staff" ? "c.job_title" : "NULL::text"},
           'department', CASE WHEN d.id IS NOT NULL
             THEN json_build_object('code', d.code, 'name', d.name, 'nameKm', d.name_km) END),
         'student', CASE WHEN ${ofStudent} THEN s.number END, 'teacher', CASE WHEN ${ofTeacher} THEN t.number END,
         'staff', CASE WHEN ${ofStaff} THEN f.number END,
         'photo', ${shown("photo", PHOTO)}, 'phones', ${shown("phones", PHONES)},
         'contacts', ${shown("contacts", CONTACTS)}, 'accountId', ${shown("account", ACCOUNT)}) AS record
         FROM ${kind} c
         JOIN person p ON p.id = c.person_id
         LEFT JOIN department d ON d.code = c.department_code
         LEFT JOIN student s ON s.person_id = p.id
         LEFT JOIN teacher t ON t.person_id = p.id
         LEFT JOIN staff f ON f.person_id = p.id
        WHERE c.number = $1::integer AND ${scope}`,
      values,
    );
    return row ? { kind, ...row.record } : null;
  },
);

/** Numbers of the records of a person that the actor reaches, for the links between them. */
export const findRecordsOf = cache(
  async (actor: Actor, personId: number): Promise<Record<RecordKind, number | null>> => {
    authorise(actor, "people:read");
    const reach = reachOf(actor);
    const values: unknown[] = [personId];
    const student = scopeSql(reach, values);
    const colleague = colleagueScopeSql(reach, values);
    const [row] = await query<Record<RecordKind, number | null>>(
      `people.records-of ${reach.kind}`,
      `SELECT (SELECT s.number FROM student s WHERE s.person_id = $1::integer AND ${student}) AS student,
              (SELECT c.number FROM teacher c WHERE c.person_id = $1::integer AND ${colleague}) AS teacher,
              (SELECT c.number FROM staff c WHERE c.person_id = $1::integer AND ${colleague}) AS staff`,
      values,
    );
    return row ?? { student: null, teacher: null, staff: null };
  },
);

/** Names of a person on file who is about to get a further record. */
export type Chosen = {
  personId: number;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  student: number | null;
  teacher: number | null;
  staff: number | null;
};

/** The person to whom a new record would belong, through the actor's reach; null for an unknown or foreign one. */
export async function findChosenPerson(actor: Actor, personId: number): Promise<Chosen | null> {
  authorise(actor, "people:edit");
  const reach = reachOf(actor);
  const values: unknown[] = [personId];
  const [row] = await query<Chosen>(
    `people.chosen ${reach.kind}`,
    `SELECT p.id AS "personId", p.family_name AS "familyName", p.personal_name AS "personalName",
            p.khmer_family_name AS "khmerFamilyName", p.khmer_personal_name AS "khmerPersonalName",
            s.number AS student, t.number AS teacher, f.number AS staff
       FROM person p LEFT JOIN student s ON s.person_id = p.id LEFT JOIN teacher t ON t.person_id = p.id
       LEFT JOIN staff f ON f.person_id = p.id
      WHERE p.id = $1::integer AND ${personScopeSql(reach, values)}`,
    values,
  );
  return row ?? null;
}

import "server-only";
import { cache } from "react";
import { reachOf, scopeSql, studentNotFound } from "@/lib/people/access";
import type { StudentRecord } from "@/lib/people/schemas";
import { PERSON_FIELDS, type PersonField, sees } from "@/lib/people/visible-fields";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/** Groups of fields of a record that not everybody who finds the student sees. */
const OF_RECORD = [
  "status_reason",
  "admission",
  "gender",
  "birth",
  "identity",
  "school_email",
  "emails",
  "phones",
  "contacts",
  "monk",
] as const satisfies readonly PersonField[];

/**
 * One student with phones, contacts and older numbers, in one statement, through the actor's scope; null when there
 * is none or the actor may not see it. Fields that the actor may not see of a person are empty (visible-fields.ts).
 * @param number the student number, not the person's id
 * @throws AppError forbidden without people:read or people:read_own
 */
export const findStudent = cache(async (actor: Actor, number: number): Promise<StudentRecord | null> => {
  authoriseAny(actor, "people:read", "people:read_own");
  const reach = reachOf(actor);
  const values: unknown[] = [number];
  // What the actor may not see of others is read of the own record only.
  const shown = PERSON_FIELDS.filter((field) => sees(actor, field));
  const own = OF_RECORD.every((field) => shown.includes(field))
    ? ""
    : `$${values.push(actor.personId)}::integer`;
  const seen = (field: (typeof OF_RECORD)[number], sql: string, otherwise = "NULL") =>
    shown.includes(field) ? sql : `CASE WHEN p.id = ${own} THEN ${sql} ELSE ${otherwise} END`;
  const [row] = await query<{ record: StudentRecord }>(
    `people.student ${reach.kind} ${own ? `only ${shown.join("-")}` : "whole"}`,
    `SELECT json_build_object(
       'personId', p.id, 'number', s.number, 'label', s.number_label,
       'person', json_build_object(
         'version', p.version, 'familyName', p.family_name, 'personalName', p.personal_name,
         'khmerFamilyName', p.khmer_family_name, 'khmerPersonalName', p.khmer_personal_name,
         'khmerNameSource', p.khmer_name_source, 'gender', ${seen("gender", "p.gender", "'X'")},
         'dateOfBirth', ${seen("birth", "p.date_of_birth")},
         'birthProvince', ${seen("birth", "p.birth_province")},
         'citizenship', ${seen("identity", "p.citizenship", "''")},
         'schoolEmail', ${seen("school_email", "p.school_email")},
         'personalEmail', ${seen("emails", "p.personal_email")}),
       'student', json_build_object(
         'version', s.version, 'status', s.status, 'statusSince', s.status_since, 
         'statusReason', ${seen("status_reason", "s.status_reason")},
         'studyTime', s.study_time, 'isMonk', ${seen("monk", "s.is_monk", "false")},
         'isTransfer', ${seen("admission", "s.is_transfer", "false")},
         'admittedOn', ${seen("admission", "s.admitted_on")},
         'programme', CASE WHEN pr.id IS NOT NULL
           THEN json_build_object('code', pr.code, 'name', pr.name, 'nameKm', pr.name_km) END),
       'aliases', ARRAY(SELECT alias FROM student_alias WHERE student_id = s.person_id ORDER BY alias),
       'phones', ARRAY(
         SELECT json_build_object('id', id, 'version', version, 'phone', number, 'comment', comment,
                                  'isPreferred', is_preferred, 'isTelegram', is_telegram)
           FROM phone WHERE person_id = p.id AND ${seen("phones", "true", "false")} ORDER BY is_preferred DESC, id),
       'contacts', ARRAY(
         SELECT json_build_object('id', id, 'version', version, 'name', name, 'relationship', relationship,
                                  'primaryPhone', primary_phone, 'secondaryPhone', secondary_phone, 'email', email,
                                  'address', address, 'isLegalGuardian', is_legal_guardian, 'isEmergency', is_emergency, 'isGeneral', is_general)
           FROM emergency_contact WHERE person_id = p.id AND ${seen("contacts", "true", "false")}
          ORDER BY is_emergency DESC, id)) AS record
       FROM student s
       JOIN person p ON p.id = s.person_id
       LEFT JOIN programme pr ON pr.id = s.current_programme_id
      WHERE s.number = $1::integer AND ${scopeSql(reach, values)}`,
    values,
  );
  return row?.record ?? null;
});

/** Like findStudent. @throws AppError not_found `people.student_not_found` */
export async function getStudent(actor: Actor, number: number): Promise<StudentRecord> {
  const found = await findStudent(actor, number);
  if (!found) throw studentNotFound();
  return found;
}

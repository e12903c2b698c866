import "server-only";
import { personScopeSql, reachOf } from "@/lib/people/access";
import type { DocumentNameFacts } from "@/lib/people/document-name";
import { sees } from "@/lib/people/visible-fields";
import type { Actor } from "@/lib/platform/access/actor";
import type { StudentStatus, StudyTime } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";

/** What documents and messages tell of a person; null where it is unknown, or where the actor may not see it. */
export type PersonFacts = DocumentNameFacts & {
  personId: number;
  /** The student number as shown, else the number as teacher or staff. */
  number: string | null;
  /** Null: no student. */
  studentNumber: number | null;
  status: StudentStatus | null;
  /** YYYY-MM-DD */
  statusSince: string | null;
  studyTime: StudyTime | null;
  programme: { code: string; name: string; nameKm: string } | null;
  /** YYYY-MM-DD */
  admittedOn: string | null;
  isMonk: boolean;
  /** YYYY-MM-DD */
  dateOfBirth: string | null;
  schoolEmail: string | null;
  personalEmail: string | null;
  phone: string | null;
  /** The stored file of the current photo. */
  photoFileId: string | null;
  /** The language that the person chose, if there is an account. */
  locale: string | null;
};

/**
 * Facts of people in the order of their ids, through the actor's reach: who is beyond it is not in the answer.
 * @param ids person ids, at most some thousands
 */
export async function listPeopleFacts(actor: Actor, ids: readonly number[]): Promise<PersonFacts[]> {
  const reach = reachOf(actor);
  const values: unknown[] = [ids];
  const rows = await query<PersonFacts>(
    `people.facts ${reach.kind}`,
    `SELECT p.id AS "personId", p.family_name AS "familyName", p.personal_name AS "personalName",
            p.khmer_family_name AS "khmerFamilyName", p.khmer_personal_name AS "khmerPersonalName",
            p.khmer_name_source AS "khmerNameSource", p.khmer_name_checked_at AS "khmerNameCheckedAt",
            p.use_legal_name AS "useLegalName", p.legal_family_name AS "legalFamilyName",
            p.legal_personal_name AS "legalPersonalName", p.legal_khmer_name AS "legalKhmerName",
            p.legal_gender AS "legalGender", p.gender, p.date_of_birth AS "dateOfBirth",
            p.school_email::text AS "schoolEmail", p.personal_email::text AS "personalEmail",
            s.number AS "studentNumber",
            coalesce(s.number_label, lpad(te.number::text, 5, '0'), lpad(st.number::text, 5, '0')) AS number,
            s.status, s.status_since AS "statusSince", s.study_time AS "studyTime", s.admitted_on AS "admittedOn",
            CASE WHEN pr.id IS NOT NULL
                 THEN json_build_object('code', pr.code, 'name', pr.name, 'nameKm', pr.name_km) END AS programme,
            coalesce(s.is_monk, false) OR EXISTS (
              SELECT FROM monk_period m WHERE m.person_id = p.id AND m.left_on IS NULL) AS "isMonk",
            (SELECT ph.number FROM phone ph WHERE ph.person_id = p.id AND ph.is_preferred) AS phone,
            (SELECT x.file_id::text FROM person_photo x WHERE x.person_id = p.id AND x.is_current) AS "photoFileId",
            a.locale
       FROM unnest($1::integer[]) WITH ORDINALITY AS wanted (id, place)
       JOIN person p ON p.id = wanted.id
       LEFT JOIN student s ON s.person_id = p.id
       LEFT JOIN teacher te ON te.person_id = p.id
       LEFT JOIN staff st ON st.person_id = p.id
       LEFT JOIN programme pr ON pr.id = s.current_programme_id
       LEFT JOIN account a ON a.person_id = p.id AND a.status = 'ACTIVE'
      WHERE ${personScopeSql(reach, values)}
      ORDER BY wanted.place`,
    values,
  );
  return rows.map((row) => seenBy(actor, row));
}

/** The row without what the actor may not see of others. */
function seenBy(actor: Actor, row: PersonFacts): PersonFacts {
  const of = { own: actor.personId === row.personId };
  const may = (field: Parameters<typeof sees>[1]) => sees(actor, field, of);
  return {
    ...row,
    ...(may("legal_name") ? {} : { useLegalName: false }),
    ...(may("birth") ? {} : { dateOfBirth: null }),
    ...(may("school_email") ? {} : { schoolEmail: null }),
    ...(may("emails") ? {} : { personalEmail: null }),
    ...(may("phones") ? {} : { phone: null }),
    ...(may("photo") ? {} : { photoFileId: null }),
    ...(may("monk") ? {} : { isMonk: false }),
    ...(may("admission") ? {} : { admittedOn: null }),
  };
}

import "server-only";
import { personNotFound, personScopeSql, type Reach, reachOf, scopeSql } from "@/lib/people/access";
import { paperState, roleOf } from "@/lib/people/details/rules";
import type { PaperRow, PersonDetails, RelationRow } from "@/lib/people/details/schemas";
import { type DocumentNameFacts, documentName } from "@/lib/people/document-name";
import { recordPath } from "@/lib/people/record-ref";
import { type PersonField, sees } from "@/lib/people/visible-fields";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { RelationKind } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";

type StoredPaper = Omit<PaperRow, "state">;
type RelatedRow = Omit<RelationRow, "role" | "href" | "number"> & {
  personId: number;
  relatedId: number;
  kind: RelationKind;
  student: number | null;
  teacher: number | null;
  staff: number | null;
  reached: boolean;
};
type Row = Omit<PersonDetails, "papers" | "relations" | "legal"> & {
  legal?: DocumentNameFacts;
  papers: StoredPaper[] | null;
  relations: RelatedRow[] | null;
};

const PARTS = {
  legal: [
    "legal_name",
    `json_build_object('useLegalName', p.use_legal_name, 'legalFamilyName', p.legal_family_name,
       'legalPersonalName', p.legal_personal_name, 'legalKhmerName', p.legal_khmer_name, 'legalGender', p.legal_gender, 'gender', p.gender,
       'familyName', p.family_name, 'personalName', p.personal_name, 'khmerFamilyName', p.khmer_family_name,
       'khmerPersonalName', p.khmer_personal_name, 'khmerNameSource', p.khmer_name_source,
       'khmerNameCheckedAt', p.khmer_name_checked_at)`,
  ],
  addresses: [
    "address",
    `ARRAY(SELECT json_build_object('id', id, 'version', version, 'kind', kind, 'country', country,
       'province', province, 'district', district, 'commune', commune, 'village', village, 'line', line,
       'postalCode', postal_code) FROM person_address WHERE person_id = p.id ORDER BY kind)`,
  ],
  papers: [
    "papers",
    `ARRAY(SELECT json_build_object('id', i.id, 'version', i.version, 'kind', i.kind, 'number', i.number,
       'country', i.country, 'issuedOn', i.issued_on, 'expiresOn', i.expires_on, 'issuedBy', i.issued_by,
       'fileId', i.file_id, 'fileName', f.name, 'verifiedAt', i.verified_at, 'verifiedBy', a.display_name)
       FROM identity_paper i LEFT JOIN stored_file f ON f.id = i.file_id LEFT JOIN account a ON a.id = i.verified_by
      WHERE i.person_id = p.id ORDER BY i.kind, i.expires_on DESC NULLS LAST, i.id LIMIT 100)`,
  ],
  schooling: [
    "schooling",
    `ARRAY(SELECT json_build_object('id', id, 'version', version, 'level', level, 'school', school,
       'country', country, 'province', province, 'startedYear', started_year, 'endedYear', ended_year,
       'completed', completed, 'credential', credential, 'grade', grade)
       FROM prior_schooling WHERE person_id = p.id
      ORDER BY coalesce(ended_year, started_year) DESC NULLS FIRST, level DESC, id LIMIT 100)`,
  ],
  employments: [
    "employment",
    `ARRAY(SELECT json_build_object('id', id, 'version', version, 'employer', employer, 'jobTitle', job_title,
       'phone', phone, 'startedOn', started_on, 'endedOn', ended_on)
       FROM employment WHERE person_id = p.id
      ORDER BY ended_on DESC NULLS FIRST, started_on DESC NULLS LAST, id LIMIT 100)`,
  ],
  monkPeriods: [
    "monk",
    `ARRAY(SELECT json_build_object('id', id, 'version', version, 'ordainedOn', ordained_on, 'leftOn', left_on,
       'pagoda', pagoda) FROM monk_period WHERE person_id = p.id
      ORDER BY left_on DESC NULLS FIRST, id LIMIT 100)`,
  ],
} as const satisfies Record<string, readonly [PersonField, string]>;

function legalOf(facts: DocumentNameFacts): NonNullable<PersonDetails["legal"]> {
  const { useLegalName, legalFamilyName, legalPersonalName, legalKhmerName, legalGender } = facts;
  const kept = { useLegalName, legalFamilyName, legalPersonalName, legalKhmerName, legalGender };
  return { ...kept, printed: documentName(facts) };
}

/** Both sides of a relation are walked by an index of their own; the other one is named, and linked where reached. */
function relationsSql(reach: Reach, values: unknown[]): string {
  return `ARRAY(SELECT json_build_object('id', r.id, 'version', r.version, 'note', r.note, 'kind', r.kind,
      'personId', r.person_id, 'relatedId', r.related_id, 'otherId', o.id,
      'familyName', o.family_name, 'personalName', o.personal_name, 'khmerFamilyName', o.khmer_family_name,
      'khmerPersonalName', o.khmer_personal_name, 'student', s.number, 'teacher', te.number, 'staff', st.number,
      'reached', s.person_id IS NULL AND ${reach.kind === "all"} OR s.person_id IS NOT NULL AND ${scopeSql(reach, values)})
      FROM (SELECT *, related_id AS other_id FROM person_relation WHERE person_id = p.id
            UNION ALL SELECT *, person_id FROM person_relation WHERE related_id = p.id) r
      JOIN person o ON o.id = r.other_id
      LEFT JOIN student s ON s.person_id = o.id LEFT JOIN teacher te ON te.person_id = o.id
      LEFT JOIN staff st ON st.person_id = o.id
     ORDER BY r.kind, r.id LIMIT 100)`;
}

function relationOf(row: RelatedRow, personId: number): RelationRow {
  const { kind, personId: from, relatedId, student, teacher, staff, reached, ...shown } = row;
  const of = student !== null ? "student" : teacher !== null ? "teacher" : "staff";
  const number = student ?? teacher ?? staff;
  return {
    ...shown,
    role: roleOf({ personId: from, relatedId, kind }, personId),
    href: reached && number !== null ? recordPath({ of, number }) : null,
    number: number === null ? null : of === "student" ? String(number).padStart(5, "0") : String(number),
  };
}

/**
 * Everything of a person beyond identity and telephone, in one statement, through the actor's reach; a part that the
 * actor may not see is not read (visible-fields.ts). Days are YYYY-MM-DD.
 * @throws AppError not_found `people.person_not_found`; forbidden without people:read or people:read_own
 */
export async function getPersonDetails(actor: Actor, personId: number): Promise<PersonDetails> {
  authoriseAny(actor, "people:read", "people:read_own");
  const of = { own: actor.personId === personId };
  const reach = reachOf(actor);
  const values: unknown[] = [personId];
  const seen = Object.entries(PARTS).filter(([, [field]]) => sees(actor, field, of));
  const family = sees(actor, "family", of);
  const identity = sees(actor, "identity", of);
  const parts = seen.map(([name, [, sql]]) => `'${name}', ${sql}`);
  if (family) parts.push(`'relations', ${relationsSql(reach, values)}`);
  if (identity) parts.push("'maritalStatus', p.marital_status");
  const names = [...seen.map(([name]) => name), family && "family", identity && "identity"].filter(Boolean);
  const [row] = await query<{ details: Row }>(
    `people.details ${reach.kind} ${names.join()}`,
    `SELECT json_build_object('personId', p.id, 'version', p.version,
        'isStudent', EXISTS (SELECT FROM student WHERE person_id = p.id)${parts.map((part) => `, ${part}`).join("")}) AS details
       FROM person p WHERE p.id = $1::integer AND ${personScopeSql(reach, values)}`,
    values,
  );
  if (!row) throw personNotFound();
  const { details } = row;
  const today = campusToday();
  return {
    ...details,
    legal: details.legal ? legalOf(details.legal) : null,
    addresses: details.addresses ?? null,
    schooling: details.schooling ?? null,
    employments: details.employments ?? null,
    monkPeriods: details.monkPeriods ?? null,
    papers: details.papers?.map((paper) => ({ ...paper, state: paperState(paper.expiresOn, today) })) ?? null,
    relations: details.relations?.map((relation) => relationOf(relation, personId)) ?? null,
  };
}

/**
 * The stored file of a paper's scan, where the actor sees the papers of that person.
 * @throws AppError not_found `people.paper_not_found`, also without a scan; forbidden
 */
export async function findPaperScan(
  actor: Actor,
  paperId: number,
): Promise<{ fileId: string; personId: number }> {
  authoriseAny(actor, "people:read", "people:read_own");
  const reach = reachOf(actor);
  const values: unknown[] = [paperId];
  const [row] = await query<{ fileId: string; personId: number }>(
    `people.paper-scan ${reach.kind}`,
    `SELECT i.file_id AS "fileId", p.id AS "personId" FROM identity_paper i JOIN person p ON p.id = i.person_id
      WHERE i.id = $1::integer AND i.file_id IS NOT NULL AND ${personScopeSql(reach, values)}`,
    values,
  );
  if (!row || !sees(actor, "papers", { own: row.personId === actor.personId })) {
    throw new AppError("not_found", "people.paper_not_found");
  }
  return row;
}

import "server-only";
import { type StudentFilter, selectStudents } from "@/lib/people/queries/student-rows";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { recordEvent } from "@/lib/platform/audit/event";
import { streamRows } from "@/lib/platform/db/stream-rows";
import { writeTx } from "@/lib/platform/db/transaction";

/** The columns of the export in order; the headings are the messages `people.columns.<name>`. */
export const EXPORT_COLUMNS = [
  "number",
  "familyName",
  "personalName",
  "khmerFamilyName",
  "khmerPersonalName",
  "gender",
  "dateOfBirth",
  "status",
  "statusSince",
  "programme",
  "studyTime",
  "monk",
  "transfer",
  "phone",
  "schoolEmail",
  "admittedOn",
] as const;

/** A file holds everybody who was found, however many. */
const EVERYBODY = 10_000_000;

export type ExportRow = Record<(typeof EXPORT_COLUMNS)[number], string | null>;

/**
 * The students of a list with the columns of the export, streamed in the order of the list. That somebody took them
 * away, with which filter, is written to the audit before the first row leaves.
 * @throws AppError forbidden without people:export; read_only, since what cannot be audited is not handed out
 */
export async function exportStudents(
  actor: Actor,
  filter: StudentFilter,
  asked: Record<string, string>,
): Promise<AsyncGenerator<ExportRow>> {
  authorise(actor, "people:export");
  authorise(actor, "people:read");
  await writeTx(actor, {}, (tx) => recordEvent(tx, "people.students_exported", null, { filter: asked }));
  const values: unknown[] = [];
  const chosen = selectStudents(actor, filter, values, EVERYBODY);
  return streamRows<ExportRow>(
    `WITH ${chosen.ctes ? `${chosen.ctes},` : ""}
     chosen AS (SELECT s.person_id, row_number() OVER (ORDER BY ${chosen.orderBy}) AS place
                  FROM ${chosen.from} WHERE ${chosen.where})
     SELECT s.number_label AS number, p.family_name AS "familyName", p.personal_name AS "personalName",
            p.khmer_family_name AS "khmerFamilyName", p.khmer_personal_name AS "khmerPersonalName", p.gender,
            p.date_of_birth AS "dateOfBirth", s.status, s.status_since AS "statusSince", pr.code AS programme,
            s.study_time AS "studyTime", CASE WHEN s.is_monk THEN '1' ELSE '0' END AS monk,
            CASE WHEN s.is_transfer THEN '1' ELSE '0' END AS transfer, ph.number AS phone,
            p.school_email::text AS "schoolEmail", s.admitted_on AS "admittedOn"
       FROM chosen
       JOIN student s ON s.person_id = chosen.person_id
       JOIN person p ON p.id = s.person_id
       LEFT JOIN programme pr ON pr.id = s.current_programme_id
       LEFT JOIN phone ph ON ph.person_id = p.id AND ph.is_preferred
      ORDER BY chosen.place`,
    values,
  );
}

import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { authorise } from "@/lib/platform/access/actor";
import type { RecordRows } from "@/lib/platform/audit/queries";
import { query } from "@/lib/platform/db/pool";

/** The enrolments of a class, ended ones too, as rows of its history. @throws AppError forbidden without registration:read */
export async function listRosterRows(actor: Actor, classId: number): Promise<RecordRows[]> {
  authorise(actor, "registration:read");
  return query<RecordRows>(
    "registration.roster-rows",
    `SELECT 'enrolment' AS "table", array_agg(id) AS keys FROM enrolment WHERE class_id = $1 HAVING count(*) > 0`,
    [classId],
  );
}

import "server-only";
import { sees } from "@/lib/people/visible-fields";
import { type Actor, authorise, authoriseAny } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

export type SubjectLabel = { id: number; number: string | null; name: string | null };

/**
 * Who the subjects of audit entries are: number and name for readers who may find people, the number alone for the
 * others (an administrator reads the log without reading the people, domain.md 2.3).
 */
export async function listSubjectLabels(actor: Actor, ids: number[]): Promise<Map<number, SubjectLabel>> {
  authoriseAny(actor, "audit:read", "change_sets:read");
  if (ids.length === 0) return new Map();
  const named = sees(actor, "name");
  const rows = await query<SubjectLabel>(
    "people.subject-labels",
    `SELECT p.id, s.number_label AS number, CASE WHEN $2::boolean THEN p.family_name || ' ' || p.personal_name END AS name
       FROM person p LEFT JOIN student s ON s.person_id = p.id WHERE p.id = ANY($1::integer[])`,
    [ids, named],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The person behind a student number, for the filter of the audit viewer; null for a number that nobody has. */
export async function findSubjectId(actor: Actor, number: number): Promise<number | null> {
  authorise(actor, "audit:read");
  const [row] = await query<{ id: number }>(
    "people.subject-id",
    "SELECT person_id AS id FROM student WHERE number = $1",
    [number],
  );
  return row?.id ?? null;
}

import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { RecordRows } from "@/lib/platform/audit/queries";
import { query } from "@/lib/platform/db/pool";
import type { TestReset } from "./schemas";

/** The days of the tests of a term, in their order. */
export async function listTestResets(actor: Actor, termId: number): Promise<TestReset[]> {
  authorise(actor, "calendar:read");
  return query<TestReset>(
    "classes.test-resets",
    `SELECT r.id, r.version, r.test_type AS "testType", r.reset_date AS "resetDate", r.for_all AS "forAll", r.notes,
            (SELECT coalesce(json_agg(json_build_object('id', c.id, 'code', co.code, 'section', c.section)
                       ORDER BY co.code, c.section), '[]')
               FROM test_period_reset_class rc JOIN class c ON c.id = rc.class_id JOIN course co ON co.id = c.course_id
              WHERE rc.reset_id = r.id) AS classes
       FROM test_period_reset r WHERE r.term_id = $1 ORDER BY r.reset_date, r.test_type LIMIT 100`,
    [termId],
  );
}

export type LanguageClass = { id: number; code: string; section: string };

/** The language classes of a term, to choose those for which a test is. */
export async function listLanguageClasses(actor: Actor, termId: number): Promise<LanguageClass[]> {
  authorise(actor, "calendar:edit");
  return query<LanguageClass>(
    "classes.language-of-term",
    `SELECT c.id, co.code, c.section FROM class c JOIN course co ON co.id = c.course_id
      WHERE c.term_id = $1 AND c.status <> 'CANCELLED' AND co.programme_code IS NOT NULL
      ORDER BY co.code, c.section LIMIT 500`,
    [termId],
  );
}

/** The rows that make up the tests of a term, for its history. */
export async function listTestRows(actor: Actor, termId: number): Promise<RecordRows[]> {
  authorise(actor, "calendar:read");
  const rows = await query<{ id: number }>(
    "classes.test-rows",
    "SELECT id FROM test_period_reset WHERE term_id = $1",
    [termId],
  );
  return rows.length === 0 ? [] : [{ table: "test_period_reset", keys: rows.map(({ id }) => id) }];
}

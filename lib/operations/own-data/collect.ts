import "server-only";
import { db } from "@/lib/platform/db/prisma";
import type { JobContext } from "@/lib/platform/jobs/define";
import { OMITTED, SECTIONS, type Section, WORDS_OF } from "./sections";

export type Row = Record<string, unknown>;
export type Collected = { name: string; table: string; rows: Row[] };

/**
 * Everything that is held about a person, section by section; sections without rows too, so that nothing being held is
 * said. For a file that staff asked for without the parts that they may not see.
 */
export async function collectOwnData(job: JobContext, personId: number, own: boolean): Promise<Collected[]> {
  const account = await db().account.findUnique({ where: { personId }, select: { id: true } });
  const found: Collected[] = [];
  const sections = SECTIONS.filter((section) => own || !section.ownOnly);
  for (const section of sections) {
    await job.progress(found.length, sections.length + 1, "collecting");
    const id = section.ofAccount ? (account?.id ?? -1) : personId;
    found.push({ name: section.name, table: section.table, rows: await readSection(section, id) });
  }
  found.push({ name: "history", table: "audit", rows: await readHistory(personId, account?.id ?? -1, own) });
  return found;
}

/** Names of tables and columns come from the list above, never from outside. */
async function readSection({ table, by, omit = [], orderBy }: Section, id: number): Promise<Row[]> {
  const words = Object.entries(WORDS_OF).map(([column, sql]) => `'${column}', ${sql}`);
  const dropped = [...OMITTED, ...omit].map((column) => `'${column}'`).join(", ");
  const rows = await db().$queryRawUnsafe<{ row: Row }[]>(
    `SELECT (t.row || jsonb_strip_nulls(jsonb_build_object(${words.join(", ")}))) - ARRAY[${dropped}] AS row
       FROM (SELECT to_jsonb(x) AS row FROM "${table}" x
              WHERE ${by.map((column) => `x.${column} = $1`).join(" OR ")}
              ORDER BY ${orderBy ? `x.${orderBy}` : "1"}) t`,
    id,
  );
  return rows.map(({ row }) => row);
}

/** What each table of the history leaves out besides keys: the same as its section. */
const OMITTED_OF = Object.fromEntries(
  SECTIONS.map(({ table, omit = [] }) => [table, [...OMITTED, ...omit]] as const),
);

/** What was changed about the person, by whom in general: the person, staff, or the system; never a name. */
async function readHistory(personId: number, accountId: number, own: boolean): Promise<Row[]> {
  const hidden = own ? [] : ["account", "role_assignment"];
  const rows = await db().$queryRawUnsafe<{ row: Row }[]>(
    `SELECT jsonb_build_object('at', e.at, 'what', e.table_name, 'operation', e.operation, 'reason', e.reason,
              'by', CASE WHEN e.actor = 'account:' || $2 THEN 'self' WHEN e.actor LIKE 'account:%' THEN 'staff'
                         ELSE 'system' END,
              'old', e.old - o.columns, 'new', e.new - o.columns) AS row
       FROM audit.entry e
      CROSS JOIN LATERAL (SELECT ARRAY(SELECT jsonb_array_elements_text(
              coalesce($4::jsonb -> e.table_name, $5::jsonb))) AS columns) o
      WHERE e.subject_id = $1 AND e.table_name <> 'duplicate_candidate' AND e.table_name <> ALL($3::text[])
      ORDER BY e.at, e.id`,
    personId,
    accountId,
    hidden,
    JSON.stringify(OMITTED_OF),
    JSON.stringify(OMITTED),
  );
  return rows.map(({ row }) => row);
}

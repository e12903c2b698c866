import "server-only";
import { type StudentFilter, selectStudents } from "@/lib/people/queries/student-rows";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { pool } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";

/** Hits of a search that are counted: more people than a university has. */
const EVERYBODY = 5_000_000;
/** What an exact count may take, in milliseconds; a million students take about a tenth of a second. */
const TIMEOUT_MS = 8_000;
/** Cancelled by its time limit, or waited for a lock as long as anybody waits. */
const TOO_SLOW = ["57014", "55P03"];

/**
 * How many students a list holds, exactly; lists themselves count to 10,000 (blueprints.md 11). Has a time limit of its
 * own, so that nobody's curiosity holds a connection.
 * @throws AppError forbidden; unavailable `people.count_too_slow`
 */
export async function countStudents(actor: Actor, filter: StudentFilter): Promise<number> {
  authoriseAny(actor, "people:read", "people:search");
  const values: unknown[] = [];
  const { ctes, from, where } = selectStudents(actor, filter, values, EVERYBODY);
  const client = await pool().connect();
  try {
    await client.query("BEGIN READ ONLY");
    await client.query(`SET LOCAL statement_timeout = ${TIMEOUT_MS}`);
    const { rows } = await client.query<{ count: number }>(
      `${ctes ? `WITH ${ctes}` : ""} SELECT count(*) AS count FROM ${from} WHERE ${where}`,
      values,
    );
    return rows[0]?.count ?? 0;
  } catch (error) {
    if (!TOO_SLOW.includes(String((error as { code?: string }).code))) throw error;
    throw new AppError("unavailable", "people.count_too_slow");
  } finally {
    await client.query("ROLLBACK").catch(() => undefined);
    client.release();
  }
}

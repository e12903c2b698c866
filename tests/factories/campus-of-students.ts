import { hash } from "@node-rs/argon2";
import type { Pool } from "pg";

/**
 * Many students with a password each: the same one, hashed so cheaply that two thousand sign in within seconds.
 * Returns their e-mails.
 */
export async function makeStudents(
  database: Pool,
  given: { count: number; password: string; label: string },
): Promise<string[]> {
  const passwordHash = await hash(given.password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  const client = await database.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('naga.actor', 'system:test', true)");
    const { rows } = await client.query<{ email: string }>(
      `WITH made AS (
         INSERT INTO account (email, display_name, password_hash)
         SELECT $1 || '-' || n || '@test.naga.example', 'STUDENT ' || n, $2 FROM generate_series(1, $3::int) n
         RETURNING id, email),
       granted AS (
         INSERT INTO role_assignment (account_id, role, scope_kind, valid_from, granted_by)
         SELECT id, 'student', 'OWN', '2020-01-01', 'system:test' FROM made)
       SELECT email::text FROM made`,
      [given.label, passwordHash, given.count],
    );
    await client.query("COMMIT");
    return rows.map(({ email }) => email);
  } finally {
    client.release();
  }
}

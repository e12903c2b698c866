import { randomUUID } from "node:crypto";
import { Pool } from "pg";

const database = new Pool({
  connectionString: process.env.NAGA_TEST_DATABASE_URL,
  max: 2,
  idleTimeoutMillis: 500,
});
database.on("error", () => undefined);

/** Writes as the superuser, named in the audit. */
export async function change(sql: string, values: unknown[]): Promise<void> {
  const client = await database.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('naga.actor', 'system:test', true)");
    await client.query(sql, values);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

export async function read<T extends object>(sql: string, values: unknown[]): Promise<T[]> {
  return (await database.query<T>(sql, values)).rows;
}

/** An account that holds no role here, so that all it may do comes from Keycloak. Returns its address. */
export async function makeAccount(): Promise<string> {
  const email = `person-${randomUUID().slice(0, 8)}@demo.naga.example`;
  await change("INSERT INTO account (email, display_name) VALUES ($1, 'USER Test')", [email]);
  return email;
}

/** What the history of sign-ins tells of an account, newest first. */
export async function history(email: string): Promise<string[]> {
  const rows = await read<{ result: string }>(
    `SELECT e.result FROM sign_in_event e LEFT JOIN account a ON a.id = e.account_id
      WHERE e.email = $1 OR a.email = $1 ORDER BY e.id DESC`,
    [email],
  );
  return rows.map(({ result }) => result);
}

export async function livingSessions(email: string): Promise<number> {
  const [row] = await read<{ count: number }>(
    `SELECT count(*)::int AS count FROM account_session s JOIN account a ON a.id = s.account_id
      WHERE a.email = $1 AND s.revoked_at IS NULL AND s.expires_at > now()`,
    [email],
  );
  return row?.count ?? 0;
}

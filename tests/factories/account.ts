import type { Pool } from "pg";
import type { RoleName } from "@/lib/platform/access/roles";

type Given = {
  email?: string;
  displayName?: string;
  role?: RoleName | null;
  passwordHash?: string | null;
  status?: "ACTIVE" | "DISABLED";
  persona?: boolean;
  personId?: number | null;
  authorityLevel?: number | null;
};

let made = 0;

/** Writes an account with one role that holds since 2020 (none with `role: null`); returns its id and e-mail. */
export async function makeAccount(database: Pool, given: Given = {}): Promise<{ id: number; email: string }> {
  made += 1;
  const role = given.role === undefined ? "registrar" : given.role;
  const email = given.email ?? `account-${made}@test.naga.example`;
  const client = await database.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('naga.actor', 'system:test', true)");
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO account (email, display_name, password_hash, status, persona, person_id)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [
        email,
        given.displayName ?? `Account ${made}`,
        given.passwordHash ?? null,
        given.status ?? "ACTIVE",
        given.persona ?? false,
        given.personId ?? null,
      ],
    );
    const id = rows[0]?.id ?? 0;
    if (role) {
      await client.query(
        `INSERT INTO role_assignment (account_id, person_id, role, scope_kind, authority_level, valid_from, granted_by)
         VALUES ($1, $2, $3, $4, $5, '2020-01-01', 'system:test')`,
        [
          id,
          given.personId ?? null,
          role,
          ["student", "teacher", "substitute"].includes(role) ? "OWN" : "ALL",
          given.authorityLevel ?? null,
        ],
      );
    }
    await client.query("COMMIT");
    return { id, email };
  } finally {
    client.release();
  }
}

import { hash } from "@node-rs/argon2";
import { expect, type Page } from "@playwright/test";
import { Pool } from "pg";
import type { RoleName } from "@/lib/platform/access/roles";

/** Makes an account that no other test signs in with. */
export async function makeAccount(account: {
  email: string;
  password: string;
  name: string;
  role: RoleName;
  /** A second role of the same person. */
  also?: RoleName;
}): Promise<void> {
  const database = new Pool({ connectionString: process.env.NAGA_TEST_DATABASE_URL, max: 1 });
  const client = await database.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('naga.actor', 'system:test', true)");
    await client.query(
      `WITH made AS (INSERT INTO account (email, display_name, password_hash) VALUES ($1, $2, $3) RETURNING id)
       INSERT INTO role_assignment (account_id, role, valid_from, granted_by)
       SELECT id, role, '2020-01-01', 'system:test' FROM made, unnest($4::text[]) AS role`,
      [
        account.email,
        account.name,
        await hash(account.password),
        [account.role, account.also].filter(Boolean),
      ],
    );
    await client.query("COMMIT");
  } finally {
    client.release();
    await database.end();
  }
}

/** Fills in the sign-in form and leads to `next`. */
export async function signInWithPassword(
  page: Page,
  email: string,
  password: string,
  next: string,
): Promise<void> {
  await page.goto(`/sign-in?next=${next}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

/** Signs in as somebody new, so that no other test sees what happens to them. */
export async function signInAsNobodyElse(page: Page, role: RoleName): Promise<void> {
  const email = `${role}-${crypto.randomUUID().slice(0, 8)}@demo.naga.example`;
  const password = "a boat of one's own";
  await makeAccount({ email, password, name: "ONLY Here", role });
  await signInWithPassword(page, email, password, "/account");
  await expect(page).toHaveURL("/account");
}

import { expect, test } from "@playwright/test";
import { Pool } from "pg";
import { makeAccount, signInWithPassword } from "../own-account";

const EMAIL = "password@demo.naga.example";
const OLD = "the river rises in september";
const NEW = "a boat on the tonle sap";

test("a password opens the door, is changed, and the old one and the other devices are out", async ({
  page,
  browser,
}) => {
  await makeAccount({ email: EMAIL, password: OLD, name: "LONG Vanna", role: "cashier" });
  const signIn = (target: typeof page, password: string) =>
    signInWithPassword(target, EMAIL.toUpperCase(), password, "/account");
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, OLD);
  await expect(elsewhere).toHaveURL("/account");
  await signIn(page, OLD);
  await expect(page).toHaveURL("/account");

  const change = page.getByRole("button", { name: "Change password" });
  await page.getByLabel("Current password").fill("not that one");
  await page.getByLabel("New password").fill(NEW);
  await change.click();
  await expect(page.locator("#password-current-error")).toContainText("not your current password");
  await page.getByLabel("Current password").fill(OLD);
  await page.getByLabel("New password").fill("short");
  await change.click();
  await expect(page.locator("#password-next-error")).toContainText("at least 12");
  await page.getByLabel("New password").fill(NEW);
  await change.click();
  await expect(page.getByRole("paragraph").filter({ hasText: "Your password is changed" })).toBeVisible();
  await page.reload();
  await expect(page).toHaveURL("/account");

  await signIn(elsewhere, OLD);
  await expect(elsewhere.getByText("do not fit together").first()).toBeVisible();
  await expect(elsewhere.getByLabel("E-mail")).toHaveValue(EMAIL.toUpperCase());
  await signIn(elsewhere, NEW);
  await expect(elsewhere).toHaveURL("/account");

  const database = new Pool({ connectionString: process.env.NAGA_TEST_DATABASE_URL, max: 1 });
  const { rows } = await database.query<{ leaked: number; kept: number }>(
    `SELECT (SELECT count(*)::int FROM audit.entry WHERE old::text LIKE '%argon2%' OR new::text LIKE '%argon2%') AS leaked,
            (SELECT count(*)::int FROM idempotency_key WHERE action = 'auth.change-password') AS kept`,
  );
  expect(rows[0]).toEqual({ leaked: 0, kept: 0 });
  await database.end();
});

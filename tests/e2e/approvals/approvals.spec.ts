import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { Pool } from "pg";
import { makeAccount, signInAsNobodyElse } from "../own-account";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

const database = new Pool({ connectionString: process.env.NAGA_TEST_DATABASE_URL, max: 1 });
test.afterAll(() => database.end());

/** Somebody new whom nobody else changes; returns the e-mail. */
async function colleague(name: string): Promise<string> {
  const email = `colleague-${crypto.randomUUID().slice(0, 8)}@demo.naga.example`;
  await makeAccount({ email, password: "a boat of one's own", name, role: "registrar" });
  return email;
}

async function inAnotherBrowser(
  browser: Browser,
  viewport?: { width: number; height: number },
): Promise<Page> {
  return (await browser.newContext(viewport ? { viewport, hasTouch: true } : {})).newPage();
}

async function ask(page: Page, email: string, role: "admin" | "operator"): Promise<void> {
  await page.goto("/admin/access/grant");
  await settled(page);
  await page.getByLabel("E-mail of the account").fill(email);
  await page.getByLabel("Role", { exact: true }).selectOption(role);
  await page.getByLabel("Reason").fill("takes over from a colleague");
  await page.getByRole("button", { name: "Ask for confirmation" }).click();
}

async function roles(email: string): Promise<string[]> {
  const { rows } = await database.query<{ role: string }>(
    "SELECT role FROM role_assignment r JOIN account a ON a.id = r.account_id WHERE a.email = $1 ORDER BY 1",
    [email],
  );
  return rows.map(({ role }) => role);
}

async function closeAccount(email: string): Promise<void> {
  const client = await database.connect();
  await client.query("BEGIN");
  await client.query("SELECT set_config('naga.actor', 'system:test', true)");
  await client.query("UPDATE account SET status = 'DISABLED' WHERE email = $1", [email]);
  await client.query("COMMIT");
  client.release();
}

test("one administrator asks, another approves by the keyboard, and the role holds", async ({
  page,
  browser,
}) => {
  const email = await colleague("SOK Chanda");
  await signInAsNobodyElse(page, "admin");
  await page.goto("/admin/access/grant");
  await settled(page);
  await expect(page.getByRole("button", { name: "Grant role" })).toBeVisible();
  await page.getByLabel("Role", { exact: true }).selectOption("admin");
  await expect(page.getByText("A second administrator must confirm this")).toBeVisible();
  await ask(page, email, "admin");
  await expect(page).toHaveURL(/\/approvals\/\d+$/);
  const address = page.url();
  await expect(page.getByText("You asked for this. Somebody else must decide it.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Approve/ })).toHaveCount(0);
  expect(await roles(email)).toEqual(["registrar"]);

  await ask(page, email, "admin");
  const refusal = page.getByRole("alert").filter({ hasText: "was asked for already" });
  await expect(refusal.getByRole("link", { name: "Look at it" })).toHaveAttribute(
    "href",
    new URL(address).pathname,
  );

  const second = await inAnotherBrowser(browser);
  await signInAsNobodyElse(second, "admin");
  await second.goto("/admin/access");
  await expect(second.getByRole("heading", { name: /Waits for your decision/ })).toBeVisible();
  await expect(second.getByRole("link", { name: /^Approvals .*wait/ })).toBeVisible();
  await second.goto("/approvals?q=chanda");
  await second.getByRole("link", { name: "Grant of a role: Administrator" }).click();
  await expect(second).toHaveURL(address);
  await settled(second);
  await expect(second.getByText("Registrar, Administrator")).toBeVisible();
  const { violations } = await new AxeBuilder({ page: second }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await second.keyboard.press("a");
  const dialog = second.getByRole("dialog");
  await expect(dialog).toContainText("Roles held: Registrar → Registrar, Administrator");
  await dialog.getByRole("button", { name: "Approve the request" }).click();
  await expect(second.getByText("Approved and done")).toBeVisible();
  expect(await roles(email)).toEqual(["admin", "registrar"]);
  await second.getByRole("link", { name: "Open the result" }).click();
  await expect(second.getByRole("link", { name: "ONLY Here" })).toHaveAttribute(
    "href",
    new URL(address).pathname,
  );

  await page.goto(address);
  await expect(page.getByText("ONLY Here approved", { exact: true })).toBeVisible();
  await second.context().close();
});

test("a refusal on a phone needs a reason, which the maker reads", async ({ page, browser }) => {
  const email = await colleague("LIM Pisey");
  await signInAsNobodyElse(page, "admin");
  await ask(page, email, "operator");
  await expect(page).toHaveURL(/\/approvals\/\d+$/);
  const phone = await inAnotherBrowser(browser, { width: 390, height: 844 });
  await signInAsNobodyElse(phone, "admin");
  await phone.goto(page.url());
  await settled(phone);
  await phone.getByRole("button", { name: /^Refuse/ }).tap();
  const dialog = phone.getByRole("dialog");
  await dialog.getByRole("button", { name: "Refuse the request" }).tap();
  await expect(dialog.getByText("Give a reason")).toBeVisible();
  await dialog.getByLabel("Reason").fill("the servers are looked after");
  await dialog.getByRole("button", { name: "Refuse the request" }).tap();
  await expect(phone.getByText("refused it on").first()).toBeVisible();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  );
  await page.reload();
  await expect(page.getByRole("status").filter({ hasText: "the servers are looked after" })).toBeVisible();
  expect(await roles(email)).toEqual(["registrar"]);
  await phone.context().close();
});

test("what cannot be done any more tells the second person why and waits; the maker takes it back", async ({
  page,
  browser,
}) => {
  const email = await colleague("KEO Rithy");
  await signInAsNobodyElse(page, "admin");
  await ask(page, email, "operator");
  await expect(page).toHaveURL(/\/approvals\/\d+$/);
  await closeAccount(email);
  const second = await inAnotherBrowser(browser);
  await signInAsNobodyElse(second, "admin");
  await second.goto(page.url());
  await settled(second);
  await second.getByRole("button", { name: /^Approve/ }).click();
  await second.getByRole("dialog").getByRole("button", { name: "Approve the request" }).click();
  const why = second.getByRole("dialog").getByRole("alert");
  await expect(why).toContainText("No active account");
  await expect(why).toContainText("the request waits on");
  expect(await roles(email)).toEqual(["registrar"]);
  await second.context().close();

  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take the request back" }).click();
  await expect(page.getByText("Nothing happened.")).toBeVisible();
});

test("a student's inbox is empty and says so", async ({ page }) => {
  await signInAs(page, "student");
  await page.goto("/my");
  await page.getByRole("navigation").getByRole("link", { name: "Approvals" }).click();
  await expect(page.getByText("Nothing waits for you")).toBeVisible();
  await page.getByRole("link", { name: "Asked by me" }).click();
  await expect(page).toHaveURL("/approvals?box=asked");
  await expect(page.getByText("You have asked for nothing")).toBeVisible();
  expect((await page.goto("/approvals/2000000000"))?.status()).toBe(404);
});

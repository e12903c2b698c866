import { expect, type Page, test } from "@playwright/test";
import { makeAccount, signInWithPassword } from "../own-account";
import { signInAs } from "../sign-in-as";

const own = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}@demo.naga.example`;

async function elsewhere(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error("no browser");
  return (await browser.newContext()).newPage();
}

/** Opens the account of an e-mail by the list. */
async function openAccount(page: Page, email: string): Promise<string> {
  await page.goto(`/admin/users?q=${encodeURIComponent(email)}`);
  await page.locator("tbody a").first().click();
  await expect(page).toHaveURL(/\/admin\/users\/\d+$/);
  await expect(page.locator("main").getByText(email).first()).toBeVisible();
  return new URL(page.url()).pathname;
}

test("an administrator makes an account, grants a role, ends the session, closes the account and opens it", async ({
  page,
}) => {
  const email = own("new");
  await signInAs(page, "admin");
  await page.goto("/admin/users");
  await page.getByRole("link", { name: "New account" }).click();
  await expect(page).toHaveURL("/admin/users/new");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Name").fill("NEW Colleague");
  await page.getByLabel("Reason").fill("joins the registrar's office");
  await page.getByRole("button", { name: "Make the account" }).click();
  const shown = page.getByLabel("The password, shown this once");
  await expect(shown).toBeVisible();
  const password = (await shown.textContent()) ?? "";
  expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
  await page.getByRole("button", { name: "Go to the account" }).click();
  await expect(page).toHaveURL(/\/admin\/users\/\d+$/);
  const account = new URL(page.url()).pathname;
  await expect(page.getByText("No role. Without one nobody can sign in.")).toBeVisible();
  // Shown once: it stands nowhere any more.
  await expect(page.locator("body")).not.toContainText(password);

  await page.goto("/admin/access/grant");
  await page.getByLabel("E-mail of the account").fill(email);
  await page.getByLabel("Role", { exact: true }).selectOption("cashier");
  await page.getByLabel("Reason").fill("works at the counter");
  await page.getByRole("button", { name: "Grant role" }).click();
  await expect(page).toHaveURL("/admin/access");

  const colleague = await elsewhere(page);
  await signInWithPassword(colleague, email, password, "/account");
  await expect(colleague).toHaveURL("/account");
  await expect(colleague.getByText("How long you stay signed in")).toBeVisible();
  await expect(colleague.getByRole("cell", { name: "30 minutes" })).toBeVisible();

  await page.goto(account);
  await expect(page.getByText(/as Cashier/)).toBeVisible();
  await expect(page.getByText(/this server itself · .* · password · as Cashier/)).toBeVisible();
  await page.getByRole("button", { name: /^End the session on/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End session" }).click();
  await expect(page.getByText("Nobody is signed in with this account.")).toBeVisible();
  await colleague.goto("/account");
  await expect(colleague).toHaveURL(/\/sign-in/);

  await signInWithPassword(colleague, email, password, "/account");
  await expect(colleague).toHaveURL("/account");
  await page.getByRole("button", { name: "Close account" }).click();
  await page.getByLabel("Reason").fill("no");
  await page.getByRole("dialog").getByRole("button", { name: "Close account" }).click();
  await expect(
    page
      .getByRole("dialog")
      .getByText(/at least 5/)
      .first(),
  ).toBeVisible();
  await page.getByLabel("Reason").fill("left the university");
  await page.getByRole("dialog").getByRole("button", { name: "Close account" }).click();
  await expect(page.getByText("This account is closed.", { exact: false })).toBeVisible();
  await colleague.goto("/account");
  await expect(colleague).toHaveURL(/\/sign-in/);
  await signInWithPassword(colleague, email, password, "/account");
  await expect(colleague.getByText("do not fit together", { exact: false })).toBeVisible();
  await page.goto(`${account}/rights`);
  await expect(page.getByText("0 rights", { exact: true })).toBeVisible();
  await expect(page.getByText("The account is closed: nobody can sign in with it.").first()).toBeVisible();

  await page.getByRole("button", { name: "Open account again" }).click();
  await page.getByLabel("Reason").fill("came back to the counter");
  await page.getByRole("dialog").getByRole("button", { name: "Open account" }).click();
  await expect(page.getByRole("button", { name: "Close account" })).toBeVisible();
  await signInWithPassword(colleague, email, password, "/account");
  await expect(colleague).toHaveURL("/account");

  await page.goto(`${account}/history`);
  await expect(page.getByText("Reason: left the university")).toBeVisible();
  await page.goto(`${account}/sign-ins`);
  for (const result of [
    "Signed in",
    "Ended by an administrator",
    "Ended: the account was closed",
    "Refused: the account is closed",
  ]) {
    await expect(page.getByRole("cell", { name: result, exact: true }).first()).toBeVisible();
  }
  await page.goto(`${account}/rights`);
  await expect(
    page.getByText("The role “Cashier” gives it on the whole campus.", { exact: false }).first(),
  ).toBeVisible();
  await page.getByRole("link", { name: "Find people: number, names, programme" }).click();
  await expect(page).toHaveURL(/\/admin\/access\/effective\?permission=people/);
  await page.getByRole("link", { name: "Cashier" }).click();
  await expect(page.getByRole("link", { name: "NEW Colleague" })).toBeVisible();
  await colleague.close();
});

test("a forgotten password is replaced, shown once, and the old one is dead", async ({ page }) => {
  const email = own("forgot");
  await makeAccount({ email, password: "the one that was forgotten", name: "FORGOT It", role: "cashier" });
  await signInAs(page, "admin");
  await openAccount(page, email);
  await page.getByRole("button", { name: "New password" }).click();
  await page.getByLabel("Reason").fill("stood at the counter with the staff card");
  await page.getByRole("button", { name: "Make a new password" }).click();
  const password = (await page.getByLabel("The password, shown this once").textContent()) ?? "";
  await page.getByRole("button", { name: "Done" }).click();
  const other = await elsewhere(page);
  await signInWithPassword(other, email, "the one that was forgotten", "/account");
  await expect(other.getByText("do not fit together", { exact: false })).toBeVisible();
  await signInWithPassword(other, email, password, "/account");
  await expect(other).toHaveURL("/account");
  await other.close();
});

test("nobody closes their own account, and an auditor looks without touching", async ({ page }) => {
  await signInAs(page, "admin");
  await openAccount(page, "admin@demo.naga.example");
  await expect(page.getByText("This is your own account.", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "Close account" })).toHaveCount(0);
  await page.context().clearCookies();
  await signInAs(page, "auditor");
  await openAccount(page, "registrar@demo.naga.example");
  await expect(page.getByRole("button", { name: /Close account|New password|^End/ })).toHaveCount(0);
});

test("who opened a record is told to the auditor: on the record, in the log, in the file", async ({
  page,
}) => {
  const email = own("reader");
  const name = `READER ${crypto.randomUUID().slice(0, 6)}`;
  await makeAccount({ email, password: "reads a record once", name, role: "registrar" });
  await signInWithPassword(page, email, "reads a record once", "/students");
  await expect(page).toHaveURL("/students");
  await page.locator("tbody a").first().click();
  await expect(page).toHaveURL(/\/students\/\d+$/);
  const record = new URL(page.url()).pathname;
  // The tab is for auditors.
  expect((await page.request.get(`${record}/access`)).status()).toBe(403);
  await page.context().clearCookies();

  await signInAs(page, "auditor");
  await expect(async () => {
    await page.goto(`${record}/access`);
    await expect(page.getByRole("link", { name })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.goto("/admin/access-log");
  await page.getByLabel("Who: name or e-mail").fill(email);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("cell", { name: "Record: overview" })).toHaveCount(1);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^access-log-\d{4}-\d{2}-\d{2}\.csv$/);
  await page.goto("/admin/audit?table=access_log.accesses_exported");
  await expect(page.locator("main ol > li").first()).toContainText("Access log exported");
});

test("refusals stand in the history of sign-ins with their reason", async ({ page }) => {
  const email = own("nobody");
  await signInWithPassword(page, email, "a guess of somebody", "/account");
  await expect(page.getByText("do not fit together", { exact: false })).toBeVisible();
  await signInAs(page, "auditor");
  await page.goto(`/admin/sign-ins?who=${encodeURIComponent(email)}`);
  await expect(page.getByRole("cell", { name: "Refused: no account has this e-mail" })).toHaveCount(1);
  await page.goto(`/admin/sign-ins?who=${encodeURIComponent(email)}&result=success`);
  await expect(page.locator("tbody tr")).toHaveCount(0);
});

test("a switch of the role gives a new session id, and both are told", async ({ page }) => {
  const email = own("two-roles");
  await makeAccount({
    email,
    password: "two hats on one head",
    name: "TWO Roles",
    role: "cashier",
    also: "auditor",
  });
  await signInWithPassword(page, email, "two hats on one head", "/account");
  await expect(page).toHaveURL("/account");
  const cookie = async () =>
    (await page.context().cookies()).find(({ name }) => name.endsWith("naga.session"))?.value ?? "";
  const before = await cookie();
  await page.locator("button[popovertarget=user-menu]").click();
  await page.getByRole("button", { name: "Auditor" }).click();
  await expect(page).toHaveURL("/admin/audit");
  expect(await cookie()).not.toBe(before);
  await page.goto("/account");
  await expect(page.getByText("Went on in another role")).toBeVisible();
  // The old cookie opens nothing any more.
  const url = new URL(page.url());
  await page.context().addCookies([
    {
      name: url.protocol === "https:" ? "__Host-naga.session" : "naga.session",
      value: before,
      url: url.origin,
    },
  ]);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
});

import { expect, type Page, test } from "@playwright/test";
import { runScript } from "../../../scripts/start/processes.mjs";
import { type NagaWithKeycloak, openNagaWithKeycloak } from "../../setup/keycloak/naga";
import type { StandInUser } from "../../setup/keycloak/users";
import { makeUser } from "./visit";

// The whole way as a person sees it, in a browser, with and without JavaScript.
test.describe.configure({ mode: "default" });

let naga: NagaWithKeycloak;
test.beforeAll(async () => {
  naga = await openNagaWithKeycloak();
});
test.afterAll(() => naga.close());

async function signIn(page: Page, user: StandInUser): Promise<void> {
  await page.getByRole("link", { name: "Sign in with the university account" }).click();
  await page.getByLabel("E-mail").fill(user.email);
  await page.getByLabel("Password").fill(user.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const signOut = (page: Page) =>
  page
    .locator("form[data-signs-out] button")
    .first()
    .evaluate((button) => (button as HTMLButtonElement).click());

async function living(email: string): Promise<number> {
  const [row] = await naga.read<{ living: number }>(
    `SELECT count(*)::int AS living FROM account_session s JOIN account a ON a.id = s.account_id
      WHERE a.email = $1 AND s.revoked_at IS NULL`,
    [email],
  );
  return row?.living ?? 0;
}

test("in over the university's page to where one was going, and out on both sides", async ({ page }) => {
  const broken: string[] = [];
  page.on("console", (message) => message.type() === "error" && broken.push(message.text()));
  const user = await makeUser(naga);
  await page.goto(`${naga.url}/teach/timetable`);
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fteach%2Ftimetable/);
  await signIn(page, user);
  await expect(page).toHaveURL(`${naga.url}/teach/timetable`);
  await signOut(page);
  await expect(page).toHaveURL(`${naga.url}/sign-in`);
  expect(await living(user.email)).toBe(0);
  // Keycloak forgot them too: it asks for the password again.
  await page.getByRole("link", { name: "Sign in with the university account" }).click();
  await expect(page.getByLabel("Password")).toBeVisible();
  expect(broken).toEqual([]);
});

test("signed out elsewhere: another browser of the same person stays in, a session of the same sign-in is out", async ({
  browser,
}) => {
  const user = await makeUser(naga);
  const [one, two] = [
    await (await browser.newContext()).newPage(),
    await (await browser.newContext()).newPage(),
  ];
  for (const page of [one, two]) {
    await page.goto(`${naga.url}/sign-in`);
    await signIn(page, user);
    await expect(page).toHaveURL(`${naga.url}/teach`);
  }
  await signOut(one);
  await expect(one).toHaveURL(`${naga.url}/sign-in`);
  await two.goto(`${naga.url}/account`);
  await expect(two).toHaveURL(`${naga.url}/account`);
  await one.context().close();
  await two.context().close();
});

test("without JavaScript, in Khmer, in and out", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "km-KH" });
  const page = await context.newPage();
  const user = await makeUser(naga);
  await page.goto(`${naga.url}/sign-in?next=%2Fteach`);
  await page.getByRole("link", { name: "ចូលប្រព័ន្ធដោយគណនីសាកលវិទ្យាល័យ" }).click();
  expect(new URL(page.url()).origin).toBe(new URL(naga.keycloak.issuer).origin);
  await page.getByLabel("E-mail").fill(user.email);
  await page.getByLabel("Password").fill(user.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${naga.url}/teach`);
  expect(await living(user.email)).toBe(1);
  // The answer of this form leads to another site, which the policy of forms has to allow.
  await signOut(page);
  await expect(page).toHaveURL(new RegExp(`^${naga.keycloak.issuer}/protocol/openid-connect/logout`));
  expect(await living(user.email)).toBe(0);
  await context.close();
});

test("an emergency administrator comes in once by command, and everybody with that role sees it", async ({
  browser,
}) => {
  const email = `emergency-${crypto.randomUUID().slice(0, 8)}@demo.naga.example`;
  const said = await runScript(
    ["scripts/naga.ts", "account", "emergency", "--email", email, "--reason", "Keycloak lets nobody in"],
    {
      what: "Opening an emergency",
      env: {
        ...process.env,
        NAGA_ENV: "local",
        DATABASE_URL: process.env.NAGA_TEST_DATABASE_URL,
        ...naga.keycloak.env,
      },
    },
  );
  const password = said.match(/first sign-in: (\S+)/)?.[1] ?? "";
  const page = await (await browser.newContext()).newPage();
  const enter = async () => {
    await page.goto(`${naga.url}/sign-in?emergency`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  };
  await enter();
  await expect(page).toHaveURL(`${naga.url}/admin/access`);
  await expect(page.getByText("this session ends within the hour")).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  const admin = await makeUser(naga);
  await naga.write(
    `INSERT INTO role_assignment (account_id, role, valid_from, granted_by)
     SELECT id, 'admin', '2020-01-01', 'system:test' FROM account WHERE email = $1`,
    [admin.email],
  );
  await other.goto(`${naga.url}/sign-in`);
  await signIn(other, { ...admin });
  await other.goto(`${naga.url}/account`);
  await other
    .locator("button[name=role][value=admin]")
    .evaluate((button) => (button as HTMLButtonElement).click());
  await expect(other).toHaveURL(`${naga.url}/admin/access`);
  await expect(other.getByText(/emergency administrator/i).first()).toBeVisible();

  await page.context().clearCookies();
  await enter();
  await expect(page.getByText("Passwords open nothing here")).toBeVisible();
  await page.context().close();
  await other.context().close();
});

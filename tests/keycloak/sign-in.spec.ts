import { expect, test } from "@playwright/test";
import { code, goToKeycloak, naga, setUpCodes, signIn, typePassword } from "./browser";
import { change, history, makeAccount, read } from "./campus";
import { makeGroup, makeUser, sessionsOf } from "./keycloak";

test("the registrar sets up codes once, works, and gives one at the next sign-in", async ({ page }) => {
  const user = await makeUser({
    email: "registrar@demo.naga.example",
    roles: ["registrar"],
    groups: ["/campus"],
    authorityLevel: 3,
  });
  await goToKeycloak(page, "/students");
  await typePassword(page, user);
  // The password alone opens nothing: there is no way past this page.
  await expect(page.getByRole("heading", { name: "Set up one-time codes" })).toBeVisible();
  await page.goto("/students");
  await expect(page).toHaveURL(/\/sign-in/);
  await goToKeycloak(page, "/students");
  await typePassword(page, user);
  const secret = await setUpCodes(page);
  await expect(page).toHaveURL(`${naga()}/students`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await page.locator("button[popovertarget=user-menu]").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${naga()}/sign-in`);
  expect(await sessionsOf(user)).toEqual([]);

  await goToKeycloak(page, "/students");
  await typePassword(page, user);
  await expect(page.getByRole("heading", { name: "One-time code" })).toBeVisible();
  await page.locator("#otp").fill("000000");
  await page.locator("#kc-login").click();
  await expect(page.locator(".error")).toContainText("not right");
  await page.locator("#otp").fill(await code(secret, 1));
  await page.locator("#kc-login").click();
  await expect(page).toHaveURL(`${naga()}/students`);
  expect((await history(user.email)).slice(0, 3)).toEqual(["success", "signed_out", "success"]);

  const [subject] = await read<{ subject: string }>("SELECT subject FROM account WHERE email = $1", [
    user.email,
  ]);
  expect(subject?.subject).toBe(user.id);
});

test("a teacher and a student come in by password and land at their own work", async ({ browser }) => {
  for (const [role, home, foreign] of [
    ["teacher", "/teach", "/students"],
    ["student", "/my", "/teach"],
  ] as const) {
    const user = await makeUser({ email: `${role}@demo.naga.example`, roles: [role] });
    const page = await browser.newPage({ baseURL: naga() });
    await signIn(page, user);
    await expect(page).toHaveURL(`${naga()}${home}`);
    expect((await page.goto(foreign))?.status()).toBe(403);
    await page.close();
  }
});

test("the cookie carries no token of Keycloak", async ({ page, context }) => {
  await signIn(page, await makeUser({ email: await makeAccount(), roles: ["teacher"] }));
  const [session, ...others] = (await context.cookies(naga())).filter(({ name }) => name.includes("session"));
  expect(others).toEqual([]);
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  expect(session?.value.length).toBeLessThan(700);
});

test("roles hold where the groups say, and a group of nobody's department reaches nothing", async ({
  page,
}) => {
  const [known] = await read<{ code: string }>("SELECT code FROM department ORDER BY id LIMIT 1", []);
  const groups = [`/departments/${known?.code}`, "/departments/UNKNOWN"];
  for (const path of groups) await makeGroup(path);
  const user = await makeUser({
    email: await makeAccount(),
    roles: ["registrar"],
    groups,
    authorityLevel: 2,
  });
  await goToKeycloak(page, "/account");
  await typePassword(page, user);
  await setUpCodes(page);
  await expect(page).toHaveURL(`${naga()}/account`);
  const held = await read(
    `SELECT r.role, r.scope_kind, r.scope_ref, r.authority_level, r.source FROM role_assignment r
       JOIN account a ON a.id = r.account_id WHERE a.email = $1 ORDER BY r.id`,
    [user.email],
  );
  expect(held).toEqual([
    {
      role: "registrar",
      scope_kind: "DEPARTMENT",
      scope_ref: known?.code,
      authority_level: 2,
      source: "IDENTITY_PROVIDER",
    },
  ]);
});

test("an account closed here stays closed, whatever Keycloak says", async ({ page }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await change("UPDATE account SET status = 'DISABLED' WHERE email = $1", [user.email]);
  await goToKeycloak(page);
  await typePassword(page, user);
  await expect(page).toHaveURL(/refused=disabled/);
  await expect(page.getByText("Your account here is closed.")).toBeVisible();
});

for (const [refused, wish, sentence] of [
  ["nobody_here", { roles: ["student"] }, "there is no person here with your e-mail"],
  ["email_unverified", { roles: ["student"], emailVerified: false }, "has no confirmed e-mail"],
] as const) {
  test(`nobody comes in who is ${refused}`, async ({ page }) => {
    await goToKeycloak(page);
    await typePassword(page, await makeUser({ ...wish, roles: [...wish.roles] }));
    await expect(page).toHaveURL(new RegExp(`refused=${refused}`));
    await expect(page.getByText(sentence)).toBeVisible();
    await page.goto("/account");
    await expect(page).toHaveURL(/\/sign-in/);
  });
}

test("whoever holds no role is told so", async ({ page }) => {
  await goToKeycloak(page);
  await typePassword(page, await makeUser({ email: await makeAccount() }));
  await expect(page).toHaveURL(/refused=no_role/);
});

test("a first password must be changed, by the policy", async ({ page }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"], temporary: true });
  await goToKeycloak(page);
  await typePassword(page, user);
  const choose = async (password: string) => {
    await page.locator("#password-new").fill(password);
    await page.locator("#password-confirm").fill(password);
    await page.locator("#kc-submit").click();
  };
  await choose("elevenchars");
  await expect(page.getByRole("alert")).toContainText("At least 12 characters");
  await choose(`${user.username} and more`);
  await expect(page.getByRole("alert")).toContainText("must not contain");
  await choose("three boats on a brown river");
  await expect(page).toHaveURL(`${naga()}/teach`);
});

test("the way leads through Khmer pages for who reads Khmer", async ({ page }) => {
  await page.goto("/sign-in");
  await page.locator("input[name=preference-locale][value=km]").first().check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("lang", "km");
  await page.locator('a[href^="/api/auth/signin/keycloak"]').click();
  await expect(page.locator("html")).toHaveAttribute("lang", "km");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ចូលប្រព័ន្ធ");
  await page.locator("#username").fill("nobody");
  await page.locator("#password").fill("nothing");
  await page.locator("#kc-login").click();
  await expect(page.locator("#input-error-username")).toContainText("មិនត្រូវគ្នា");
  await page.getByRole("link", { name: "EN" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

import { expect, type Page, test } from "@playwright/test";
import { goToKeycloak, naga, signIn, typePassword } from "./browser";
import { change, livingSessions, makeAccount } from "./campus";
import { admin, makeUser, server, sessionsOf } from "./keycloak";

const outside = (page: Page) => expect(page).toHaveURL(/\/sign-in/);

test("signing out at Keycloak ends the session here at once", async ({ page }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await signIn(page, user);
  expect(await livingSessions(user.email)).toBe(1);
  await admin(`/users/${user.id}/logout`, "POST");
  await expect.poll(() => livingSessions(user.email)).toBe(0);
  await page.reload();
  await outside(page);
});

test("signing out here ends Keycloak's session, and the next one is asked for the password", async ({
  page,
}) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await signIn(page, user, "/account");
  expect(await sessionsOf(user)).toHaveLength(1);
  await page
    .locator("form[data-signs-out] button")
    .first()
    .evaluate((button) => (button as HTMLButtonElement).click());
  await expect(page).toHaveURL(`${naga()}/sign-in`);
  expect(await sessionsOf(user)).toEqual([]);
  await goToKeycloak(page);
  await expect(page.locator("#password")).toBeVisible();
});

test("a role that is taken away here is gone at the next request", async ({ page }) => {
  const email = await makeAccount();
  await change(
    `INSERT INTO role_assignment (account_id, role, valid_from, granted_by)
     SELECT id, 'auditor', '2020-01-01', 'system:test' FROM account WHERE email = $1`,
    [email],
  );
  await signIn(page, await makeUser({ email, roles: ["teacher"] }), "/teach");
  await page.goto("/admin/audit");
  await change(
    `UPDATE role_assignment SET valid_to = current_date - 1
      WHERE role = 'auditor' AND account_id = (SELECT id FROM account WHERE email = $1)`,
    [email],
  );
  expect((await page.goto("/admin/audit"))?.status()).toBe(403);
});

test("a role that is taken away in Keycloak, and a user who is disabled there, count with the next request", async ({
  browser,
}) => {
  const kept = await makeUser({ email: await makeAccount(), roles: ["teacher", "student"] });
  const gone = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  const [keeps, goes] = [
    await browser.newPage({ baseURL: naga() }),
    await browser.newPage({ baseURL: naga() }),
  ];
  await signIn(keeps, kept);
  await signIn(goes, gone);
  await admin(`/users/${kept.id}/role-mappings/realm`, "DELETE", [await admin("/roles/teacher")]);
  await admin(`/users/${gone.id}`, "PUT", { ...(await admin<object>(`/users/${gone.id}`)), enabled: false });
  // A process asks Keycloak every two seconds at most, and other tests may just have made it ask.
  const soon = { timeout: 5_000, intervals: [500] };
  await expect.poll(async () => (await keeps.goto("/teach"))?.status(), soon).toBe(403);
  await expect
    .poll(async () => new URL((await goes.goto("/teach"))?.url() ?? "").pathname, soon)
    .toBe("/sign-in");
  await outside(goes);
  expect(await livingSessions(gone.email)).toBe(0);
  expect(await livingSessions(kept.email)).toBe(1);
  await Promise.all([keeps.close(), goes.close()]);
});

test("a session that nobody used for too long is over, and signing in again leads back", async ({ page }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await signIn(page, user, "/teach/timetable");
  await change(
    `UPDATE account_session SET last_seen_at = now() - interval '4 days', created_at = now() - interval '5 days'
      WHERE account_id = (SELECT id FROM account WHERE email = $1)`,
    [user.email],
  );
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByRole("link", { name: /university account/ }).click();
  // Keycloak may still know the browser; Naga let the session end, so it asks for the password all the same.
  await expect(page.locator("#password")).toBeVisible();
  await page.locator("#password").fill(user.password);
  await page.locator("#kc-login").click();
  await expect(page).toHaveURL(`${naga()}/teach/timetable`);
});

test("at a shared desk the next person is not held up by whom Keycloak still knows", async ({ page }) => {
  const first = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  const second = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await signIn(page, first);
  await page.context().clearCookies({ domain: new URL(naga()).hostname, path: "/" });
  await page.goto("/sign-in");
  await page.getByRole("link", { name: /university account/ }).click();
  await expect(page.locator("#kc-attempted-username")).toHaveText(first.username);
  await page.getByRole("link", { name: "Not you?" }).click();
  await typePassword(page, second);
  await expect(page).toHaveURL(`${naga()}/teach`);
  expect(await livingSessions(second.email)).toBe(1);
  expect(await sessionsOf(second)).toHaveLength(1);
  expect(await sessionsOf(first)).toEqual([]);
});

test("a sign-in page that lay open for too long says so and goes on", async ({ page, context }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await goToKeycloak(page);
  await context.clearCookies({ domain: new URL(server().url).hostname, path: "/realms/naga/" });
  await typePassword(page, user);
  await expect(page.getByText("did not keep the cookie")).toBeVisible();
  await page.getByRole("link", { name: "Back to Naga SIS" }).click();
  await outside(page);
});

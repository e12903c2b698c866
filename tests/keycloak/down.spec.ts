import { expect, test } from "@playwright/test";
import { goToKeycloak, naga, signIn, typePassword } from "./browser";
import { livingSessions, makeAccount } from "./campus";
import { makeUser, server } from "./keycloak";

test.describe.configure({ mode: "serial" });

const signal = (name: NodeJS.Signals) => process.kill(-server().group, name);

test("a Keycloak that hangs: who is in goes on, who wants in is told, and it comes back by itself", async ({
  page,
  browser,
}) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await signIn(page, user);
  const guest = await browser.newPage({ baseURL: naga() });
  signal("SIGSTOP");
  try {
    // Longer than the addresses of the realm are believed.
    await page.waitForTimeout(5_500);
    await page.goto("/teach/timetable");
    await expect(page).toHaveURL(`${naga()}/teach/timetable`);
    await guest.goto("/sign-in?next=%2Fteach");
    await guest.getByRole("link", { name: /university account/ }).click();
    await expect(guest).toHaveURL(/refused=unavailable/);
    await expect(guest.getByText("does not answer. Those who are signed in go on working.")).toBeVisible();
  } finally {
    signal("SIGCONT");
  }
  await guest.waitForTimeout(5_500);
  await guest.getByRole("link", { name: /university account/ }).click();
  await expect(guest.locator("#kc-form-login")).toBeVisible();
  await guest.close();
});

test("a Keycloak that is gone: sessions go on, signing out here works and says what it cannot do", async ({
  page,
}) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await goToKeycloak(page);
  await typePassword(page, user);
  await expect(page).toHaveURL(`${naga()}/teach`);
  signal("SIGKILL");
  await page.waitForTimeout(5_500);
  await page.goto("/account");
  await expect(page).toHaveURL(`${naga()}/account`);
  await page
    .locator("form[data-signs-out] button")
    .first()
    .evaluate((button) => (button as HTMLButtonElement).click());
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText("you may still be signed in there")).toBeVisible();
  expect(await livingSessions(user.email)).toBe(0);
  await page.getByRole("link", { name: /university account/ }).click();
  await expect(page).toHaveURL(/refused=unavailable/);
  expect((await page.request.get("/health/ready")).status()).toBe(200);
});

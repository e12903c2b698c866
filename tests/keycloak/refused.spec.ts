import { expect, type Page, test } from "@playwright/test";
import { goToKeycloak, naga, typePassword } from "./browser";
import { history, livingSessions, makeAccount } from "./campus";
import { admin, makeUser, server } from "./keycloak";

const error = (page: Page) => page.locator("#input-error-username");

test("wrong passwords pause an account, and nobody learns whether it exists", async ({ page }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await goToKeycloak(page);
  await typePassword(page, { email: "nobody@demo.naga.example", password: "wrong" });
  const sentence = await error(page).textContent();
  for (let attempt = 0; attempt < 9; attempt++) {
    await typePassword(page, { ...user, password: `wrong ${attempt}` });
    await expect(error(page)).toHaveText(sentence?.trim() ?? "");
  }
  const state = () =>
    admin<{ disabled: boolean }>(`/attack-detection/brute-force/users/${user.id}`).then(
      ({ disabled }) => disabled,
    );
  expect(await state()).toBe(true);
  // Now the right one is refused as well, by the same sentence.
  await typePassword(page, user);
  await expect(error(page)).toHaveText(sentence?.trim() ?? "");
  expect(await livingSessions(user.email)).toBe(0);

  await admin(`/attack-detection/brute-force/users/${user.id}`, "DELETE");
  await typePassword(page, user);
  await expect(page).toHaveURL(`${naga()}/teach`);
});

test("a user who is disabled in Keycloak is told only after the right password", async ({ page }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"], enabled: false });
  await goToKeycloak(page);
  await typePassword(page, { ...user, password: "wrong" });
  await expect(error(page)).toContainText("does not fit together");
  await typePassword(page, user);
  await expect(page.getByText("This account is closed.")).toBeVisible();
  expect(await livingSessions(user.email)).toBe(0);
});

test("a changed state is refused, with a sentence, a reference and a line in the history", async ({
  page,
}) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await goToKeycloak(page);
  const answer = await answerTo(page, user);
  answer.searchParams.set("state", "another");
  await page.goto(answer.href);
  await expect(page).toHaveURL(/refused=failed/);
  await expect(page.getByText("could not be proved")).toBeVisible();
  await expect(page.getByText(/Reference:/)).toBeVisible();
  expect(await livingSessions(user.email)).toBe(0);
  expect((await history("-")).slice(0, 20)).toContain("state_mismatch");
});

test("an answer that another browser carries off opens nothing there", async ({ page, browser }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await goToKeycloak(page);
  const answer = await answerTo(page, user);
  const thief = await browser.newPage({ baseURL: naga() });
  await thief.goto(answer.href);
  await expect(thief).toHaveURL(/refused=failed/);
  // Nor when the thief began a sign-in of their own: state, nonce and PKCE are another's.
  await goToKeycloak(thief);
  await thief.goto(answer.href);
  await expect(thief).toHaveURL(/refused=failed/);
  expect(await livingSessions(user.email)).toBe(0);
  await thief.close();
});

test("a code is good once", async ({ page, context }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await goToKeycloak(page);
  const answer = await answerTo(page, user);
  const before = await context.cookies();
  await page.goto(answer.href);
  await expect(page).toHaveURL(`${naga()}/teach`);
  await context.clearCookies();
  await context.addCookies(before);
  await page.goto(answer.href);
  await expect(page).toHaveURL(/refused=failed/);
});

test("a nonce that was changed on the way there makes the ID token worthless", async ({ page }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await page.goto("/sign-in");
  const href = (await page.getByRole("link", { name: /university account/ }).getAttribute("href")) ?? "";
  const sent = await page.request.get(href, { maxRedirects: 0 });
  const there = new URL(sent.headers().location ?? "");
  expect(there.searchParams.get("nonce")).toBeTruthy();
  expect(there.searchParams.get("code_challenge_method")).toBe("S256");
  there.searchParams.set("nonce", "another");
  await page.goto(there.href);
  await typePassword(page, user);
  await expect(page).toHaveURL(/refused=failed/);
  expect(await livingSessions(user.email)).toBe(0);
  expect((await history("-")).slice(0, 20)).toContain("nonce_mismatch");
});

test("an answer in the name of another issuer is refused", async ({ page }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await goToKeycloak(page);
  const answer = await answerTo(page, user);
  answer.searchParams.set("iss", `${server().url}/realms/master`);
  await page.goto(answer.href);
  await expect(page).toHaveURL(/refused=failed/);
  expect(await livingSessions(user.email)).toBe(0);
  expect((await history("-")).slice(0, 20)).toContain("issuer_mismatch");
});

/** Signs in at Keycloak and stops at the door of Naga: the address with the answer. */
async function answerTo(page: Page, user: { email: string; password: string }): Promise<URL> {
  const action = (await page.locator("#kc-form-login").getAttribute("action")) ?? "";
  const form = { username: user.email, password: user.password };
  const sent = await page.request.post(action, { form, maxRedirects: 0 });
  const answer = new URL(sent.headers().location ?? "");
  expect(answer.pathname).toBe("/api/auth/callback/keycloak");
  return answer;
}

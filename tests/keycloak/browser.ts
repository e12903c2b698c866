import { expect, type Page } from "@playwright/test";
import { generate } from "otplib";
import { server, type User } from "./keycloak";

/** From Naga's sign-in page to Keycloak's. */
export async function goToKeycloak(page: Page, next = ""): Promise<void> {
  await page.goto(next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in");
  await page.getByRole("link", { name: "Sign in with the university account" }).click();
  await expect(page.locator("#kc-form-login")).toBeVisible();
  expect(page.url().startsWith(server().url)).toBe(true);
}

export async function typePassword(page: Page, user: { email: string; password: string }): Promise<void> {
  await page.locator("#username").fill(user.email);
  await page.locator("#password").fill(user.password);
  await page.locator("#kc-login").click();
}

/** The whole way of somebody who needs no code, to their first page here. */
export async function signIn(page: Page, user: User, next = ""): Promise<void> {
  await goToKeycloak(page, next);
  await typePassword(page, user);
  await page.waitForURL((url) => url.origin === naga() && url.pathname !== "/sign-in");
}

/** Sets up the codes on the page that asks for it, as with an app that has no camera. Returns the key. */
export async function setUpCodes(page: Page): Promise<string> {
  const manual = page.locator("#mode-manual");
  if (await manual.isVisible()) await manual.click();
  const secret = ((await page.locator("#kc-totp-secret-key").textContent()) ?? "").replaceAll(/\s/g, "");
  await page.locator("#totp").fill(await code(secret));
  await page.locator("#saveTOTPBtn").click();
  return secret;
}

/**
 * The code of an app. Keycloak takes each only once, and those of the next half minute as well, for clocks that differ;
 * `ahead` spares a test the waiting.
 */
export function code(secret: string, ahead = 0): Promise<string> {
  return generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * ahead });
}

export function naga(): string {
  return new URL(process.env.NAGA_TEST_URL ?? "").origin;
}

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { setUpCodes } from "./browser";
import { makeUser, server, type User } from "./keycloak";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const password = "three boats on a brown river";

async function open(page: Page, language: string, change: Record<string, string> = {}): Promise<void> {
  const wanted = {
    client_id: "naga-web",
    response_type: "code",
    scope: "openid",
    redirect_uri: `${process.env.NAGA_TEST_URL}/api/auth/callback/keycloak`,
    state: "s",
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
    ui_locales: language,
    ...change,
  };
  await page.goto(`${server().issuer}/protocol/openid-connect/auth?${new URLSearchParams(wanted)}`);
}

async function give(page: Page, user: User): Promise<void> {
  await page.locator("#username").fill(user.email);
  await page.locator("#password").fill(user.password);
  await page.locator("#kc-login").click();
}

/** In the language, without a fault of access, nothing wider than the screen, in our fonts; and a picture of it. */
async function inspect(page: Page, name: string, language: string, picture: string): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await page.evaluate(() => document.fonts.ready);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect([name, violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}`))]).toEqual(
    [name, []],
  );
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect([name, await page.evaluate(wider)]).toEqual([name, 0]);
  if (language === "km") {
    // What may stand in Latin letters: names of products, addresses of people.
    const said = (await page.locator("main").innerText()).replaceAll(
      /Naga SIS|FreeOTP|Google Authenticator|Microsoft Authenticator|\S+@\S+/g,
      "",
    );
    expect([name, said.match(/\b[a-z]{4,}\b/g) ?? []]).toEqual([name, []]);
  }
  await page.screenshot({ path: `shots/keycloak/${name}-${picture}.png`, fullPage: true });
}

for (const [width, language, scheme] of [
  [390, "en", "light"],
  [390, "km", "dark"],
  [1440, "km", "light"],
  [1440, "en", "dark"],
  [320, "km", "light"],
] as const) {
  test(`the pages of the way in, ${language}, ${scheme}, ${width} px`, async ({ browser }) => {
    const phone = width < 500;
    const context = await browser.newContext({
      viewport: { width, height: phone ? 780 : 900 },
      colorScheme: scheme,
      // What went wrong before Keycloak knows the request is told in the language of the browser.
      locale: language === "km" ? "km-KH" : "en-GB",
      hasTouch: phone,
      isMobile: phone,
    });
    const page = await context.newPage();
    const look = (name: string) => inspect(page, name, language, `${width}-${language}-${scheme}`);
    const user = await makeUser({ roles: ["registrar"], temporary: true });
    await open(page, language);
    await look("sign-in");
    await give(page, { ...user, password: "wrong" });
    await look("wrong-password");
    await give(page, user);
    await expect(page.locator("#kc-totp-secret-qr-code")).toBeVisible();
    await look("codes-picture");
    await page.locator("#mode-manual").click();
    await page.locator("#totp").fill("000000");
    await page.locator("#saveTOTPBtn").click();
    await expect(page.locator(".error")).toBeVisible();
    await look("codes-key");
    await setUpCodes(page);
    await expect(page.locator("#password-new")).toBeVisible();
    await look("new-password");
    await page.locator("#password-new").fill(password);
    await page.locator("#password-confirm").fill("another");
    await page.locator("#kc-submit").click();
    await expect(page.locator(".error")).toBeVisible();
    await look("new-password-wrong");
    await page.locator("#password-new").fill(password);
    await page.locator("#password-confirm").fill(password);
    await page.locator("#kc-submit").click();
    // Nothing here asked for this answer, so Naga refuses it; Keycloak's session is what the next pages are about.
    await page.waitForURL(/refused=failed/);
    await page.goto(`${server().issuer}/protocol/openid-connect/logout?ui_locales=${language}`);
    await look("sign-out");
    await page.locator("#kc-logout").click();
    await look("signed-out");
    await open(page, language);
    await give(page, { ...user, password });
    await expect(page.locator("#otp")).toBeVisible();
    await look("code");
    await page.locator("#otp").fill("123");
    await page.locator("#kc-login").click();
    await expect(page.locator(".error")).toBeVisible();
    await look("code-wrong");
    await open(page, language, { redirect_uri: "https://evil.example/" });
    await look("error");
    await context.close();
  });
}

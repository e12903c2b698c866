import { expect, type Page, test } from "@playwright/test";
import { goToKeycloak, naga, setUpCodes, typePassword } from "./browser";
import { livingSessions, makeAccount } from "./campus";
import { admin, makeUser, server } from "./keycloak";

// Google cannot be asked in a test. Another realm stands for it, joined by the settings that the realm file gives Google.
test.describe.configure({ mode: "serial" });

const OUTSIDE = "outside";
const client = { clientId: "naga-realm", secret: "of-this-test-only" };

test.beforeAll(async () => {
  // Left by the first try of this file.
  await admin("", "DELETE", undefined, OUTSIDE).catch(() => undefined);
  await admin("", "POST", { realm: OUTSIDE, enabled: true, sslRequired: "external" }, "");
  const google = await admin<{ config: Record<string, string> }>("/identity-provider/instances/google");
  await admin("/identity-provider/instances/outside", "DELETE").catch(() => undefined);
  const issuer = `${server().url}/realms/${OUTSIDE}`;
  const { claimFilterName, claimFilterValue, filteredByClaim, syncMode } = google.config;
  await admin("/identity-provider/instances", "POST", {
    ...google,
    internalId: undefined,
    alias: OUTSIDE,
    displayName: "Outside",
    providerId: "oidc",
    enabled: true,
    config: {
      ...{ claimFilterName, claimFilterValue, filteredByClaim, syncMode },
      ...{
        clientId: client.clientId,
        clientSecret: client.secret,
        defaultScope: "openid email profile",
        issuer,
      },
      authorizationUrl: `${issuer}/protocol/openid-connect/auth`,
      tokenUrl: `${issuer}/protocol/openid-connect/token`,
      jwksUrl: `${issuer}/protocol/openid-connect/certs`,
      useJwksUrl: "true",
      validateSignature: "true",
      pkceEnabled: "true",
      pkceMethod: "S256",
    },
  });
  const redirectUris = [`${server().issuer}/broker/${OUTSIDE}/endpoint`];
  await admin("/clients", "POST", { ...client, redirectUris, publicClient: false }, OUTSIDE);
});

test.afterAll(() => admin("/identity-provider/instances/outside", "DELETE"));

async function outsider(email: string, emailVerified = true) {
  const username = email.split("@")[0];
  const credentials = [{ type: "password", value: "as good as any other", temporary: false }];
  const names = { firstName: "Test", lastName: "USER" };
  await admin(
    "/users",
    "POST",
    { username, email, emailVerified, enabled: true, credentials, ...names },
    OUTSIDE,
  );
  return { email, password: "as good as any other" };
}

async function through(page: Page, who: { email: string; password: string }): Promise<void> {
  await goToKeycloak(page);
  await page.getByRole("link", { name: "Outside" }).click();
  await page.waitForURL(/realms\/outside/);
  await typePassword(page, who);
}

test("a verified address joins the account that has it", async ({ page }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await through(page, await outsider(user.email));
  await expect(page).toHaveURL(`${naga()}/teach`);
  const links = await admin<{ identityProvider: string }[]>(`/users/${user.id}/federated-identity`);
  expect(links.map(({ identityProvider }) => identityProvider)).toEqual([OUTSIDE]);
});

test("an address that nobody verified joins nothing", async ({ page }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["teacher"] });
  await through(page, await outsider(user.email, false));
  await expect(page.getByText("is not confirmed")).toBeVisible();
  expect(await admin(`/users/${user.id}/federated-identity`)).toEqual([]);
  expect(await livingSessions(user.email)).toBe(0);
});

test("an address without an account makes none", async ({ page }) => {
  const email = `stranger-${Date.now()}@demo.naga.example`;
  await through(page, await outsider(email));
  await expect(page.getByText("No account here has the e-mail address")).toBeVisible();
  expect(await admin(`/users?exact=true&email=${email}`)).toEqual([]);
});

test("the offices give a code after the broker, too", async ({ page }) => {
  const user = await makeUser({ email: await makeAccount(), roles: ["auditor"] });
  await through(page, await outsider(user.email));
  await expect(page.getByRole("heading", { name: "Set up one-time codes" })).toBeVisible();
  expect(await livingSessions(user.email)).toBe(0);
  await setUpCodes(page);
  await expect(page).toHaveURL(`${naga()}/admin/audit`);
});

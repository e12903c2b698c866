import { expect, test } from "@playwright/test";
import type { JWTPayload } from "jose";
import { type NagaWithKeycloak, openNagaWithKeycloak } from "../../setup/keycloak/naga";
import { symmetric, type Tamper, unsigned, withClaims } from "../../setup/keycloak/stand-in";
import type { StandInUser } from "../../setup/keycloak/users";
import { makeUser, results, Visit } from "./visit";

// The protocol over plain HTTP, on the production build: what is proved, and that nobody comes in without.
test.describe.configure({ mode: "default" });

let naga: NagaWithKeycloak;
test.beforeAll(async () => {
  naga = await openNagaWithKeycloak();
});
test.afterAll(() => naga.close());

/** Stands on our sign-in page with a sentence in both languages and a reference, and nobody is signed in. */
async function expectRefused(visit: Visit, stand: URL, code: string): Promise<void> {
  expect([stand.origin, stand.pathname]).toEqual([naga.url, "/sign-in"]);
  expect(stand.searchParams.get("refused")).toBe(code);
  const page = await (await visit.get(stand.href)).text();
  const notice = page.slice(page.indexOf('data-slot="alert"'), page.indexOf("/api/auth/signin/keycloak"));
  expect(notice).toMatch(/lang="en"/);
  expect(notice).toMatch(/lang="km"/);
  expect(notice).toContain(stand.searchParams.get("ref"));
  expect(await visit.session()).toBeUndefined();
  expect((await visit.get("/account")).status()).toBe(307);
}

for (const [role, home, groups] of [
  ["registrar", "/home", ["/campus"]],
  ["teacher", "/teach", []],
  ["student", "/my", []],
] as const) {
  test(`a ${role} signs in and stands at home`, async () => {
    const user = await makeUser(naga, { roles: [role], groups: [...groups] });
    const visit = await Visit.begin(naga);
    expect((await visit.signIn(user)).pathname).toBe("/");
    expect((await visit.get("/")).headers().location).toBe(home);
    expect((await visit.get(home)).status()).toBe(200);
    expect(await results(naga, user.email)).toEqual(["success"]);
  });
}

test("what is asked of Keycloak, and what stays in the browser", async () => {
  const user = await makeUser(naga);
  const visit = await Visit.begin(naga);
  const asked = await visit.leave("?next=%2Fteach%2Ftimetable&lang=km");
  expect(asked.href).toContain(`${naga.keycloak.issuer}/protocol/openid-connect/auth?`);
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    client_id: "naga-web",
    scope: "openid email profile",
    response_type: "code",
    redirect_uri: `${naga.url}/api/auth/callback/keycloak`,
    code_challenge_method: "S256",
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{40,}$/),
    nonce: expect.stringMatching(/^[\w-]{40,}$/),
    ui_locales: "km",
    prompt: "login",
  });
  expect((await visit.comeBack(await visit.through(asked, user))).pathname).toBe("/teach/timetable");
  const ours = (await visit.cookies()).filter(({ domain }) => domain === "localhost");
  expect(ours.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite !== "Lax")).toEqual([]);
  // What state, nonce and PKCE were compared with is gone.
  expect(ours.filter(({ name, value }) => /state|nonce|pkce/.test(name) && value !== "")).toEqual([]);
  const [kept] = await naga.read<{ id_token: string; provider: string; sid: string }>(
    `SELECT id_token, provider::text, provider_session AS sid FROM account_session s JOIN account a ON a.id = s.account_id
      WHERE a.email = $1`,
    [user.email],
  );
  expect(kept).toMatchObject({ provider: "KEYCLOAK", sid: expect.any(String) });
  // An encrypted token that names account and session is shorter than the ID token alone.
  expect((await visit.session())?.length).toBeLessThan(kept?.id_token.length ?? 0);
});

for (const next of [
  "//evil.example",
  "https://evil.example/",
  "/\\evil.example",
  "/%09/evil.example",
  "/api/auth/signout",
])
  test(`nobody is led elsewhere after signing in: ${next}`, async () => {
    const visit = await Visit.begin(naga);
    const stand = await visit.signIn(await makeUser(naga), `?next=${encodeURIComponent(next)}`);
    expect(stand.origin).toBe(naga.url);
    expect(stand.pathname).not.toMatch(/^\/api/);
    expect(stand.pathname.startsWith("//")).toBe(false);
  });

test.describe("nobody comes in", () => {
  const cases: [string, Partial<StandInUser>, string, string][] = [
    ["whose e-mail is not confirmed", { emailVerified: false }, "email_unverified", "email_unverified"],
    ["who holds no role", { roles: [] }, "no_role", "no_role"],
    ["whose only role needs a second person here", { roles: ["admin"] }, "no_role", "no_role"],
    ["whose role has no place", { roles: ["registrar"], groups: [] }, "no_role", "no_role"],
  ];
  for (const [who, over, code, result] of cases)
    test(who, async () => {
      const user = await makeUser(naga, over);
      const visit = await Visit.begin(naga);
      await expectRefused(visit, await visit.signIn(user, "?next=%2Fteach"), code);
      expect(await results(naga, user.email)).toEqual([result]);
    });

  test("whom nobody here knows", async () => {
    const user = naga.keycloak.realm.add({
      email: "stranger@school.example",
      roles: ["registrar"],
      groups: ["/campus"],
    });
    const visit = await Visit.begin(naga);
    await expectRefused(visit, await visit.signIn(user), "nobody_here");
    expect(await results(naga, user.email)).toEqual(["nobody_here"]);
  });

  test("whose account here is closed", async () => {
    const user = await makeUser(naga);
    await naga.write("UPDATE account SET status = 'DISABLED' WHERE email = $1", [user.email]);
    const visit = await Visit.begin(naga);
    await expectRefused(visit, await visit.signIn(user), "disabled");
  });

  test("who left Keycloak's page", async () => {
    const visit = await Visit.begin(naga);
    const stand = await visit.comeBack(await visit.through(await visit.leave("?next=%2Fteach"), "cancel"));
    await expectRefused(visit, stand, "cancelled");
    expect(stand.searchParams.get("next")).toBe("/teach");
    expect((await results(naga, "-"))[0]).toBe("provider_cancelled");
  });

  const tampered: [string, Tamper, string][] = [
    ["nonce", withClaims({ nonce: "of-another-sign-in" }), "nonce_mismatch"],
    ["nonce that is missing", without("nonce"), "nonce_mismatch"],
    ["issuer", withClaims({ iss: "http://127.0.0.1:1/realms/naga" }), "issuer_mismatch"],
    ["audience", withClaims({ aud: "another-client" }), "audience_mismatch"],
    ["audience beside another", withClaims({ aud: ["naga-web", "x"], azp: "x" }), "audience_mismatch"],
    ["signature that is none", unsigned, "token_invalid"],
    ["age", withClaims({ exp: Math.floor(Date.now() / 1000) - 60 }), "token_invalid"],
  ];
  for (const [what, tamper, result] of tampered)
    test(`with a tampered token: ${what}`, async () => {
      const visit = await Visit.begin(naga);
      naga.keycloak.tamper = tamper;
      await expectRefused(visit, await visit.signIn(await makeUser(naga)), "failed");
      expect((await results(naga, "-"))[0]).toBe(result);
    });

  test("with a token signed by the client's own secret", async () => {
    const visit = await Visit.begin(naga);
    naga.keycloak.tamper = symmetric(naga.keycloak.secret);
    await expectRefused(visit, await visit.signIn(await makeUser(naga)), "failed");
    expect((await results(naga, "-"))[0]).toBe("token_invalid");
  });

  test("with a tampered state", async () => {
    const visit = await Visit.begin(naga);
    const back = await visit.through(await visit.leave(), await makeUser(naga));
    back.searchParams.set("state", "of-another-window");
    await expectRefused(visit, await visit.comeBack(back), "failed");
    expect((await results(naga, "-"))[0]).toBe("state_mismatch");
  });

  test("with an answer of another issuer", async () => {
    const visit = await Visit.begin(naga);
    const back = await visit.through(await visit.leave(), await makeUser(naga));
    back.searchParams.set("iss", "http://127.0.0.1:1/realms/naga");
    await expectRefused(visit, await visit.comeBack(back), "failed");
    expect((await results(naga, "-"))[0]).toBe("issuer_mismatch");
  });

  test("in another browser than the one that began", async () => {
    const [visit, thief] = [await Visit.begin(naga), await Visit.begin(naga)];
    const back = await visit.through(await visit.leave(), await makeUser(naga));
    await expectRefused(thief, await thief.comeBack(back), "failed");
    expect((await results(naga, "-"))[0]).toBe("state_mismatch");
  });

  test("with a code that was used before", async () => {
    const visit = await Visit.begin(naga);
    const user = await makeUser(naga);
    const back = await visit.through(await visit.leave(), user);
    await visit.comeBack(back);
    const second = await Visit.begin(naga);
    const again = await second.through(await second.leave(), user);
    again.searchParams.set("code", back.searchParams.get("code") ?? "");
    await expectRefused(second, await second.comeBack(again), "failed");
    expect((await results(naga, "-"))[0]).toBe("code_refused");
  });

  test("by a form of another site", async () => {
    const callback = `${naga.url}/api/auth/callback/keycloak`;
    const foreign = await fetch(callback, { method: "POST", headers: { origin: "https://evil.example" } });
    expect(foreign.status).toBe(403);
    expect((await fetch(callback, { method: "POST", headers: { origin: naga.url } })).status).toBe(404);
  });
});

function without(claim: string): Tamper {
  return (claims: JWTPayload, { sign }) => {
    const { [claim]: _, ...rest } = claims;
    return sign(rest);
  };
}

import { expect, test } from "@playwright/test";
import { type NagaWithKeycloak, openNagaWithKeycloak } from "../../setup/keycloak/naga";
import { makeUser, results, Visit } from "./visit";

// How a session that began at Keycloak goes on and ends, over plain HTTP.
test.describe.configure({ mode: "default" });

let naga: NagaWithKeycloak;
test.beforeAll(async () => {
  naga = await openNagaWithKeycloak();
});
test.afterAll(() => naga.close());

const post = (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${naga.url}${path}`, {
    method: "POST",
    body: new URLSearchParams(body),
    headers,
    redirect: "manual",
  });
const BACKCHANNEL = "/api/auth/backchannel-logout";

async function sidOf(email: string): Promise<string> {
  const [row] = await naga.read<{ sid: string }>(
    `SELECT provider_session AS sid FROM account_session s JOIN account a ON a.id = s.account_id
      WHERE a.email = $1 ORDER BY s.created_at DESC LIMIT 1`,
    [email],
  );
  return row?.sid ?? "";
}

test("Keycloak's logout ends the session at its next request, works once, and needs no Origin", async () => {
  const user = await makeUser(naga);
  const visit = await Visit.begin(naga);
  await visit.signIn(user);
  expect((await visit.get("/account")).status()).toBe(200);
  const logout_token = await naga.keycloak.logoutToken({ sub: user.id, sid: await sidOf(user.email) });
  const answer = await post(BACKCHANNEL, { logout_token });
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect((await visit.get("/account")).headers().location).toMatch(/^\/sign-in\?next=/);
  expect((await post(BACKCHANNEL, { logout_token })).status).toBe(400);
  expect(await results(naga, user.email)).toEqual(["provider_logout", "success"]);
});

test("a logout that Keycloak did not sign ends nothing", async () => {
  const user = await makeUser(naga);
  const visit = await Visit.begin(naga);
  await visit.signIn(user);
  const sid = await sidOf(user.email);
  const { issuer } = naga.keycloak;
  const forged = [
    await naga.keycloak.logoutToken({ sid }, { issuer: `${issuer}x` }),
    await naga.keycloak.logoutToken({ sid }, { audience: "account" }),
    await naga.keycloak.logoutToken({ sid, nonce: "n" }),
    "not.a.token",
    "",
    "x".repeat(20_000),
  ];
  for (const logout_token of forged) {
    const answer = await post(BACKCHANNEL, { logout_token });
    expect([answer.status, await answer.json()]).toEqual([400, { error: "invalid_request" }]);
  }
  expect((await fetch(`${naga.url}${BACKCHANNEL}`)).status).toBe(405);
  expect((await visit.get("/account")).status()).toBe(200);
});

test("a right that is taken away counts from the next request on", async () => {
  const user = await makeUser(naga, { roles: ["teacher", "registrar"], groups: ["/campus"] });
  const visit = await Visit.begin(naga);
  await visit.signIn(user);
  await naga.write(
    `UPDATE role_assignment SET valid_to = valid_from WHERE role = 'teacher'
        AND account_id = (SELECT id FROM account WHERE email = $1)`,
    [user.email],
  );
  expect((await visit.get("/teach")).status()).toBe(403);
  expect((await visit.get("/home")).status()).toBe(200);
  await naga.write(
    "UPDATE role_assignment SET valid_to = valid_from WHERE account_id = (SELECT id FROM account WHERE email = $1)",
    [user.email],
  );
  expect((await visit.get("/home")).headers().location).toMatch(/^\/sign-in/);
});

test("a session that idled too long begins anew, with the password although Keycloak still knows the browser", async () => {
  const user = await makeUser(naga, { roles: ["registrar"], groups: ["/campus"] });
  const visit = await Visit.begin(naga);
  await visit.signIn(user);
  const before = await visit.session();
  await naga.write(
    `UPDATE account_session SET last_seen_at = now() - interval '3 hours'
      WHERE account_id = (SELECT id FROM account WHERE email = $1)`,
    [user.email],
  );
  const away = await visit.get("/students?page=2");
  const next = new URL(away.headers().location ?? "", naga.url).searchParams.get("next");
  expect(next).toBe("/students?page=2");
  // Somebody else who sits down at the desk has no password to type, and gets nowhere.
  const begin = () => visit.leave(`?next=${encodeURIComponent(next ?? "")}`);
  const stranger = await visit.comeBack(await visit.through(await begin(), "cancel"));
  expect(stranger.searchParams.get("refused")).toBe("cancelled");
  const stand = await visit.comeBack(await visit.through(await begin(), user));
  expect(`${stand.pathname}${stand.search}`).toBe("/students?page=2");
  expect(await visit.session()).not.toBe(before);
});

test("signing in again ends the session that the browser held", async () => {
  const user = await makeUser(naga);
  const visit = await Visit.begin(naga);
  await visit.signIn(user);
  await visit.signIn(user);
  const rows = await naga.read<{ why: string | null }>(
    `SELECT revoked_why AS why FROM account_session s JOIN account a ON a.id = s.account_id
      WHERE a.email = $1 ORDER BY s.created_at`,
    [user.email],
  );
  expect(rows).toEqual([{ why: "rotated" }, { why: null }]);
});

test("what is disabled at Keycloak does not come in again", async () => {
  const user = await makeUser(naga);
  user.enabled = false;
  const visit = await Visit.begin(naga);
  await expect(visit.signIn(user)).rejects.toThrow("Keycloak leads nowhere");
  expect(await visit.session()).toBeUndefined();
});

test("passwords and personas open nothing, by the page or past it", async () => {
  const page = await (await fetch(`${naga.url}/sign-in`)).text();
  expect(page).not.toContain('type="password"');
  expect(page).not.toContain("@demo.naga.example");
  for (const provider of ["password", "persona"]) {
    const csrf = await fetch(`${naga.url}/api/auth/csrf`);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const cookie = csrf.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const answer = await post(
      `/api/auth/callback/${provider}`,
      { csrfToken, email: "registrar@demo.naga.example", password: "anything at all", json: "true" },
      { cookie, origin: naga.url },
    );
    expect(answer.headers.getSetCookie().filter((line) => line.startsWith("naga.session=ey"))).toEqual([]);
  }
  expect((await results(naga, "registrar@demo.naga.example"))[0]).toBe("local_refused");
});

test("Keycloak is down: who is in goes on, who wants in is told in both languages, then it works again", async () => {
  const user = await makeUser(naga);
  const [inside, outside] = [await Visit.begin(naga), await Visit.begin(naga)];
  await inside.signIn(user);
  const half = await Visit.begin(naga);
  const back = await half.through(await half.leave("?next=%2Fteach"), user);
  await naga.keycloak.goDown();
  // Longer than the addresses of the realm are believed.
  await new Promise((resolve) => setTimeout(resolve, 5_200));
  const told = await outside.leave("?next=%2Fteach");
  expect([told.origin, told.searchParams.get("refused"), told.searchParams.get("next")]).toEqual([
    naga.url,
    "unavailable",
    "/teach",
  ]);
  const page = await (await outside.get(told.href)).text();
  expect(page).toContain("does not answer. Those who are signed in go on working.");
  expect(page).toContain("អ្នកដែលបានចូលរួចអាចធ្វើការបន្ត");
  expect((await half.comeBack(back)).searchParams.get("refused")).toBe("unavailable");
  expect((await inside.get("/teach")).status()).toBe(200);
  expect((await fetch(`${naga.url}/health/ready`)).status).toBe(200);
  await naga.keycloak.comeBack();
  await new Promise((resolve) => setTimeout(resolve, 5_200));
  expect((await outside.signIn(user)).pathname).toBe("/");
});

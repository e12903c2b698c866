import { expect, test } from "@playwright/test";
import { ROLES } from "@/lib/platform/access/roles";
import { naga } from "./browser";
import { admin, makeUser, server } from "./keycloak";

const challenge = {
  code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  code_challenge_method: "S256",
};
const good = {
  client_id: "naga-web",
  response_type: "code",
  scope: "openid",
  redirect_uri: `${naga()}/api/auth/callback/keycloak`,
  state: "s",
  ...challenge,
};

async function authorise(change: Record<string, string | undefined>): Promise<Response> {
  const wanted = Object.entries({ ...good, ...change }).filter(
    (entry): entry is [string, string] => !!entry[1],
  );
  const address = `${server().issuer}/protocol/openid-connect/auth?${new URLSearchParams(wanted)}`;
  return fetch(address, { redirect: "manual" });
}

const token = (form: Record<string, string>) =>
  fetch(`${server().issuer}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  });

test("only the code flow with PKCE (S256) begins, and only for the exact address", async () => {
  expect((await authorise({})).status).toBe(200);
  const refusedBack = async (change: Record<string, string | undefined>) => {
    const answer = await authorise(change);
    expect(answer.status).toBe(302);
    return answer.headers.get("location") ?? "";
  };
  expect(await refusedBack({ code_challenge: undefined, code_challenge_method: undefined })).toContain(
    "invalid_request",
  );
  expect(await refusedBack({ code_challenge_method: "plain" })).toContain("invalid_request");
  expect(await refusedBack({ response_type: "token" })).toContain("unauthorized_client");
  expect(await refusedBack({ response_type: "id_token", nonce: "n" })).toContain("unauthorized_client");
  for (const address of [
    `${naga()}/api/auth/callback/keycloak/`,
    `${naga()}/api/auth/callback/keycloak?x=1`,
    `${naga()}/api/auth/callback/other`,
    `${naga()}@evil.example/api/auth/callback/keycloak`,
    "https://evil.example/",
  ]) {
    const answer = await authorise({ redirect_uri: address });
    expect([address, answer.status, answer.headers.get("location")]).toEqual([address, 400, null]);
  }
});

test("passwords are taken by the sign-in page only", async () => {
  const { email, password } = await makeUser({ roles: ["student"] });
  const form = { grant_type: "password", username: email, password };
  const secret = server().clientSecret;
  expect((await token({ ...form, client_id: "naga-web", client_secret: secret })).status).toBe(400);
  expect((await token({ ...form, client_id: "admin-cli" })).status).toBe(401);
});

test("the client's own account reads users and events, and nothing else", async () => {
  const answer = await token({
    grant_type: "client_credentials",
    client_id: "naga-web",
    client_secret: server().clientSecret,
  });
  const { access_token: bearer } = (await answer.json()) as { access_token: string };
  const status = async (path: string, method = "GET") =>
    (
      await fetch(`${server().url}/admin/realms/naga${path}`, {
        method,
        headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
        body: method === "GET" ? undefined : "{}",
      })
    ).status;
  const { id } = await makeUser();
  expect(await status(`/users/${id}`)).toBe(200);
  expect(await status(`/users/${id}/role-mappings/realm/composite`)).toBe(200);
  expect(await status("/admin-events")).toBe(200);
  expect(await status("/clients")).toBe(403);
  expect(await status("/users", "POST")).toBe(403);
  expect(await status(`/users/${id}`, "PUT")).toBe(403);
  expect(await status(`/users/${id}/logout`, "POST")).toBe(403);
});

test("the realm stands as its file says", async () => {
  const realm = await admin<Record<string, unknown>>("");
  expect(realm).toMatchObject({
    sslRequired: "external",
    registrationAllowed: false,
    rememberMe: false,
    bruteForceProtected: true,
    eventsEnabled: true,
    adminEventsEnabled: true,
    internationalizationEnabled: true,
    defaultLocale: "en",
    loginTheme: "naga",
    resetPasswordAllowed: false,
    browserFlow: "naga browser",
    firstBrokerLoginFlow: "naga first broker login",
  });
  const roles = await admin<{ name: string }[]>("/roles");
  expect(roles.map(({ name }) => name)).toEqual(expect.arrayContaining([...ROLES, "staff"]));
  const google = await admin<{ enabled: boolean }>("/identity-provider/instances/google");
  expect(google.enabled).toBe(false);
});

test("every office role carries the code, and no other role does", async () => {
  for (const role of ROLES) {
    const parts = await admin<{ name: string }[]>(`/roles/${role}/composites`);
    const office = !["student", "teacher", "substitute"].includes(role);
    expect([role, parts.map(({ name }) => name)]).toEqual([role, office ? ["staff"] : []]);
  }
});

test("only administrators of Keycloak write what rights hang on", async () => {
  const { attributes, unmanagedAttributePolicy } = await admin<{
    attributes: { name: string; permissions: { edit: string[] } }[];
    unmanagedAttributePolicy: string;
  }>("/users/profile");
  expect(unmanagedAttributePolicy).toBe("ADMIN_EDIT");
  expect(attributes.filter(({ permissions }) => permissions.edit.join() !== "admin")).toEqual([]);
});

test("answers carry what the browser must be told", async () => {
  const { headers } = await authorise({});
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("strict-transport-security")).toContain("max-age=31536000");
  expect(headers.get("cache-control")).toContain("no-store");
});

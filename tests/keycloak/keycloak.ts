import { randomBytes, randomUUID } from "node:crypto";
import type { KeycloakServer } from "@/scripts/test/keycloak-server.mjs";

/** The server that `setup.ts` started. */
export function server(): Omit<KeycloakServer, "stop"> {
  return JSON.parse(process.env.NAGA_TEST_KEYCLOAK ?? "{}");
}

let held: { token: string; until: number } | undefined;

async function adminToken(): Promise<string> {
  if (held && held.until > Date.now()) return held.token;
  const { url, admin } = server();
  const form = {
    grant_type: "password",
    client_id: "admin-cli",
    username: admin.user,
    password: admin.password,
  };
  const answer = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  held = { token, until: Date.now() + 30_000 };
  return token;
}

/** Asks Keycloak's admin interface of a realm; answers its JSON, or the address of what was made. */
export async function admin<T>(path: string, method = "GET", body?: unknown, realm = "naga"): Promise<T> {
  const answer = await fetch(`${server().url}/admin/realms${realm ? `/${realm}` : ""}${path}`, {
    method,
    headers: { authorization: `Bearer ${await adminToken()}`, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return (text ? JSON.parse(text) : answer.headers.get("location")) as T;
}

export type User = { id: string; email: string; username: string; password: string };

type Wish = {
  /** Of somebody who is on file; otherwise an address of nobody. */
  email?: string;
  roles?: string[];
  groups?: string[];
  emailVerified?: boolean;
  enabled?: boolean;
  /** Must choose a new password at once. */
  temporary?: boolean;
  authorityLevel?: number;
};

/** An invented user of the realm with a password made for this run. */
export async function makeUser(wish: Wish = {}): Promise<User> {
  const username = `user-${randomUUID().slice(0, 8)}`;
  const email = wish.email ?? `${username}@demo.naga.example`;
  // Somebody of an earlier test, or of the first try of this one.
  for (const { id } of await admin<User[]>(`/users?exact=true&email=${encodeURIComponent(email)}`)) {
    await admin(`/users/${id}`, "DELETE");
  }
  const password = randomBytes(15).toString("base64url");
  const location = await admin<string>("/users", "POST", {
    username,
    email,
    emailVerified: wish.emailVerified ?? true,
    enabled: wish.enabled ?? true,
    firstName: "Test",
    lastName: "USER",
    attributes: wish.authorityLevel ? { authority_level: [String(wish.authorityLevel)] } : {},
    credentials: [{ type: "password", value: password, temporary: wish.temporary ?? false }],
    groups: wish.groups ?? [],
  });
  const id = location.split("/").pop() ?? "";
  const roles = await Promise.all((wish.roles ?? []).map((role) => admin<object>(`/roles/${role}`)));
  if (roles.length > 0) await admin(`/users/${id}/role-mappings/realm`, "POST", roles);
  return { id, email, username, password };
}

/** A group below one of the parents that the realm file has, `/departments/CODE`. */
export async function makeGroup(path: string): Promise<void> {
  const [, parent, name] = path.split("/");
  const { id } = await admin<{ id: string }>(`/group-by-path/${parent}`);
  await admin(`/groups/${id}/children`, "POST", { name }).catch((error: Error) => {
    if (!error.message.includes("409")) throw error;
  });
}

/** Keycloak's living sessions of a user. */
export function sessionsOf(user: User): Promise<{ id: string }[]> {
  return admin(`/users/${user.id}/sessions`);
}

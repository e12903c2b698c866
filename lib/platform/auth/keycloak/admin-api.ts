import "server-only";
import { z } from "zod";
import type { Keycloak } from "@/lib/platform/auth/keycloak/config";
import { discover, PATIENCE_MS } from "@/lib/platform/auth/keycloak/discovery";
import { identityOfUser, type RealmUser } from "@/lib/platform/auth/keycloak/identity";
import { AppError } from "@/lib/platform/errors";

/** The realm as the service account of our client sees it; it may look at users and events and change nothing. */
export type AdminApi = {
  /** Parsed body and the clock of Keycloak; null for 404. */
  get: (path: string) => Promise<{ body: unknown; at: Date } | null>;
};

/** Signs the service account in. Throws `unavailable` "auth.provider_unavailable" when nobody answers. */
export async function openAdminApi(realm: Keycloak, signal: AbortSignal): Promise<AdminApi> {
  const { token_endpoint } = await discover(realm);
  const basic = [realm.clientId, realm.clientSecret].map(encodeURIComponent).join(":");
  const answer = await ask(token_endpoint, signal, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(basic).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  if (!answer.ok) throw new Error(`Keycloak refused the service account: ${answer.status}`);
  const { access_token } = z.object({ access_token: z.string() }).parse(await answer.json());
  return {
    async get(path) {
      const response = await ask(`${realm.adminUrl}/${path}`, signal, {
        headers: { authorization: `Bearer ${access_token}` },
      });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`Keycloak refused ${path.split("?")[0]}: ${response.status}`);
      const at = new Date(response.headers.get("date") ?? Date.now());
      return { body: await response.json(), at };
    },
  };
}

/** One user with effective roles and groups; null when there is no such user any more. */
export async function readUser(api: AdminApi, subject: string): Promise<RealmUser | null> {
  const path = `users/${encodeURIComponent(subject)}`;
  const user = await api.get(path);
  if (!user) return null;
  // Effective: also what comes by a group or inside another role, as in the ID token.
  const roles = await api.get(`${path}/role-mappings/realm/composite`);
  const groups = await api.get(`${path}/groups?max=500`);
  return identityOfUser(user.body, roles?.body ?? [], groups?.body ?? []);
}

async function ask(address: string, signal: AbortSignal, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, {
      ...init,
      cache: "no-store",
      signal: AbortSignal.any([signal, AbortSignal.timeout(2 * PATIENCE_MS)]),
    });
  } catch (cause) {
    throw new AppError("unavailable", "auth.provider_unavailable", { cause });
  }
  if (response.status >= 500) throw new AppError("unavailable", "auth.provider_unavailable");
  return response;
}

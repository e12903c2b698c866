import "server-only";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { discover } from "@/lib/platform/auth/keycloak/discovery";
import { query } from "@/lib/platform/db/pool";

/**
 * Where the browser goes to end its session at Keycloak too (RP-initiated logout), and comes back from to our sign-in
 * page; null for a session that did not begin there. Throws `unavailable` "auth.provider_unavailable".
 */
export async function logoutAddress(sessionId: string): Promise<string | null> {
  const realm = keycloak();
  if (!realm) return null;
  const [row] = await query<{ id_token: string | null }>(
    "auth.id_token",
    "SELECT id_token FROM account_session WHERE id = $1 AND provider = 'KEYCLOAK'",
    [sessionId],
  );
  if (!row) return null;
  const { end_session_endpoint } = await discover(realm);
  const address = new URL(end_session_endpoint);
  // Without the hint Keycloak would ask the person whether they mean it.
  if (row.id_token) address.searchParams.set("id_token_hint", row.id_token);
  address.searchParams.set("client_id", realm.clientId);
  address.searchParams.set("post_logout_redirect_uri", realm.afterLogout);
  return address.href;
}

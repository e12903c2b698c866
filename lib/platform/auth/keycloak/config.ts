import "server-only";
import { env } from "@/lib/platform/env/env";

/** The realm that people sign in with, and the addresses that it knows of us (deploy/keycloak/naga-realm.json). */
export type Keycloak = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where Keycloak sends the browser back with a code; compared as a whole there. */
  redirectUri: string;
  /** Where it sends the browser after signing out there. */
  afterLogout: string;
  /** The realm as the service account sees it. */
  adminUrl: string;
};

/** The configured Keycloak; null where people have passwords here. Asks nobody over the network. */
export function keycloak(): Keycloak | null {
  const { KEYCLOAK_ISSUER, KEYCLOAK_CLIENT_ID, KEYCLOAK_CLIENT_SECRET, NAGA_URL } = env();
  if (!KEYCLOAK_ISSUER || !KEYCLOAK_CLIENT_ID || !KEYCLOAK_CLIENT_SECRET) return null;
  return {
    issuer: KEYCLOAK_ISSUER,
    clientId: KEYCLOAK_CLIENT_ID,
    clientSecret: KEYCLOAK_CLIENT_SECRET,
    redirectUri: new URL("/api/auth/callback/keycloak", NAGA_URL).href,
    afterLogout: new URL("/sign-in", NAGA_URL).href,
    adminUrl: KEYCLOAK_ISSUER.replace(/\/realms\/([^/]+)$/, "/admin/realms/$1"),
  };
}

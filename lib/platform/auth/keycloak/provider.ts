import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Keycloak } from "@/lib/platform/auth/keycloak/config";
import { type Metadata, PATIENCE_MS } from "@/lib/platform/auth/keycloak/discovery";

type Profile = { sub: string; email?: string };

/**
 * Keycloak for next-auth: code flow with PKCE (S256), state and nonce, an RS256 ID token of this issuer for this client.
 * Its addresses are discovered by us (`discovery.ts`), because next-auth would ask twice a sign-in and say nothing
 * useful when nobody answers. `onFailure` hears why a code was not exchanged; next-auth passes on only one word.
 */
export function keycloakProvider(
  keycloak: Keycloak,
  metadata: Metadata,
  onFailure: (error: unknown) => void,
): OAuthConfig<Profile> {
  return {
    id: "keycloak",
    name: "Keycloak",
    type: "oauth",
    version: "2.0",
    issuer: metadata.issuer,
    authorization: {
      url: metadata.authorization_endpoint,
      // Keycloak's own session lives for a whole day of an office. Whoever comes to a desk after ours has ended must not
      // get in by it, so each sign-in asks for the password.
      params: { scope: "openid email profile", prompt: "login" },
    },
    token: {
      url: metadata.token_endpoint,
      async request({ client, params, checks, provider }) {
        try {
          return { tokens: await client.callback(provider.callbackUrl, params, checks) };
        } catch (error) {
          onFailure(error);
          // What the library threw carries the token itself; nothing of it goes into next-auth's log.
          throw new Error("the code was not exchanged");
        }
      },
    },
    jwks_endpoint: metadata.jwks_uri,
    clientId: keycloak.clientId,
    clientSecret: keycloak.clientSecret,
    client: {
      token_endpoint_auth_method: "client_secret_basic",
      id_token_signed_response_alg: "RS256",
    },
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    httpOptions: { timeout: PATIENCE_MS },
    profile: ({ sub, email }) => ({ id: sub, email }),
  };
}

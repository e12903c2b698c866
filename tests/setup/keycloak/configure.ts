import { forgetEnv } from "@/lib/platform/env/env";
import type { KeycloakStandIn } from "./stand-in";

/** Makes the code under test sign in at a stand-in, or with null by passwords again. */
export function configureKeycloak(standIn: Pick<KeycloakStandIn, "env"> | null): void {
  for (const name of ["KEYCLOAK_ISSUER", "KEYCLOAK_CLIENT_ID", "KEYCLOAK_CLIENT_SECRET"]) {
    const value = standIn?.env[name];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  forgetEnv();
}

import "server-only";
import { z } from "zod";
import type { Keycloak } from "@/lib/platform/auth/keycloak/config";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/observability/logger";

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url(),
});
export type Metadata = z.infer<typeof metadata>;

/** How long nobody waits for Keycloak; a person stands before the button. */
export const PATIENCE_MS = 4_000;
/** A morning's rush asks once in this time, and an outage shows after it. */
const FRESH_MS = 5_000;

const key = Symbol.for("naga.keycloak.discovery");
type Asked = { issuer: string; at: number; answer: Promise<Metadata> };
type Holder = { [key: symbol]: Asked | undefined };

/**
 * The realm's addresses, asked when they are needed and never at the start, so that a Keycloak that is down stops
 * nobody who is signed in. Throws `unavailable` "auth.provider_unavailable" when it does not answer, or answers as
 * somebody else.
 */
export function discover(keycloak: Keycloak): Promise<Metadata> {
  const holder = globalThis as Holder;
  const known = holder[key];
  if (known?.issuer === keycloak.issuer && Date.now() - known.at < FRESH_MS) return known.answer;
  const answer = ask(keycloak.issuer);
  holder[key] = { issuer: keycloak.issuer, at: Date.now(), answer };
  return answer;
}

async function ask(issuer: string): Promise<Metadata> {
  try {
    const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      cache: "no-store",
    });
    if (!response.ok) throw new Error(`discovery answered ${response.status}`);
    const found = metadata.parse(await response.json());
    if (found.issuer !== issuer) throw new Error(`discovery is of another issuer: ${found.issuer}`);
    return found;
  } catch (cause) {
    logger.error({ err: cause, issuer }, "Keycloak does not answer");
    throw new AppError("unavailable", "auth.provider_unavailable", { cause });
  }
}

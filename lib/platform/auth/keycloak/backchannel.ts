import "server-only";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { z } from "zod";
import { type Keycloak, keycloak } from "@/lib/platform/auth/keycloak/config";
import { discover, PATIENCE_MS } from "@/lib/platform/auth/keycloak/discovery";
import { query } from "@/lib/platform/db/pool";
import { AppError, isAppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/observability/logger";
import { limiter, waitOf } from "@/lib/platform/rate-limit/store";

/** Seconds for which a logout token is good; it is delivered at once, and clocks differ a little. */
const FRESH_SECONDS = 120;
const CLOCK_SECONDS = 10;

const EVENT = "http://schemas.openid.net/event/backchannel-logout";

const logoutToken = z
  .object({
    jti: z.string().min(1).max(255),
    iat: z.number(),
    sid: z.string().min(1).max(255).optional(),
    sub: z.string().min(1).max(255).optional(),
    events: z.object({ [EVENT]: z.looseObject({}) }),
    // A nonce would make it an ID token that somebody passes off as a logout (OpenID Back-Channel Logout 2.6).
    nonce: z.undefined().optional(),
  })
  .refine(({ sid, sub }) => sid !== undefined || sub !== undefined);
type LogoutToken = z.infer<typeof logoutToken>;

/**
 * Ends what a logout token of Keycloak names: the sessions of `sid`, or all of `sub` that are not newer than it.
 * Returns how many. Throws `invalid` "auth.logout_token" for anything that is not a fresh, unused token of this realm
 * for this client, and `not_found` where no Keycloak is configured.
 */
export async function endByLogoutToken(token: string): Promise<number> {
  const realm = keycloak();
  if (!realm) throw new AppError("not_found", "platform.not_found");
  const claims = await verify(realm, token);
  await refuseReplay(claims.jti);
  const ended = await endSessions(claims);
  logger.info({ ended, bySession: claims.sid !== undefined }, "signed out by Keycloak");
  return ended;
}

async function verify(realm: Keycloak, token: string): Promise<LogoutToken> {
  try {
    const { jwks_uri } = await discover(realm);
    const { payload } = await jwtVerify(token, keysAt(jwks_uri), {
      issuer: realm.issuer,
      audience: realm.clientId,
      algorithms: ["RS256"],
      maxTokenAge: FRESH_SECONDS,
      clockTolerance: CLOCK_SECONDS,
      requiredClaims: ["iat", "jti", "events"],
    });
    return logoutToken.parse(payload);
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    logger.warn({ why: cause instanceof Error ? cause.message : String(cause) }, "logout token refused");
    throw new AppError("invalid", "auth.logout_token", { cause });
  }
}

const key = Symbol.for("naga.keycloak.keys");
type Keys = { at: string; keys: ReturnType<typeof createRemoteJWKSet> };
type Holder = { [key: symbol]: Keys | undefined };

/** The keys of the realm, kept for minutes and asked for again when a token names one that is not among them. */
function keysAt(address: string): Keys["keys"] {
  const holder = globalThis as Holder;
  if (holder[key]?.at !== address) {
    holder[key] = {
      at: address,
      keys: createRemoteJWKSet(new URL(address), { timeoutDuration: PATIENCE_MS, cooldownDuration: 5_000 }),
    };
  }
  return holder[key].keys;
}

/** Each token works once; counted where the rate limits are, so that instances share it when they share those. */
async function refuseReplay(jti: string): Promise<void> {
  const seen = limiter("logout-token", 1, FRESH_SECONDS + 2 * CLOCK_SECONDS);
  try {
    await seen.consume(jti);
  } catch (refused) {
    waitOf(refused);
    throw new AppError("invalid", "auth.logout_token");
  }
}

async function endSessions({ sid, sub, iat }: LogoutToken): Promise<number> {
  const rows = await query<{ id: string }>(
    "auth.provider_logout",
    // By subject only what is as old as the token: one that is played again elsewhere ends no later sign-in.
    `UPDATE account_session s SET revoked_at = now(), revoked_why = 'provider_logout'
       FROM account a
      WHERE a.id = s.account_id AND s.provider = 'KEYCLOAK' AND s.revoked_at IS NULL
        AND CASE WHEN $1::text IS NOT NULL THEN s.provider_session = $1 AND ($2::text IS NULL OR a.subject = $2)
                 ELSE a.subject = $2 AND s.created_at <= to_timestamp($3) + make_interval(secs => $4) END
  RETURNING s.id`,
    [sid ?? null, sub ?? null, iat, CLOCK_SECONDS],
  );
  return rows.length;
}

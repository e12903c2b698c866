import "server-only";
import type { Client } from "@/lib/platform/auth/client";
import { spendPassword } from "@/lib/platform/auth/emergency";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { verifyPassword } from "@/lib/platform/auth/password";
import { personaByEmail, personasAllowed } from "@/lib/platform/auth/personas";
import { rolesHeld } from "@/lib/platform/auth/sessions";
import { recordSignIn, type SignInResult } from "@/lib/platform/auth/sign-in-events";
import { takePlace } from "@/lib/platform/auth/throttle";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";

type Credentials = { email: string; password: string };
type AccountRow = {
  id: number;
  password_hash: string | null;
  status: "ACTIVE" | "DISABLED";
  emergency: "never" | "open" | "over";
};

/**
 * Proves who somebody is by e-mail and password and returns the account's id. Unknown e-mail, wrong password and
 * disabled account give the same answer after the same time; the log and the metrics keep them apart.
 * Where Keycloak is configured only an emergency administrator comes in so, and the password works once.
 * Throws `unauthenticated` "auth.does_not_fit" or "auth.local_refused", `rate_limited` "auth.wait" with seconds, and, only to who proved the
 * password, `refused` "auth.no_role".
 */
export async function signInWithPassword(credentials: Credentials, client: Client): Promise<number> {
  const email = credentials.email.trim();
  const place = await takePlace({ email, ip: client.ip, deviceCookie: client.deviceCookie });
  if (place.wait > 0) {
    await recordSignIn({ email, accountId: null, client }, "throttled");
    throw waitError(place.wait);
  }
  const [account, result] = await prove({ email, password: credentials.password }).catch(
    async (error: unknown) => {
      await place.innocent();
      throw error;
    },
  );
  await recordSignIn({ email, accountId: account?.id ?? null, client }, result);
  if (account && (result === "success" || result === "emergency")) {
    await place.succeeded();
    return account.id;
  }
  if (result === "no_role") {
    await place.innocent();
    throw new AppError("refused", "auth.no_role");
  }
  await place.failed();
  // Where Keycloak is configured nobody learns here who might be an emergency administrator.
  throw new AppError("unauthenticated", keycloak() ? "auth.local_refused" : "auth.does_not_fit");
}

async function prove({ email, password }: Credentials): Promise<[AccountRow | undefined, SignInResult]> {
  const [account] = await query<AccountRow>(
    "auth.account_by_email",
    `SELECT id, password_hash, status,
            CASE WHEN emergency_until IS NULL THEN 'never' WHEN emergency_until > now() THEN 'open' ELSE 'over' END
              AS emergency
       FROM account WHERE email = $1::citext`,
    [email],
  );
  const fits = await verifyPassword(account?.password_hash ?? null, password);
  const result = await judge(account, fits);
  if (account && result === "success" && account.emergency === "open") {
    return [account, (await spendPassword(account)) ? "emergency" : "wrong_password"];
  }
  return [account, result];
}

async function judge(account: AccountRow | undefined, fits: boolean): Promise<SignInResult> {
  // The same statements for everybody, whoever is unknown: account 0 holds no role.
  const roles = await rolesHeld(account?.id ?? 0);
  if (keycloak() && account?.emergency !== "open") return "local_refused";
  if (!account) return "unknown_email";
  if (!fits) return "wrong_password";
  if (account.status !== "ACTIVE" || account.emergency === "over") return "disabled";
  return roles.length > 0 ? "success" : "no_role";
}

/**
 * Signs one of the invented people of the demo campus in without a password. Throws `forbidden`
 * "auth.persona_refused" outside `local` and `test`, on a database with real data, and for anybody else.
 */
export async function signInAsPersona(email: string, client: Client): Promise<number> {
  const persona = personasAllowed() ? await personaByEmail(email) : null;
  if (!persona) {
    await recordSignIn({ email, accountId: null, client }, "persona_refused");
    throw new AppError("forbidden", "auth.persona_refused");
  }
  await recordSignIn({ email, accountId: persona.accountId, client }, "persona");
  return persona.accountId;
}

function waitError(seconds: number): AppError {
  return new AppError("rate_limited", "auth.wait", {
    retryAfter: seconds,
    params: { minutes: Math.ceil(seconds / 60) },
  });
}

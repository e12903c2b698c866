import type { SignInResult } from "@/lib/platform/auth/sign-in-events";
import { isAppError } from "@/lib/platform/errors";

/** Why nobody came in through Keycloak; the end of an address and of the message `auth.refusals.<code>`. */
export const REFUSALS = [
  "cancelled",
  "failed",
  "nobody_here",
  "other_subject",
  "email_unverified",
  "disabled",
  "no_role",
  "unavailable",
  "busy",
  "still_there",
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Whether the end of an address is one of ours; whatever else stands there is never shown. */
export function isRefusal(value: unknown): value is Refusal {
  return (REFUSALS as readonly unknown[]).includes(value);
}

type Judged = { refusal: Refusal; result: SignInResult };

const BY_CODE: Record<string, Judged> = {
  "auth.nobody_here": { refusal: "nobody_here", result: "nobody_here" },
  "auth.other_subject": { refusal: "other_subject", result: "other_subject" },
  "auth.email_unverified": { refusal: "email_unverified", result: "email_unverified" },
  "auth.disabled": { refusal: "disabled", result: "disabled" },
  "auth.no_role": { refusal: "no_role", result: "no_role" },
  "auth.provider_cancelled": { refusal: "cancelled", result: "provider_cancelled" },
  "platform.rate_limited": { refusal: "busy", result: "throttled" },
  "auth.provider_unavailable": { refusal: "unavailable", result: "provider_unavailable" },
};

/**
 * What openid-client says when the answer is not the one that this browser asked for, by its words: it has one error
 * class for all of them. An unknown one is a failure like any other, only less well described in the history.
 */
const BY_WORDS: [RegExp, SignInResult][] = [
  [/\bstate\b/i, "state_mismatch"],
  [/\bnonce\b/i, "nonce_mismatch"],
  [/\biss\b|issuer/i, "issuer_mismatch"],
  [/\baud\b|audience|\bazp\b/i, "audience_mismatch"],
  [/signature|\balg\b|jwt|jwks|id_token|matching key/i, "token_invalid"],
];

/** What a failure of the flow is for the person and for the history. */
export function judgeFailure(error: unknown): Judged {
  if (isAppError(error)) return BY_CODE[error.code] ?? { refusal: "failed", result: "provider_failed" };
  const { name = "", message = "", error: said = "" } = (error ?? {}) as Record<string, string>;
  if (isUnreachable(error)) return BY_CODE["auth.provider_unavailable"] as Judged;
  // OPError: Keycloak itself refuses the code, as when it was used before.
  if (name === "OPError") {
    return { refusal: "failed", result: said === "invalid_grant" ? "code_refused" : "provider_failed" };
  }
  const [, result = "provider_failed" as const] = BY_WORDS.find(([words]) => words.test(message)) ?? [];
  return { refusal: "failed", result };
}

const NETWORK =
  /^(ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|UND_ERR|CERT_|ERR_TLS|SELF_SIGNED|UNABLE_TO)/;

/** Whether Keycloak did not answer at all, or answered that it cannot. */
function isUnreachable(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const {
    name = "",
    code = "",
    message = "",
    response,
  } = error as {
    name?: string;
    code?: unknown;
    message?: string;
    response?: { statusCode?: number };
  };
  return (
    NETWORK.test(String(code)) ||
    name === "TimeoutError" ||
    /timed out/.test(message) ||
    (response?.statusCode ?? 0) >= 500
  );
}

import type { SignInEventResult } from "@/lib/platform/auth/session-events";

/** How a result is read: somebody came in, somebody was refused, a session went on or ended. */
export type SignInKind = "entered" | "refused" | "went_on";

/** Every result that the log of sign-ins may hold. A new one is a missing key here until it is sorted in. */
const KINDS: Record<SignInEventResult, SignInKind> = {
  success: "entered",
  persona: "entered",
  unknown_email: "refused",
  wrong_password: "refused",
  disabled: "refused",
  no_role: "refused",
  throttled: "refused",
  persona_refused: "refused",
  local_refused: "refused",
  emergency: "entered",
  provider_cancelled: "refused",
  provider_unavailable: "refused",
  provider_failed: "refused",
  state_mismatch: "refused",
  nonce_mismatch: "refused",
  issuer_mismatch: "refused",
  audience_mismatch: "refused",
  token_invalid: "refused",
  code_refused: "refused",
  nobody_here: "refused",
  other_subject: "refused",
  email_unverified: "refused",
  role_switched: "went_on",
  signed_out: "went_on",
  signed_out_everywhere: "went_on",
  password_changed: "went_on",
  ended_by_admin: "went_on",
  account_closed: "went_on",
  provider_logout: "went_on",
  provider_change: "went_on",
  emergency_over: "went_on",
};

export const SIGN_IN_RESULTS = Object.keys(KINDS) as SignInEventResult[];

/** What kind of result it is; one that this version does not know counts as refused, so that somebody looks. */
export function signInKind(result: string): SignInKind {
  return Object.hasOwn(KINDS, result) ? KINDS[result as SignInEventResult] : "refused";
}

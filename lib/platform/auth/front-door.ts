import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { HOME_OF, isRole } from "@/lib/platform/access/roles";
import { keepChosenLanguage } from "@/lib/platform/auth/chosen-language";
import { clientOf } from "@/lib/platform/auth/client";
import { clearSessionCookie, writeSessionCookie } from "@/lib/platform/auth/cookie";
import { findActor, forgetActor } from "@/lib/platform/auth/find-actor";
import { logoutAddress } from "@/lib/platform/auth/keycloak/logout";
import { signInThrough } from "@/lib/platform/auth/next-auth-call";
import { safeNext } from "@/lib/platform/auth/safe-next";
import { recordRoleSwitch } from "@/lib/platform/auth/session-events";
import { revokeSession, rotateSession } from "@/lib/platform/auth/sessions";
import { tellError } from "@/lib/platform/errors-text";
import { withContext } from "@/lib/platform/observability/context";
import { REQUEST_ID_HEADER } from "@/lib/platform/security/header-names";
import { assertOwnOrigin } from "@/lib/platform/security/origin";
import { isKeepable } from "@/lib/platform/validation/keepable";

/** What the sign-in form shows after a refusal: the sentence, what was typed, and the reference. */
export type SignInState = { message: string; email: string; reference: string } | null;

const text = z.string().refine((value) => isKeepable(value));
const passwordForm = z.object({
  email: text.trim().min(1).max(254),
  password: text.min(1).max(1024),
  next: z.string().max(2000).optional(),
});
const personaForm = z.object({
  email: text.trim().min(1).max(254),
  next: z.string().max(2000).optional(),
});

/** The sign-in form: e-mail and password, then to where the person was going. Redirects, or returns the refusal. */
export function enterWithPassword(form: FormData): Promise<SignInState> {
  return enter("password", form, (values) => {
    const { email, password, next } = passwordForm.catch({ email: "-", password: "-" }).parse(values);
    return { credentials: { email, password }, next };
  });
}

/** A button of the demo campus. Redirects, or returns the refusal. */
export function enterAsPersona(form: FormData): Promise<SignInState> {
  return enter("persona", form, (values) => {
    const { email, next } = personaForm.catch({ email: "-" }).parse(values);
    return { credentials: { email }, next };
  });
}

type Read = (values: Record<string, unknown>) => {
  credentials: Record<string, string>;
  next?: string | undefined;
};

async function enter(provider: "password" | "persona", form: FormData, read: Read): Promise<SignInState> {
  const { credentials, next } = read(Object.fromEntries(form));
  const request = await headers();
  const refusal = await withContext({ requestId: request.get(REQUEST_ID_HEADER) ?? undefined }, async () => {
    try {
      assertOwnOrigin(request);
      await signInThrough(provider, credentials);
      return null;
    } catch (error) {
      const { message, reference } = await tellError(error, `auth.sign-in-${provider}`);
      return { message, reference, email: String(form.get("email") ?? "") };
    }
  });
  if (refusal) return refusal;
  // The cookie is another one now, so this asks anew.
  const actor = await findActor();
  if (actor && (await keepChosenLanguage(actor))) await forgetActor();
  redirect(safeNext(next, actor ? HOME_OF[actor.role] : "/"));
}

/** Ends this session and its cookie, here and at Keycloak, then shows the sign-in page. Harmless when nobody is signed in. */
export async function leave(): Promise<void> {
  assertOwnOrigin(await headers());
  const actor = await findActor();
  if (actor) await revokeSession(actor, "signed_out");
  await clearSessionCookie();
  await forgetActor();
  redirect(actor ? await afterLeaving(actor.sessionId) : "/sign-in");
}

/** Over Keycloak, where the session began there; when it does not answer, the person is told that it goes on there. */
async function afterLeaving(sessionId: string): Promise<string> {
  try {
    return (await logoutAddress(sessionId)) ?? "/sign-in";
  } catch (error) {
    const { reference } = await tellError(error, "auth.sign-out");
    return `/sign-in?refused=still_there&ref=${reference}`;
  }
}

/**
 * Goes on in another role of the same person, under a new session id, at the home of that role. With a role that the
 * person does not hold (any more) nothing changes: they land at the home of the role in which they act.
 */
export async function actAs(form: FormData): Promise<void> {
  assertOwnOrigin(await headers());
  const actor = await findActor();
  if (!actor) redirect("/sign-in");
  const wanted = String(form.get("role") ?? "");
  if (!isRole(wanted) || !actor.roles.includes(wanted)) redirect(HOME_OF[actor.role]);
  const client = clientOf(await headers());
  await writeSessionCookie(await rotateSession(actor, wanted, client));
  await recordRoleSwitch(actor, wanted, client);
  await forgetActor();
  redirect(HOME_OF[wanted]);
}

"use server";
import {
  actAs,
  enterAsPersona,
  enterWithPassword,
  leave,
  type SignInState,
} from "@/lib/platform/auth/front-door";

// These four answer forms of people who are not signed in yet, or change the session itself, and work without
// JavaScript; they take form data and redirect, which the action builder does not do.

/** Signs in by e-mail and password. */
export async function signIn(_previous: SignInState, form: FormData): Promise<SignInState> {
  return enterWithPassword(form);
}

/** Signs in as an invented person of the demo campus. */
export async function signInPersona(_previous: SignInState, form: FormData): Promise<SignInState> {
  return enterAsPersona(form);
}

/** Signs out of this browser. */
export async function signOut(): Promise<void> {
  await leave();
}

/** Switches the acting role. */
export async function switchRole(form: FormData): Promise<void> {
  await actAs(form);
}

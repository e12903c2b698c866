"use server";
import { action } from "@/lib/platform/actions/action";
import * as commands from "@/lib/platform/auth/account-commands";
import * as schemas from "@/lib/platform/auth/account-schemas";

export const savePreferences = action({
  name: "auth.save-preferences",
  permission: "signed_in",
  input: schemas.preferencesInput,
}).handler(commands.savePreferences);

export const changePassword = action({
  name: "auth.change-password",
  permission: "signed_in",
  input: schemas.passwordInput,
}).handler(commands.changePassword);

export const endSession = action({
  name: "auth.end-session",
  permission: "signed_in",
  input: schemas.endSessionInput,
}).handler(commands.endSession);

export const signOutEverywhere = action({
  name: "auth.sign-out-everywhere",
  permission: "signed_in",
  input: schemas.nothing,
}).handler(commands.signOutEverywhere);

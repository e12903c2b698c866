"use server";
import * as commands from "@/lib/platform/accounts/commands";
import * as schemas from "@/lib/platform/accounts/schemas";
import { action } from "@/lib/platform/actions/action";

export const disableAccount = action({
  name: "accounts.disable",
  permission: "access:manage_accounts",
  input: schemas.accountStatusInput,
}).handler(commands.disableAccount);

export const enableAccount = action({
  name: "accounts.enable",
  permission: "access:manage_accounts",
  input: schemas.accountStatusInput,
}).handler(commands.enableAccount);

export const endAccountSession = action({
  name: "accounts.end-session",
  permission: "access:manage_accounts",
  input: schemas.endAccountSessionInput,
}).handler(commands.endAccountSession);

export const endAccountSessions = action({
  name: "accounts.end-sessions",
  permission: "access:manage_accounts",
  input: schemas.endAccountSessionsInput,
}).handler(commands.endAccountSessions);

export const createLocalAccount = action({
  name: "accounts.create",
  permission: "access:manage_accounts",
  input: schemas.createAccountInput,
}).handler(commands.createLocalAccount);

export const resetLocalPassword = action({
  name: "accounts.reset-password",
  permission: "access:manage_accounts",
  input: schemas.resetPasswordInput,
}).handler(commands.resetLocalPassword);

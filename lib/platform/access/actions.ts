"use server";
import * as commands from "@/lib/platform/access/commands";
import * as schemas from "@/lib/platform/access/schemas";
import { action } from "@/lib/platform/actions/action";

export const grantRole = action({
  name: "access.grant-role",
  permission: "access:grant",
  input: schemas.grantRoleInput,
}).handler(commands.grantRole);

export const revokeRole = action({
  name: "access.revoke-role",
  permission: "access:grant",
  input: schemas.revokeRoleInput,
}).handler(commands.revokeRole);

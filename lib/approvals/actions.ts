"use server";
import { requestRoleGrant as requestRoleGrantCommand } from "@/lib/approvals/access-grants";
import { withdrawApproval as withdrawApprovalCommand } from "@/lib/approvals/commands";
import { requestRoleGrantInput, withdrawInput } from "@/lib/approvals/schemas";
import { action } from "@/lib/platform/actions/action";

export const requestRoleGrant = action({
  name: "approvals.request-role-grant",
  permission: "access:grant",
  input: requestRoleGrantInput,
}).handler(requestRoleGrantCommand);

export const withdrawApproval = action({
  name: "approvals.withdraw",
  permission: "signed_in",
  input: withdrawInput,
}).handler(withdrawApprovalCommand);

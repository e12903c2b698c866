"use server";
import { requestRoleGrant as requestRoleGrantCommand } from "@/lib/approvals/access-grants";
import { withdrawApproval as withdrawApprovalCommand } from "@/lib/approvals/commands";
import { requestLeave as requestLeaveCommand } from "@/lib/approvals/leave";
import { requestMajorChange as requestMajorChangeCommand } from "@/lib/approvals/major-change";
import { requestRoleGrantInput, withdrawInput } from "@/lib/approvals/schemas";
import { action } from "@/lib/platform/actions/action";
import { changeMajorInput, requestLeaveInput } from "@/lib/studies/schemas";

export const requestRoleGrant = action({
  name: "approvals.request-role-grant",
  permission: "access:grant",
  input: requestRoleGrantInput,
}).handler(requestRoleGrantCommand);

export const requestMajorChange = action({
  name: "approvals.request-major-change",
  permission: "signed_in",
  input: changeMajorInput,
}).handler(requestMajorChangeCommand);

export const requestLeave = action({
  name: "approvals.request-leave",
  permission: "signed_in",
  input: requestLeaveInput,
}).handler(requestLeaveCommand);

export const withdrawApproval = action({
  name: "approvals.withdraw",
  permission: "signed_in",
  input: withdrawInput,
}).handler(withdrawApprovalCommand);

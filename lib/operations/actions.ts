"use server";

import "@/lib/operations/approval-kinds";
import "@/lib/operations/change-set-kinds";
import "@/lib/operations/job-definitions";
import { decideApproval as decideApprovalCommand } from "@/lib/approvals/commands";
import { decideInput } from "@/lib/approvals/schemas";
import { action } from "@/lib/platform/actions/action";
import {
  startApplyCommand,
  startPreviewCommand,
  startUndoCommand,
} from "@/lib/platform/change-sets/commands";
import { changeSetStepInput } from "@/lib/platform/change-sets/schemas";
import { cancelJobCommand, retryJobCommand } from "@/lib/platform/jobs/commands";
import { jobInput } from "@/lib/platform/jobs/schemas";

export const startPreview = action({
  name: "change_sets.preview",
  permission: "change_sets:read",
  input: changeSetStepInput,
}).handler(startPreviewCommand);

export const startApply = action({
  name: "change_sets.apply",
  permission: "change_sets:read",
  input: changeSetStepInput,
}).handler(startApplyCommand);

export const startUndo = action({
  name: "change_sets.undo",
  permission: "change_sets:undo",
  input: changeSetStepInput,
}).handler(startUndoCommand);

export const cancelJob = action({
  name: "jobs.cancel",
  permission: "jobs:read_own",
  input: jobInput,
}).handler(cancelJobCommand);

export const retryJob = action({
  name: "jobs.retry",
  permission: "jobs:read_own",
  input: jobInput,
}).handler(retryJobCommand);

export const decideApproval = action({
  name: "approvals.decide",
  permission: "signed_in",
  input: decideInput,
}).handler(decideApprovalCommand);

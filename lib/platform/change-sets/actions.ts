"use server";

import { action } from "@/lib/platform/actions/action";
import { startApplyCommand, startPreviewCommand, startUndoCommand } from "./commands";
import { changeSetStepInput } from "./schemas";

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

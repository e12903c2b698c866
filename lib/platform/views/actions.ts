"use server";

import { action } from "@/lib/platform/actions/action";
import { editViewCommand, removeViewCommand, saveViewCommand } from "./commands";
import { editViewInput, removeViewInput, saveViewInput } from "./schemas";

/** Which list it is decides which right is asked for: the command asks. */
export const saveView = action({
  name: "platform.save-view",
  permission: "signed_in",
  input: saveViewInput,
}).handler(saveViewCommand);

export const editView = action({
  name: "platform.edit-view",
  permission: "signed_in",
  input: editViewInput,
}).handler(editViewCommand);

export const removeView = action({
  name: "platform.remove-view",
  permission: "signed_in",
  input: removeViewInput,
}).handler(removeViewCommand);

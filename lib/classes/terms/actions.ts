"use server";

import { editTermInput } from "@/lib/calendar/schemas";
import { action } from "@/lib/platform/actions/action";
import { editTermCommand, previewTermCommand } from "./commands";

/** Only looks: what the change would do. */
export const previewTerm = action({
  name: "classes.preview-term",
  permission: "calendar:edit",
  input: editTermInput,
}).handler(previewTermCommand);

export const editTerm = action({
  name: "classes.edit-term",
  permission: "calendar:edit",
  input: editTermInput,
}).handler(editTermCommand);

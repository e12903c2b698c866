"use server";

import { action } from "@/lib/platform/actions/action";
import { resendCommand } from "./commands/resend";
import { startMergeCommand } from "./commands/start-merge";
import { createTemplateCommand, editTemplateCommand } from "./commands/templates";
import { startMergeInput } from "./inputs";
import { getPreviewFacts } from "./queries/preview";
import { createTemplateInput, editTemplateInput, previewFactsInput, resendInput } from "./schemas";

export const createTemplate = action({
  name: "messages.create-template",
  permission: "messages:edit_templates",
  input: createTemplateInput,
}).handler(createTemplateCommand);

export const editTemplate = action({
  name: "messages.edit-template",
  permission: "messages:edit_templates",
  input: editTemplateInput,
}).handler(editTemplateCommand);

export const previewFacts = action({
  name: "messages.preview-facts",
  permission: "messages:read",
  input: previewFactsInput,
}).handler(getPreviewFacts);

export const startMerge = action({
  name: "messages.start-merge",
  permission: "messages:send",
  input: startMergeInput,
}).handler(startMergeCommand);

export const resend = action({
  name: "messages.resend",
  permission: "messages:send",
  input: resendInput,
}).handler(resendCommand);

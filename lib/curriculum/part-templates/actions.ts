"use server";

import { action } from "@/lib/platform/actions/action";
import { createTemplateCommand, editTemplateCommand, endTemplateCommand } from "./commands";
import { createTemplateInput, editTemplateInput, endTemplateInput } from "./schemas";

export const createTemplate = action({
  name: "curriculum.create-template",
  permission: "curriculum:edit",
  input: createTemplateInput,
}).handler(createTemplateCommand);

export const editTemplate = action({
  name: "curriculum.edit-template",
  permission: "curriculum:edit",
  input: editTemplateInput,
}).handler(editTemplateCommand);

export const endTemplate = action({
  name: "curriculum.end-template",
  permission: "curriculum:edit",
  input: endTemplateInput,
}).handler(endTemplateCommand);

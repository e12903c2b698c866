"use server";

import { combineCommand } from "@/lib/classes/combined/commands";
import {
  combineInput,
  createCombinedTemplateInput,
  editCombinedTemplateInput,
  splitInput,
} from "@/lib/classes/combined/schemas";
import { splitCommand } from "@/lib/classes/combined/split";
import {
  createCombinedTemplateCommand,
  editCombinedTemplateCommand,
} from "@/lib/classes/combined/template-commands";
import { action } from "@/lib/platform/actions/action";

export const combineClasses = action({
  name: "classes.combine",
  permission: "classes:edit",
  input: combineInput,
}).handler(combineCommand);

export const splitClass = action({
  name: "classes.split",
  permission: "classes:edit",
  input: splitInput,
}).handler(splitCommand);

export const createCombinedTemplate = action({
  name: "classes.create-combined-template",
  permission: "classes:edit_combined",
  input: createCombinedTemplateInput,
}).handler(createCombinedTemplateCommand);

export const editCombinedTemplate = action({
  name: "classes.edit-combined-template",
  permission: "classes:edit_combined",
  input: editCombinedTemplateInput,
}).handler(editCombinedTemplateCommand);

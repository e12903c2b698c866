"use server";

import { action } from "@/lib/platform/actions/action";
import { createScaleCommand, editScaleCommand, removeScaleCommand } from "./commands";
import { editScaleInput, newScaleInput, removeScaleInput } from "./schemas";

export const createScale = action({
  name: "curriculum.create-scale",
  permission: "curriculum:edit",
  input: newScaleInput,
}).handler(createScaleCommand);

export const editScale = action({
  name: "curriculum.edit-scale",
  permission: "curriculum:edit",
  input: editScaleInput,
}).handler(editScaleCommand);

export const removeScale = action({
  name: "curriculum.remove-scale",
  permission: "curriculum:edit",
  input: removeScaleInput,
}).handler(removeScaleCommand);

"use server";

import { action } from "@/lib/platform/actions/action";
import {
  createTestResetCommand,
  editTestResetCommand,
  fillTestResetsCommand,
  removeTestResetCommand,
} from "./commands";
import {
  createTestResetInput,
  editTestResetInput,
  fillTestResetsInput,
  removeTestResetInput,
} from "./schemas";

export const createTestReset = action({
  name: "classes.create-test-reset",
  permission: "calendar:edit",
  input: createTestResetInput,
}).handler(createTestResetCommand);

export const editTestReset = action({
  name: "classes.edit-test-reset",
  permission: "calendar:edit",
  input: editTestResetInput,
}).handler(editTestResetCommand);

export const removeTestReset = action({
  name: "classes.remove-test-reset",
  permission: "calendar:edit",
  input: removeTestResetInput,
}).handler(removeTestResetCommand);

export const fillTestResets = action({
  name: "classes.fill-test-resets",
  permission: "calendar:edit",
  input: fillTestResetsInput,
}).handler(fillTestResetsCommand);

"use server";

import { createTextbookCommand, editTextbookCommand } from "@/lib/curriculum/textbooks/commands";
import { createTextbookInput, editTextbookInput } from "@/lib/curriculum/textbooks/schemas";
import { action } from "@/lib/platform/actions/action";

export const createTextbook = action({
  name: "curriculum.create-textbook",
  permission: "curriculum:edit",
  input: createTextbookInput,
}).handler(createTextbookCommand);

export const editTextbook = action({
  name: "curriculum.edit-textbook",
  permission: "curriculum:edit",
  input: editTextbookInput,
}).handler(editTextbookCommand);

"use server";

import "@/lib/operations/change-set-kinds";
import { checkImportCommand, createImportCommand, rereadImportCommand } from "@/lib/people/imports/commands";
import { checkImportInput, createImportInput, rereadImportInput } from "@/lib/people/imports/schemas";
import { action } from "@/lib/platform/actions/action";

// Whoever loads lists sends files in; which right a list takes says its kind, and the command asks for it.
export const createImport = action({
  name: "people.create-import",
  permission: "files:upload",
  input: createImportInput,
}).handler(createImportCommand);

export const rereadImport = action({
  name: "people.reread-import",
  permission: "files:upload",
  input: rereadImportInput,
}).handler(rereadImportCommand);

export const checkImport = action({
  name: "people.check-import",
  permission: "files:upload",
  input: checkImportInput,
}).handler(checkImportCommand);

"use server";

import "@/lib/operations/change-set-kinds";
import { checkImportCommand, createImportCommand, rereadImportCommand } from "@/lib/people/imports/commands";
import { checkImportInput, createImportInput, rereadImportInput } from "@/lib/people/imports/schemas";
import { action } from "@/lib/platform/actions/action";

export const createImport = action({
  name: "people.create-import",
  permission: "people:import",
  input: createImportInput,
}).handler(createImportCommand);

export const rereadImport = action({
  name: "people.reread-import",
  permission: "people:import",
  input: rereadImportInput,
}).handler(rereadImportCommand);

export const checkImport = action({
  name: "people.check-import",
  permission: "people:import",
  input: checkImportInput,
}).handler(checkImportCommand);

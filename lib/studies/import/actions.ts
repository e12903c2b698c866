"use server";

import { action } from "@/lib/platform/actions/action";
import { checkImportCommand, createImportCommand, rereadImportCommand } from "./commands";
import { checkImportInput, createImportInput, rereadImportInput } from "./schemas";

export const createImport = action({
  name: "people.import-create",
  permission: "people:import",
  input: createImportInput,
}).handler(createImportCommand);

export const rereadImport = action({
  name: "people.import-reread",
  permission: "people:import",
  input: rereadImportInput,
}).handler(rereadImportCommand);

export const checkImport = action({
  name: "people.import-check",
  permission: "people:import",
  input: checkImportInput,
}).handler(checkImportCommand);

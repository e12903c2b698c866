"use server";

import { action } from "@/lib/platform/actions/action";
import { checkImportCommand, createImportCommand, rereadImportCommand } from "./commands";
import { checkImportInput, createImportInput, rereadImportInput } from "./schemas";

export const createImport = action({
  name: "studies.create-import",
  permission: "people:import",
  input: createImportInput,
}).handler(createImportCommand);

export const rereadImport = action({
  name: "studies.reread-import",
  permission: "people:import",
  input: rereadImportInput,
}).handler(rereadImportCommand);

export const checkImport = action({
  name: "studies.check-import",
  permission: "people:import",
  input: checkImportInput,
}).handler(checkImportCommand);

"use server";

import {
  createProgrammeCommand,
  editProgrammeCommand,
  openProgrammeCommand,
} from "@/lib/curriculum/programmes/commands";
import {
  createProgrammeInput,
  editProgrammeInput,
  openProgrammeInput,
} from "@/lib/curriculum/programmes/schemas";
import { action } from "@/lib/platform/actions/action";

export const createProgramme = action({
  name: "curriculum.create-programme",
  permission: "curriculum:edit",
  input: createProgrammeInput,
}).handler(createProgrammeCommand);

export const editProgramme = action({
  name: "curriculum.edit-programme",
  permission: "curriculum:edit",
  input: editProgrammeInput,
}).handler(editProgrammeCommand);

export const openProgramme = action({
  name: "curriculum.open-programme",
  permission: "curriculum:edit",
  input: openProgrammeInput,
}).handler(openProgrammeCommand);

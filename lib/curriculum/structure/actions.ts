"use server";

import {
  createCycleCommand,
  createDivisionCommand,
  editCycleCommand,
  editDivisionCommand,
} from "@/lib/curriculum/structure/commands";
import {
  createCycleInput,
  createDivisionInput,
  editCycleInput,
  editDivisionInput,
} from "@/lib/curriculum/structure/schemas";
import { action } from "@/lib/platform/actions/action";

export const createDivision = action({
  name: "curriculum.create-division",
  permission: "curriculum:edit",
  input: createDivisionInput,
}).handler(createDivisionCommand);

export const editDivision = action({
  name: "curriculum.edit-division",
  permission: "curriculum:edit",
  input: editDivisionInput,
}).handler(editDivisionCommand);

export const createCycle = action({
  name: "curriculum.create-cycle",
  permission: "curriculum:edit",
  input: createCycleInput,
}).handler(createCycleCommand);

export const editCycle = action({
  name: "curriculum.edit-cycle",
  permission: "curriculum:edit",
  input: editCycleInput,
}).handler(editCycleCommand);

"use server";

import {
  addRequirementInput,
  cancelRequirementsInput,
  endRequirementInput,
  moveRequirementInput,
  replaceRequirementInput,
} from "@/lib/curriculum/requirements/schemas";
import { action } from "@/lib/platform/actions/action";
import {
  addRequirementCommand,
  cancelRequirementsCommand,
  endRequirementCommand,
  moveRequirementCommand,
  replaceRequirementCommand,
} from "@/lib/studies/requirements/commands";

export const addRequirement = action({
  name: "studies.add-requirement",
  permission: "curriculum:edit",
  input: addRequirementInput,
}).handler(addRequirementCommand);

export const moveRequirement = action({
  name: "studies.move-requirement",
  permission: "curriculum:edit",
  input: moveRequirementInput,
}).handler(moveRequirementCommand);

export const replaceRequirement = action({
  name: "studies.replace-requirement",
  permission: "curriculum:edit",
  input: replaceRequirementInput,
}).handler(replaceRequirementCommand);

export const endRequirement = action({
  name: "studies.end-requirement",
  permission: "curriculum:edit",
  input: endRequirementInput,
}).handler(endRequirementCommand);

export const cancelRequirements = action({
  name: "studies.cancel-requirements",
  permission: "curriculum:edit",
  input: cancelRequirementsInput,
}).handler(cancelRequirementsCommand);

"use server";

import { createClassCommand } from "@/lib/classes/commands/create-class";
import { editClassCommand } from "@/lib/classes/commands/edit-class";
import { editPartsCommand } from "@/lib/classes/commands/edit-parts";
import { moveClassCommand } from "@/lib/classes/commands/move-class";
import {
  createClassInput,
  editClassInput,
  editPartsInput,
  moveClassInput,
} from "@/lib/classes/editing/schemas";
import { convertReadingCommand, editReadingCommand } from "@/lib/classes/reading/commands";
import { convertReadingInput, editReadingInput } from "@/lib/classes/reading/schemas";
import { action } from "@/lib/platform/actions/action";

export const createClass = action({
  name: "classes.create",
  permission: "classes:edit",
  input: createClassInput,
}).handler(createClassCommand);

export const editClass = action({
  name: "classes.edit",
  permission: "classes:edit",
  input: editClassInput,
}).handler(editClassCommand);

export const editParts = action({
  name: "classes.edit-parts",
  permission: "classes:edit",
  input: editPartsInput,
}).handler(editPartsCommand);

export const moveClass = action({
  name: "classes.move",
  permission: "classes:edit",
  input: moveClassInput,
}).handler(moveClassCommand);

export const editReading = action({
  name: "classes.edit-reading",
  permission: "classes:edit",
  input: editReadingInput,
}).handler(editReadingCommand);

export const convertReading = action({
  name: "classes.convert-reading",
  permission: "classes:edit",
  input: convertReadingInput,
}).handler(convertReadingCommand);

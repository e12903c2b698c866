"use server";

import { action } from "@/lib/platform/actions/action";
import { duplicateClassCommand, startDuplicateCommand, startMoveCommand } from "./commands";
import { duplicateClassInput, duplicateOfferingInput, moveClassesInput } from "./schemas";
import { tellDuplicated } from "./tell";

/** A term's offering, or chosen classes of it, into another term: prepares the change set. */
export const startDuplicate = action({
  name: "classes.start-duplicate",
  permission: "classes:edit",
  input: duplicateOfferingInput,
}).handler(startDuplicateCommand);

export const duplicateClass = action({
  name: "classes.duplicate-class",
  permission: "classes:edit",
  input: duplicateClassInput,
}).handler(duplicateClassCommand, tellDuplicated);

/** Many classes to another status: prepares the change set. */
export const startMove = action({
  name: "classes.start-move",
  permission: "classes:edit",
  input: moveClassesInput,
}).handler(startMoveCommand);

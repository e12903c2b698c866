"use server";

import { action } from "@/lib/platform/actions/action";
import { cancelClassCommand } from "./command";
import { cancelClassInput } from "./schemas";

/** Needs the right to take students out of classes too: the command asks. */
export const cancelClass = action({
  name: "registration.cancel-class",
  permission: "classes:edit",
  input: cancelClassInput,
}).handler(cancelClassCommand);

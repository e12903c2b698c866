"use server";

import { action } from "@/lib/platform/actions/action";
import { changeCapacityCommand } from "./command";
import { changeCapacityInput } from "./schemas";

export const changeCapacity = action({
  name: "registration.change-capacity",
  permission: "classes:edit",
  input: changeCapacityInput,
}).handler(changeCapacityCommand);

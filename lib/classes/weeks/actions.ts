"use server";

import { action } from "@/lib/platform/actions/action";
import { moveMeetingCommand } from "./move-meeting";
import { moveMeetingInput } from "./schemas";

export const moveMeeting = action({
  name: "classes.move-meeting",
  permission: "classes:edit",
  input: moveMeetingInput,
}).handler(moveMeetingCommand);

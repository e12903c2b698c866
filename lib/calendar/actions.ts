"use server";

import { createTermInput } from "@/lib/calendar/schemas";
import { createTermCommand } from "@/lib/calendar/terms/commands";
import { action } from "@/lib/platform/actions/action";

export const createTerm = action({
  name: "calendar.create-term",
  permission: "calendar:edit",
  input: createTermInput,
}).handler(createTermCommand);

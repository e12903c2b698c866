"use server";

import { action } from "@/lib/platform/actions/action";
import { startBulkCommand, startBulkInput } from "./commands";

/** What is changed decides which right is asked for: the command asks. */
export const startBulkChange = action({
  name: "people.start-bulk-change",
  permission: "change_sets:read",
  input: startBulkInput,
}).handler(startBulkCommand);

"use server";

import { startExportCommand } from "@/lib/people/lists/export-command";
import { exportAsk } from "@/lib/people/lists/schemas";
import { action } from "@/lib/platform/actions/action";

export const startExport = action({
  name: "people.start-export",
  permission: "people:export",
  input: exportAsk,
}).handler(startExportCommand);

"use server";

import { exportAsk } from "@/lib/people/lists/ask";
import { startExportCommand } from "@/lib/people/lists/export-command";
import { action } from "@/lib/platform/actions/action";

export const startExport = action({
  name: "people.start-export",
  permission: "people:export",
  input: exportAsk,
}).handler(startExportCommand);

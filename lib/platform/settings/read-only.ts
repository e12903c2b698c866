import "server-only";
import { remember } from "@/lib/platform/cache/remember";
import { campusToday } from "@/lib/platform/dates/campus";
import { settingOn } from "./settings";

/** Whether writes are stopped, as pages show it: a few seconds behind. `writeTx` asks the database itself. */
export function isReadOnly(): Promise<boolean> {
  return remember("platform.read-only", 3, () => settingOn("operations.read_only", campusToday()));
}

"use server";

import { action } from "@/lib/platform/actions/action";
import { changeSetting as command } from "@/lib/platform/settings/commands";
import { changeSettingInput } from "@/lib/platform/settings/schemas";

export const changeSetting = action({
  name: "platform.change-setting",
  permission: "settings:edit",
  input: changeSettingInput,
}).handler(command);

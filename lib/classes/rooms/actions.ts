"use server";

import { action } from "@/lib/platform/actions/action";
import { setRoomUseCommand } from "../commands/set-room-use";
import { setRoomUseInput } from "./schemas";

export const setRoomUse = action({
  name: "classes.set-room-use",
  permission: "organization:edit_rooms",
  input: setRoomUseInput,
}).handler(setRoomUseCommand);

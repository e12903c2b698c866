"use server";

import { createRoomCommand, editRoomCommand } from "@/lib/organization/rooms/commands";
import { createRoomInput, editRoomInput } from "@/lib/organization/rooms/schemas";
import { action } from "@/lib/platform/actions/action";

export const createRoom = action({
  name: "organization.create-room",
  permission: "organization:edit_rooms",
  input: createRoomInput,
}).handler(createRoomCommand);

export const editRoom = action({
  name: "organization.edit-room",
  permission: "organization:edit_rooms",
  input: editRoomInput,
}).handler(editRoomCommand);

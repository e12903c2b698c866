"use server";

import { addWishInput, editWishInput, removeWishInput } from "@/lib/classes/draft-timetable/schemas";
import { addWishCommand, editWishCommand, removeWishCommand } from "@/lib/classes/wishes/commands";
import { action } from "@/lib/platform/actions/action";

// Staff change everybody's wishes and teachers their own: the command tells them apart.
export const addWish = action({
  name: "classes.add-wish",
  permission: "signed_in",
  input: addWishInput,
}).handler(addWishCommand);

export const editWish = action({
  name: "classes.edit-wish",
  permission: "signed_in",
  input: editWishInput,
}).handler(editWishCommand);

export const removeWish = action({
  name: "classes.remove-wish",
  permission: "signed_in",
  input: removeWishInput,
}).handler(removeWishCommand);

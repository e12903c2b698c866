"use server";

import { addAliasCommand, removeAliasCommand } from "@/lib/people/numbers/commands";
import { addAliasInput, removeAliasInput } from "@/lib/people/numbers/schemas";
import { action } from "@/lib/platform/actions/action";

export const addAlias = action({
  name: "people.add-alias",
  permission: "people:edit",
  input: addAliasInput,
}).handler(addAliasCommand);

export const removeAlias = action({
  name: "people.remove-alias",
  permission: "people:edit",
  input: removeAliasInput,
}).handler(removeAliasCommand);

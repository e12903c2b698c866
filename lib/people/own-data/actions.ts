"use server";

import { action } from "@/lib/platform/actions/action";
import { askOwnDataCommand, makeOwnDataCommand } from "./commands";
import { askOwnDataInput, makeOwnDataInput } from "./schemas";

export const askOwnData = action({
  name: "people.ask-own-data",
  permission: "signed_in",
  input: askOwnDataInput,
}).handler(askOwnDataCommand);

export const makeOwnData = action({
  name: "people.make-own-data",
  permission: "people:edit",
  input: makeOwnDataInput,
}).handler(makeOwnDataCommand);
